import { describe, expect, it } from 'vitest';
import type { CapturedPaper, ParsedDigest } from '../../src/digest/model.ts';
import { parseDigest } from '../../src/digest/parse.ts';
import { brokenTitles, weakTitles } from '../../src/digest/gate/weak-titles.ts';

const read = (paper: Partial<CapturedPaper>, more: Partial<ParsedDigest> = {}): ParsedDigest => ({
  format: 'hf-text',
  why: '',
  dates: [],
  banner: [],
  papers: [paper, { title: 'Old Tides and New Quays' }, { title: 'Why Quay Walls Lean' }].map(
    (it) => ({
      title: '',
      notation: 'plain',
      lines: [1, 2],
      facts: {},
      ...it,
    }),
  ),
  lines: [],
  problems: [],
  ...more,
});
const records = [{ start: 0, end: 1 }];
const whyOf = ([first]: ReturnType<typeof weakTitles>): string | undefined => first?.why;

describe('weakTitles', () => {
  it.each([
    ['a name', read({ title: 'quay-walls' })],
    ['a name', read({ title: '@quay/walls', facts: { authors: ['Ada Keeper'] } }, { records })],
    ['a section', read({ title: 'Getting started' })],
    ['a word', read({ title: 'Dredge Depth' })],
    ['a word', read({ title: 'DEBUG', abstract: 'Depth of the log.' })],
    [undefined, read({ title: 'quay-walls', facts: { doi: '10.1000/q' } })],
    [undefined, read({ title: 'quay2vec', facts: { venue: 'Port Letters' } })],
    [undefined, read({ title: 'Introduction' }, { records })],
    [undefined, read({ title: 'Dredge Depth' }, { records })],
    [undefined, read({ title: 'Quay Nets', facts: { authors: ['Ada Keeper'] } })],
    [
      undefined,
      read({
        title: 'Quay Nets',
        abstract:
          'We build walls of nets and measure how long they hold in three harbours, by day and night.',
      }),
    ],
    [
      undefined,
      read({
        title: 'Quays',
        facts: { links: [{ label: 'PDF', url: 'https://q.example/a.pdf' }] },
      }),
    ],
    [
      undefined,
      read({
        title: 'Quays',
        facts: { links: [{ label: 'Paper', url: 'https://openreview.net/forum?id=aB3dE5fG7h' }] },
      }),
    ],
    [undefined, read({ title: 'Why Quay Walls Lean' })],
    [undefined, read({ title: '潮汐预测' })],
  ])('%s: %j', (why, parsed) => expect(whyOf(weakTitles(parsed))).toBe(why));
});

it('lets a single paper have a short title', () => {
  const { papers, ...rest } = read({ title: 'Quiet Quays' });
  expect(weakTitles({ ...rest, papers: papers.slice(0, 2) })).toEqual([]);
  expect(weakTitles({ ...rest, papers })).toHaveLength(1);
});

describe('brokenTitles', () => {
  const why = 'in the midst of a text';
  it.each([
    [why, read({ title: 'The following walls may be built by' })],
    [why, read({ title: 'You may not build walls that lean,' })],
    [why, read({ title: 'or that have leant before' })],
    [why, read({ title: 'Walls of the Harbour', abstract: 'which is not yours, must stand.' })],
    [undefined, read({ title: 'Walls of the Harbour', abstract: 'We build walls.' })],
    [undefined, read({ title: 'quay2vec: Walls as Vectors' })],
    [undefined, read({ title: 'nnQuay: Walls, Again' })],
    [undefined, read({ title: 'Walls to Lean On', facts: { arxiv: '2501.04217' } })],
    [
      undefined,
      read({ title: 'Walls', abstract: 'proposes walls.' }, { format: 'papers-of-the-week' }),
    ],
  ])('%s: %j', (expected, parsed) => expect(whyOf(brokenTitles(parsed))).toBe(expected));
});

describe('parseDigest', () => {
  it.each([
    [
      'a table of options',
      '| Name | Purpose |\n| --- | --- |\n| DEPTH | How deep |\n| WIDTH | How wide |\n| HEIGHT | How high |\n',
      'papers-of-the-week',
    ],
    [
      'terms of use',
      Array.from(
        { length: 6 },
        (_, n) =>
          `Section ${'ABCDEF'[n]} of these terms shall apply to the walls and all that belongs to\n\nthe harbour, whoever has built it and whatever it was meant for, without any warranty of its keeper or owners.`,
      ).join('\n\n'),
      'hf-text',
    ],
  ])('refuses %s, and takes it when told to', (_, text, format) => {
    const file = '2025-03-11-a.txt';
    const { problems } = parseDigest({ file, text }, { format });
    expect(problems.map(({ code }) => code)).toEqual(['digest/nonsense']);
    expect(parseDigest({ file, text }, { format, yes: true }).papers.length).toBeGreaterThan(2);
  });
});
