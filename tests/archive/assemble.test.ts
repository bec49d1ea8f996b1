import { describe, expect, it } from 'vitest';
import { assembleArchive } from '../../src/archive/assemble.ts';
import type { Note } from '../../src/archive/archive.ts';
import { facetsOf } from '../../src/archive/facets.ts';
import { deriving } from '../../src/archive/derived.ts';
import { PaperRow, type PaperBody, type PaperFacts } from '../../src/loaders/paper-row.ts';
import { parseTopicFile } from '../../src/topics/parse.ts';

interface Made {
  readonly id: string;
  readonly row: PaperRow;
}

const item = (id: string, more: Partial<PaperFacts> = {}, body: Partial<PaperBody> = {}): Made => ({
  id,
  row: PaperRow.of({
    facts: {
      title: `About ${id}`,
      digests: [{ digest: '2025-03-11-small', lines: [3, 5] }],
      damage: [],
      foreign: [],
      urls: [],
      ...more,
    },
    body: { text: 'Rivers carry sand.', html: '<p>Rivers carry sand.</p>', captured: [], ...body },
  }),
});

const topicOf = (term: string) => {
  const file = `---\nlabel: Water\ndescription: Water.\nterms: [{ term: ${term}, weight: key }]\n---\n`;
  const { rules, problems } = parseTopicFile('topics/water.md', file);
  if (rules === undefined) throw new Error(JSON.stringify(problems));
  return rules;
};

const digestsOf = (
  items: readonly Made[],
  { term = 'river', date = '2025-03-11', notes = new Map<string, Note>() } = {},
): Readonly<Record<string, string>> => {
  const topic = topicOf(term);
  const { papers } = assembleArchive({
    papers: new Map(items.map(({ id, row }) => [id, row])),
    digests: [
      {
        id: '2025-03-11-small',
        data: {
          date,
          name: 'Small',
          banner: [],
          file: 'x',
          format: '',
          why: '',
          papers: 2,
          lines: {},
        },
      },
    ],
    topics: [topic],
    derived: deriving([topic]),
    notes,
  });
  return Object.fromEntries(papers.map(({ id, digest }) => [id, digest]));
};

describe('the digest of a paper', () => {
  const papers = [item('sand'), item('silt', { digests: [] })];
  const before = digestsOf(papers);

  it('is the same whatever else the archive holds, and in whatever order', () => {
    expect(before['sand']).toMatch(/^[\w-]{43}$/);
    expect(digestsOf([item('mud'), ...papers.toReversed()])).toMatchObject(before);
  });

  it.each([
    ['its text', digestsOf([item('sand', {}, { text: 'Rivers carry mud.' })])],
    ['its HTML', digestsOf([item('sand', {}, { html: '<p>Rivers</p>' })])],
    ['a fact', digestsOf([item('sand', { venue: 'A River' })])],
    ['a topic', digestsOf(papers, { term: 'desert' })],
    ['the day of its digest', digestsOf(papers, { date: '2025-03-12' })],
    [
      'a note',
      digestsOf(papers, { notes: new Map([['sand', { tags: [], html: '', text: 'Hm.' }]]) }),
    ],
  ])('changes with %s', (_, after) => {
    expect(after['sand']).not.toBe(before['sand']);
  });
});

describe('a paper', () => {
  it('has its texts, and gives them to copies of it', () => {
    const { row } = item('sand', { venue: 'A River' });
    const { papers } = assembleArchive({
      papers: new Map([['sand', new PaperRow(Uint8Array.from(row.bytes))]]),
      digests: [],
      topics: [],
      derived: deriving([]),
    });
    const [paper] = papers;
    expect(paper).toMatchObject({ venue: 'A River', text: 'Rivers carry sand.', captured: [] });
    expect({ ...paper, title: 'Mud' }.html).toBe('<p>Rivers carry sand.</p>');
  });
});

it('lists a paper under the families of its topics, and shows of its topics those that say most', () => {
  const rules = (id: string, term: string, family?: string) => ({ ...topicOf(term), id, family });
  const topics = [rules('nature', 'sand'), rules('water', 'river', 'nature')];
  const { row } = item('sand');
  const archive = assembleArchive({
    papers: new Map([
      ['sand', row],
      ['dunes', item('dunes', {}, { text: 'Sand on sand: dunes of sand.' }).row],
    ]),
    digests: [],
    topics,
    derived: deriving(topics.map((topic) => ({ ...topic, threshold: 1 }))),
  });
  const shown = (id: string) => archive.paper(id)?.topics.map(({ topic }) => topic);
  expect(shown('sand')).toEqual(['water']);
  expect(archive.paper('sand')?.families).toEqual(['nature']);
  expect(shown('dunes')).toEqual(['nature']);
  expect(archive.paper('dunes')?.families).toBeUndefined();
  expect(archive.topic('nature')?.papers).toHaveLength(2);
  const paper = archive.paper('sand');
  expect(paper && facetsOf(paper)).toEqual([
    ['topic', 'water'],
    ['topic', 'nature'],
  ]);
});

describe('topics that no paper has', () => {
  const rules = (id: string, more: object) => ({
    ...topicOf(id),
    id,
    ofSet: true as const,
    ...more,
  });
  const given = [
    rules('nature', { terms: [] }),
    rules('water', { family: 'nature' }),
    rules('tea', { family: 'nature' }),
    rules('art', {}),
    rules('paint', { family: 'art' }),
    { ...topicOf('ours'), id: 'ours', family: 'art' },
  ];
  const { row } = item('sand', { topics: ['water'] });
  const archive = (topics: typeof given) =>
    assembleArchive({
      papers: new Map([
        ['sand', row],
        ['cup', item('cup', {}, { text: 'Water, tea.' }).row],
      ]),
      digests: [],
      topics,
      derived: deriving(topics),
    });
  const ids = (topics: readonly { readonly id: string }[]) => topics.map(({ id }) => id).toSorted();

  it('are left out if they are of a set, unless they are the family of one that is shown', () => {
    const { topics, emptyTopics } = archive(given);
    expect(ids(topics)).toEqual(['art', 'nature', 'ours', 'water']);
    expect(ids(emptyTopics)).toEqual(['paint', 'tea']);
    expect(ids(archive(given.slice(3, 5)).topics)).toEqual([]);
  });

  it('are named by no unsorted paper', () => {
    const { paper } = archive(given);
    expect(paper('cup')?.near?.map(({ topic }) => topic)).toEqual(['water']);
  });
});
