import { expect, test } from 'vitest';
import { doubtsOf } from '../../src/digest/gate/doubts.ts';
import type { CapturedPaper, ParsedDigest } from '../../src/digest/model.ts';

const file = 'archive/digests/2025-03-11-x.txt';
const text = (of: string): string => `${of} were counted by hand for years. `.repeat(9).trim();

/** Titles and paragraphs, one a line and a blank one after each, as the papers that somebody read in them. */
function digest(papers: readonly (readonly string[])[], authors: readonly string[] = []) {
  const lines: ParsedDigest['lines'][number][] = [];
  const source: string[] = [];
  const read = papers.map(([title = '', ...paragraphs], index): CapturedPaper => {
    const first = source.length + 1;
    for (const [at, line] of [title, ...paragraphs].entries()) {
      source.push(line, '');
      lines.push(
        { kind: at === 0 ? 'title' : 'abstract', reason: '' },
        { kind: 'blank', reason: '' },
      );
    }
    const abstract = paragraphs.join('\n\n');
    const name = authors[index];
    return {
      title,
      ...(abstract !== '' && { abstract }),
      notation: 'plain',
      lines: [first, source.length - 1],
      facts: name === undefined ? {} : { authors: [name] },
    };
  });
  const parsed: ParsedDigest = {
    format: 'x',
    why: '',
    dates: [],
    banner: [],
    papers: read,
    lines,
    problems: [],
  };
  return doubtsOf({ file, text: source.join('\n') }, parsed).map(({ code, where, what }) => [
    code,
    where.line,
    what,
  ]);
}

const usual = ['Bees', 'Looms', 'Kilns', 'Ferries'].map((of) => [`On ${of} and Us`, text(of)]);

test('papers that are all alike in shape raise no doubt', () => {
  expect(digest(usual)).toEqual([]);
  expect(digest(usual.map(([title = '']) => [title]))).toEqual([]);
  expect(digest(usual.map(([title = '', own = '']) => [title, own, own]))).toEqual([]);
});

test('a short line between two long ones may be a title', () => {
  const swallowing = [
    'On Meadows',
    text('Meadows'),
    'Who counts the organs of the north?',
    text('Organs'),
  ];
  expect(digest([...usual, swallowing])).toEqual([
    [
      'digest/perhaps-two',
      21,
      'The abstract of "On Meadows" (lines 17 to 23) is longer than those around it. Either it has several paragraphs, or another paper begins in it: "Who counts the organs of the north?".',
    ],
  ]);
});

test('two long paragraphs where the others have one', () => {
  expect(digest([...usual, ['On Meadows', text('Meadows'), text('Organs')]])).toMatchObject([
    ['digest/perhaps-two', 17, expect.stringContaining('begins in it: "Organs were counted')],
  ]);
});

test('an abstract that names other papers may be a list', () => {
  const list = [1, 2, 3].map(
    (n) => `On Bees ${String(n)} https://arxiv.org/abs/2501.1000${String(n)}`,
  );
  expect(digest([['Week 2', list.join(' ')]])).toMatchObject([
    ['digest/perhaps-two', 1, expect.any(String)],
  ]);
  expect(digest([['Week 2', list.slice(1).join(' ')]])).toEqual([]);
});

test('titles without an abstract among titles with one', () => {
  expect(digest([...usual, ['On Meadows']])).toEqual([
    [
      'digest/some-bare',
      17,
      'Papers without an abstract: 1 (lines 17), while the other 4 have one. Either the digest gives none, or these lines are not titles.',
    ],
  ]);
});

test('a title as long as an abstract', () => {
  expect(digest([...usual, [`On Meadows ${text('Meadows')}`, text('Meadows')]])).toMatchObject([
    ['digest/long-title', 17, expect.stringContaining('"On Meadows Meadows were counted')],
  ]);
});

test('titles and authors that are the same', () => {
  const views = usual.map(([, own = '']) => ['View PDF', own]);
  expect(digest([...views, ['On Meadows', text('Meadows')]])).toMatchObject([
    [
      'digest/alike',
      1,
      '4 of 5 papers have the same title (lines 1, 5, 9, 13). Either the digest says so, or something else was taken for it.',
    ],
  ]);
  expect(digest(usual, ['Code', 'Code', 'Code', 'Code'])).toMatchObject([
    ['digest/alike', 1, expect.any(String)],
  ]);
  expect(digest(usual, ['Ann', 'Bo', 'Cy', 'Ann'])).toEqual([]);
});
