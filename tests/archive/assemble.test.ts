import { describe, expect, it } from 'vitest';
import { assembleArchive, type Item } from '../../src/archive/assemble.ts';
import type { Note } from '../../src/archive/archive.ts';
import type { PaperData } from '../../src/entries/collections.ts';
import { compileTopics } from '../../src/topics/index.ts';
import { parseTopicFile } from '../../src/topics/parse.ts';

const item = (id: string, data: Partial<PaperData> = {}): Item<PaperData> => ({
  id,
  data: {
    title: `About ${id}`,
    digests: [{ digest: '2025-03-11-small', lines: [3, 5] }],
    text: 'Rivers carry sand.',
    damage: [],
    foreign: [],
    urls: [],
    ...data,
  },
  html: '<p>Rivers carry sand.</p>',
});

const topicOf = (term: string) => {
  const file = `---\nlabel: Water\ndescription: Water.\nterms: [{ term: ${term}, weight: key }]\n---\n`;
  const { rules, problems } = parseTopicFile('topics/water.md', file);
  if (rules === undefined) throw new Error(JSON.stringify(problems));
  return rules;
};

const digestsOf = (
  items: readonly Item<PaperData>[],
  { term = 'river', date = '2025-03-11', notes = new Map<string, Note>() } = {},
): Readonly<Record<string, string>> => {
  const topic = topicOf(term);
  const { papers } = assembleArchive({
    papers: items,
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
    classifier: compileTopics([topic]),
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
    ['its text', digestsOf([item('sand', { text: 'Rivers carry mud.' })])],
    ['its HTML', digestsOf([{ ...item('sand'), html: '<p>Rivers</p>' }])],
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
