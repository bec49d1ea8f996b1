import { describe, expect, test } from 'vitest';
import { hfText } from '../../../src/digest/formats/hf-text.ts';
import { isPersonal, namesOf } from '../../../src/digest/names/person.ts';

describe('namesOf', () => {
  test.each([
    ['Ada Quill, José Núñez', ['Ada Quill', 'José Núñez']],
    ['Ada Quill and Bo Li', ['Ada Quill', 'Bo Li']],
    ['Ada Quill · Bo Li · 8 authors', ['Ada Quill', 'Bo Li']],
    ['Ada Quill, Bo Li and 3 others', ['Ada Quill', 'Bo Li']],
    ['Ada Quill, Bo Li, +3', ['Ada Quill', 'Bo Li']],
    ['Ada Quill et al.', ['Ada Quill']],
    ['Ada B. Quill, Jan van der Meer, and Bo Li', ['Ada B. Quill', 'Jan van der Meer', 'Bo Li']],
    ['Ada Quill1, Bo Li2*', ['Ada Quill', 'Bo Li']],
  ])('%s', (line, names) => {
    expect(namesOf(line)).toEqual(names);
  });

  test('of a list that is known to be one some names may look otherwise', () => {
    const line = 'Ada Quill, Bo Li, Plato, José Núñez, Jan van der Meer';
    expect(namesOf(line)).toBeUndefined();
    expect(namesOf(line, 0.8)).toHaveLength(5);
  });

  test.each([
    'Ada Quill',
    'Deep Learning',
    'Attention Is All You Need',
    'Ada, Bo and the Case of the Missing Graph',
    'Deep Learning, Large Models and Small Data',
    'Graph Neural Networks and Language Models',
    'Lattices, Gardens, and Rivers',
    'We met Ada Quill, Bo Li and others.',
    '',
  ])('"%s" is no list of names', (line) => {
    expect(namesOf(line)).toBeUndefined();
  });
});

test.each([
  ['Mei Tanaka', true],
  ['Deep Learning', false],
  ['Google DeepMind', false],
  ['Spotlight Paper', false],
  ['Mei', false],
])('%s is a person: %s', (text, personal) => {
  expect(isPersonal(text)).toBe(personal);
});

const abstract =
  'We propose a planner that makes every quiet graph useful for reading, and this holds at scale. Experiments on three datasets show that it is faster than the others.';
const titles = [
  'Quiet Graphs: A Study of Saying Little',
  'Learning to Route Messages with Sparse Lattices',
  'Can Robots Share a Kitchen?',
  'Weaving Patient Mirrors with Folded Signals',
];

/** Papers of a page, each a title with what stands before and after its abstract. */
function page(around: readonly (readonly [readonly string[], readonly string[]])[]): string[] {
  const blocks = around.flatMap(([inside, after], index) => [
    titles[index] ?? '',
    ...inside,
    abstract,
    ...after,
  ]);
  return ['Daily Papers', 'Mar 11', ...blocks];
}

const separators = [
  ['a blank line between', '\n\n'],
  ['no blank line between', '\n'],
] as const;

const parse = (lines: readonly string[], separator: string) =>
  hfText.parse({ file: 'digest.txt', text: lines.join(separator) });

describe.each(separators)('names on a page, %s', (_, separator) => {
  const names = [
    'Ada Quill, José Núñez',
    'Ada Quill · Bo Li · 8 authors',
    'Ada Quill, Bo Li and 3 others',
  ];

  test.each([
    ['between title and abstract', page(names.map((line) => [[line], []]))],
    ['after the abstract', page(names.map((line) => [[], [line]]))],
  ])('%s are those of the authors', (_place, lines) => {
    const { lines: accounts, papers, problems } = parse(lines, separator);
    expect(problems).toEqual([]);
    expect(papers.map(({ title }) => title)).toEqual(titles.slice(0, 3));
    expect(papers.every((paper) => paper.abstract === abstract)).toBe(true);
    expect(papers.map(({ facts }) => facts.authors)).toEqual([
      ['Ada Quill', 'José Núñez'],
      ['Ada Quill', 'Bo Li'],
      ['Ada Quill', 'Bo Li'],
    ]);
    const reasons = accounts.filter(({ kind }) => kind === 'meta').map(({ reason }) => reason);
    expect(reasons).toEqual(Array.from({ length: 3 }, () => 'meta: the names of authors'));
  });

  test('one name alone is an author where the other papers have names there', () => {
    const lines = page([
      [['Ada Quill, Bo Li'], []],
      [['Cee Dee, Bo Li'], []],
      [['Mei Tanaka'], []],
    ]);
    const { papers } = parse(lines, separator);
    expect(papers).toHaveLength(3);
    expect(papers[2]?.facts.authors).toEqual(['Mei Tanaka']);
  });

  test.each([
    ['Upvote', ['Upvote', '12']],
    ['votes', ['12 upvotes']],
    ['the number of authors', ['· 8 authors']],
    ['a rule', ['---']],
  ])('one between an abstract and %s is no paper', (_kind, after) => {
    const lines = page([
      [[], ['Google DeepMind', ...after]],
      [[], after],
      [[], ['akhaliq', ...after]],
      [[], ['ByteDance Seed', ...after]],
    ]);
    const { lines: accounts, papers, problems } = parse(lines, separator);
    expect(problems).toEqual([]);
    expect(papers.map(({ title }) => title)).toEqual(titles);
    expect(papers.every(({ facts }) => facts.authors === undefined)).toBe(true);
    const text = lines.join(separator).split('\n');
    const kinds = ['Google DeepMind', 'akhaliq', 'ByteDance Seed'].map(
      (name) => accounts[text.indexOf(name)]?.kind,
    );
    expect(kinds).toEqual(['meta', 'meta', 'meta']);
  });

  test.each(['Deep Learning', 'Attention Is All You Need', 'Qwen'])(
    '%s without an abstract is a paper, with its own votes or none',
    (title) => {
      const voted = page([
        [[], ['Upvote', '12']],
        [[], ['Upvote', '3', title, 'Upvote', '5']],
        [[], ['Upvote', '7']],
      ]);
      const bare = page([
        [[], []],
        [[], [title]],
        [[], []],
      ]);
      const expected = [titles[0], titles[1], title, titles[2]];
      for (const lines of [voted, bare]) {
        expect(parse(lines, separator).papers.map((paper) => paper.title)).toEqual(expected);
      }
    },
  );

  test.each([
    'Quiet Widths and Louder Widths',
    'Soft Lattices, Hard Gardens',
    'Deep Learning',
    'Ada Quill',
  ])('"%s" before an abstract stays a title', (title) => {
    const lines = page([
      [[], [title, abstract]],
      [[], []],
    ]);
    const { papers } = parse(lines, separator);
    expect(papers.map((paper) => paper.title)).toEqual([titles[0], title, titles[1]]);
    expect(papers.every((paper) => paper.abstract === abstract)).toBe(true);
  });
});
