import { expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';

const read = (text: string) => parseDigest({ file: 'f', text });

const shown = (text: string) =>
  read(text).papers.map(
    ({ title, abstract, lines, facts: { arxiv, doi, authors, published } }) => ({
      title,
      lines,
      ...(abstract !== undefined && { abstract }),
      ...(arxiv !== undefined && { arxiv }),
      ...(doi !== undefined && { doi }),
      ...(authors && { authors }),
      ...(published !== undefined && { published }),
    }),
  );

const kilns = {
  title: 'Kilns without Smoke: A Study',
  abstract: 'We fire clay and measure what rises.',
  arxiv: '2602.01230',
  authors: ['Ann Potter', 'Bo Kiln'],
  published: '2026-02-03',
};

test.each([
  [
    'a list',
    `# to read
- title: "Kilns without Smoke: A Study"
  authors: [Ann Potter, Bo Kiln]
  arxiv: 2602.01230
  date: 2026-02-03
  abstract: >
    We fire clay
    and measure what rises.
- title: Clay, Again
  doi: 10.5555/kiln.77
  notes: null
`,
    [2, 8],
    [8, 11],
  ],
  [
    'records by name, Windows line ends',
    `kilns2026:\r\n  title: "Kilns without Smoke: A Study"\r\n  author: Ann Potter and Bo Kiln\r\n  url: https://arxiv.org/abs/2602.01230\r\n  published: 2026-02-03\r\n  summary: We fire clay and measure what rises.\r\nclay:\r\n  title: Clay, Again\r\n  doi: 10.5555/kiln.77\r\n`,
    [2, 6],
    [8, 9],
  ],
  [
    'a list under a key, beside others',
    `week: 5
papers:
  - name: "Kilns without Smoke: A Study"
    authors:
      - name: Ann Potter
      - name: Bo Kiln
    id: "2602.01230"
    published: 2026-02-03
    abstract: We fire clay and measure what rises.
  - name: Clay, Again
    doi: 10.5555/kiln.77
    abstract: ~
`,
    [3, 9],
    [10, 12],
  ],
])('YAML: %s', (_, text, first, second) => {
  const { format, problems } = read(text);
  expect(format).toBe('yaml');
  const [one, two] = shown(text);
  expect(one).toMatchObject(kilns);
  expect(two).toMatchObject({ title: 'Clay, Again', doi: '10.5555/kiln.77' });
  expect(problems).toEqual([]);
  expect(one?.lines[0]).toBe(first[0]);
  expect(two?.lines[0]).toBeGreaterThanOrEqual((second[0] ?? 0) - 1);
});

test('TOML: arrays of tables, a table in a table, tables by name', () => {
  const text = `week = 5

[[papers]]
title = "Kilns without Smoke: A Study"
authors = ["Ann Potter", "Bo Kiln"]
arxiv = "2602.01230"
date = 2026-02-03
abstract = """
We fire clay
and measure what rises."""

[papers.links]
code = "https://code.example/kiln"

[[papers]]
title = "Clay, Again"
doi = "10.5555/kiln.77"
`;
  expect(read(text).format).toBe('toml');
  expect(read(text).problems).toEqual([]);
  expect(shown(text)).toEqual([
    { ...kilns, lines: [3, 13] },
    { title: 'Clay, Again', doi: '10.5555/kiln.77', lines: [15, 17] },
  ]);
  const named = text.replaceAll('[[papers]]', '[kiln]').replace('[kiln]', '[first]');
  expect(shown(named.replace('[papers.links]', '[first.links]'))).toHaveLength(2);
});

test('what cannot be read is told; the rest is read', () => {
  const { papers, problems } = read(
    '[[papers]]\ntitle = "A Pot"\n\n[[papers]]\ntitle = "A Kiln\n\n[[papers]]\ntitle = "A Wheel"\n',
  );
  expect(papers.map(({ title }) => title)).toEqual(['A Pot', 'A Wheel']);
  expect(problems).toMatchObject([{ code: 'digest/unaccounted-line', where: { line: 4 } }]);
});

test.each([
  ['how to cite software', 'cff-version: 1.2.0\ntitle: Wheel\nauthors:\n  - name: Ann\n'],
  ['the menu of a site', 'nav:\n  - title: Home\n    url: /\n  - title: Pots\n    url: /pots/\n'],
  ['a workflow', 'name: build\non: push\njobs:\n  test:\n    name: Test\n    runs-on: linux\n'],
  ['nested without end', `papers:\n  - title: ${'['.repeat(20_000)}\n`],
])('is no digest: %s', (_, text) => {
  expect(['yaml', 'toml']).not.toContain(read(text).format);
});
