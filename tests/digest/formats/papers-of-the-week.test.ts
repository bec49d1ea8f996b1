import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { papersOfTheWeek } from '../../../src/digest/formats/markdown.ts';
import type { ParsedDigest } from '../../../src/digest/model.ts';

const read = (name: string): string =>
  readFileSync(new URL(`markdown/${name}.txt`, import.meta.url), 'utf8');
const parse = (text: string): ParsedDigest => papersOfTheWeek.parse({ file: 'week.md', text });

test('the first tables: titles in bold, links with labels', () => {
  const { papers, dates, lines, problems } = parse(read('week2023'));
  expect(papers).toEqual([
    {
      title: 'Pond: Text-To-Lake via Masked Lakes',
      abstract: 'introduces Pond, Q&A too.',
      notation: 'plain',
      lines: [5, 5],
      facts: {
        arxiv: '2301.00704',
        links: [
          { label: 'Project', url: 'https://pond.example/' },
          { label: 'Code', url: 'https://github.com/a/pond' },
          { label: 'Tweet', url: 'https://twitter.com/a/status/1?s=20' },
        ],
      },
    },
    {
      title: 'WAVE-E',
      abstract: 'a performant model; "pruned to 50%, without retraining."',
      notation: 'plain',
      lines: [6, 6],
      facts: {
        links: [
          { label: 'Project', url: 'https://wave.example/' },
          { label: 'Tweet', url: 'https://twitter.com/a/status/2' },
        ],
      },
    },
    {
      title: 'Large Lake Models',
      abstract: 'presents a|b.',
      notation: 'plain',
      lines: [7, 7],
      facts: {
        links: [
          { label: 'Paper', url: 'https://lakes.example/paper' },
          { label: 'Tweet', url: 'https://twitter.com/a/status/3' },
        ],
      },
    },
  ]);
  expect(dates).toEqual([
    { text: 'Top ML Papers of the Week (Jan 1-8)', month: 1, day: 1, line: 1 },
  ]);
  expect(lines[2]?.reason).toBe('banner: the head of a table');
  expect(lines[8]?.reason).toBe('footer: a rule');
  expect(problems).toEqual([]);
});

test('later tables: titles parted by two blanks, points after breaks, years in headings', () => {
  const { papers, dates, problems } = parse(read('weeks'));
  expect(papers.map(({ title, abstract, facts }) => [title, abstract, facts.arxiv])).toEqual([
    [
      'Ultra-Fast Lakes',
      'This paper introduces Mercury, a family of lakes (the <IS> ones).\n\n● Mercury is a lake.\n\n● It matches others.',
      '2506.17298',
    ],
    ['The Byte Pond (BP)', 'introduces a pond.', '2506.15841'],
    ['Lake Zero', 'A model of zero lakes.', '2501.00001'],
    ['Lake One', 'A model of one lake.', '2502.00001'],
  ]);
  expect(papers[0]?.facts.links).toEqual([{ label: 'Tweet', url: 'https://x.com/a/status/1' }]);
  expect(dates.map(({ year, month, day, line }) => [year, month, day, line])).toEqual([
    [2025, 6, 23, 7],
    // The year behind a span is its last day's.
    [2024, 12, 30, 13],
    // The year of the page, where the span has none.
    [2025, 2, 6, 18],
  ]);
  expect(problems).toEqual([]);
});

test('columns in any order; what has no title is no paper', () => {
  const { papers, lines, problems } = parse(read('tables'));
  expect(papers).toEqual([
    {
      title: 'Lakes in the Wild',
      notation: 'plain',
      lines: [5, 5],
      facts: {
        arxiv: '2405.00001',
        published: '2024-05-01',
        links: [{ label: 'Code', url: 'https://github.com/q/w' }],
      },
    },
    {
      title: 'Ponds in the Wild',
      notation: 'plain',
      lines: [6, 6],
      facts: {
        arxiv: '2405.00002',
        authors: ['Grace Hopper', 'Alan Turing'],
        published: '2024-05-02',
      },
    },
    {
      title: 'Pond Studies',
      abstract: 'We study ponds with $x^2$ fish.',
      notation: 'tex',
      lines: [10, 10],
      facts: { arxiv: '2406.00001' },
    },
  ]);
  expect(lines[13]?.reason).toBe('footer: a row of a table that names no paper');
  expect(problems).toEqual([]);
});

test.each([
  [
    '| 1. [A Lake Title](https://arxiv.org/abs/2303.00001): a summary |',
    'A Lake Title',
    'a summary',
  ],
  ['| **A Lake Title** |', 'A Lake Title', undefined],
  ['| 12) A Lake Title – in short |', 'A Lake Title', 'in short'],
  ['| A Lake<br>Title line two |', 'A Lake', 'Title line two'],
  ['| 3) *Lakes* and `ponds` |', 'Lakes and ponds', undefined],
])('a cell of a paper: %s', (row, title, abstract) => {
  const [paper] = parse(`| Paper |\n|---|\n${row}\n`).papers;
  expect([paper?.title, paper?.abstract]).toEqual([title, abstract]);
});
