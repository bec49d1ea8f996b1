import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countKinds } from '../../../src/digest/account.ts';
import { arxivListing } from '../../../src/digest/formats/arxiv-listing.ts';
import { splitLines } from '../../../src/digest/lines.ts';
import { runs } from '../../runs.ts';

const parse = (text: string) => arxivListing.parse({ file: 'digest.txt', text });
const recognise = (text: string) => arxivListing.recognise({ file: 'digest.txt', text }).confidence;

const page = `Frog Dynamics
Authors and titles for recent submissions
Tue, 12 Nov 2024
See today's new changes
Total of 3 entries : 1-3
[1] arXiv:2411.00001 [pdf, html, other]
Title: Frogs: Training-Free
Ann Bee, Cee Dee
Comments: Code at https://example.org/frog
Subjects: Machine Learning (cs.LG); Artificial Intelligence (cs.AI)

Frogs are hard to train.
We do not train them.

[2] arXiv:2411.00002 (cross-list from cs.CV) [pdf, html, other]
Title:
Toads
Ann Bee
Journal-ref: J. Ponds 12 (2024)
Subjects: Machine Learning (cs.LG)
[3] arXiv:2311.00003 (replaced) [pdf, html, other]
Title: Newts
Ann Bee
Subjects: Quantum Physics (quant-ph)

Newts.

Total of 3 entries : 1-3
About
Help
`;

test('reads a page of arXiv pasted as text', () => {
  const parsed = parse(page);
  expect(
    parsed.papers.map(({ title, abstract, lines, facts }) => ({ title, abstract, lines, facts })),
  ).toEqual([
    {
      title: 'Frogs: Training-Free',
      abstract: 'Frogs are hard to train. We do not train them.',
      lines: [6, 13],
      facts: {
        arxiv: '2411.00001',
        authors: ['Ann Bee', 'Cee Dee'],
        categories: ['cs.LG', 'cs.AI'],
        comment: 'Code at https://example.org/frog',
        links: [{ label: 'Code', url: 'https://example.org/frog' }],
      },
    },
    {
      title: 'Toads',
      abstract: undefined,
      lines: [15, 20],
      facts: {
        arxiv: '2411.00002',
        authors: ['Ann Bee'],
        venue: 'J. Ponds 12 (2024)',
        categories: ['cs.LG'],
      },
    },
    {
      title: 'Newts',
      abstract: 'Newts.',
      lines: [21, 26],
      facts: { arxiv: '2311.00003', authors: ['Ann Bee'], categories: ['quant-ph'] },
    },
  ]);
  expect(parsed.problems).toEqual([]);
  expect(parsed.dates).toMatchObject([{ year: 2024, month: 11, day: 12, line: 3 }]);
  expect(countKinds(parsed.lines)).toMatchObject({ banner: 4, footer: 3, unaccounted: 0 });
});

test('reads a search of arXiv pasted as text', () => {
  const { papers, problems } = parse(`Showing 1–1 of 1 results for all: frogs
Search v0.5.6 released 2020-02-24

1. arXiv:2503.00001 [pdf, other] cs.LG cs.AI doi 10.1234/frog
Frogs in a Pond
Authors: A. B. Cee, D. Eff
Abstract: We study frogs… ▽ More We study frogs in ponds. △ Less
Submitted 3 March, 2025; v1 submitted 1 January, 2025; originally announced January 2025.
Comments: 10 pages
`);
  expect(problems).toEqual([]);
  expect(papers).toEqual([
    {
      title: 'Frogs in a Pond',
      abstract: 'We study frogs in ponds.',
      notation: 'tex',
      lines: [4, 9],
      facts: {
        arxiv: '2503.00001',
        doi: '10.1234/frog',
        authors: ['A. B. Cee', 'D. Eff'],
        published: '2025-01-01',
        updated: '2025-03-03',
        categories: ['cs.LG', 'cs.AI'],
        comment: '10 pages',
      },
    },
  ]);
});

test('reads the page of one paper', () => {
  const parsed = parse(`Computer Science > Machine Learning
[Submitted on 17 Sep 2024 (v1), last revised 31 Jan 2025 (this version, v2)]
Title:Frogs: Improving Ponds
Authors:Ann Bee, Cee Dee
View PDF HTML (experimental)
Abstract:There is growing evidence of frogs.
Comments:\t9 pages
Subjects:\tMachine Learning (cs.LG)
Cite as:\tarXiv:2409.00001 [cs.LG]
 \t(or arXiv:2409.00001v2 [cs.LG] for this version)
Submission history
From: Ann Bee [view email]
[v1] Tue, 17 Sep 2024 15:39:37 UTC (1 KB)
`);
  expect(parsed.problems).toEqual([]);
  expect(parsed.dates).toEqual([]);
  expect(parsed.papers).toMatchObject([
    {
      title: 'Frogs: Improving Ponds',
      abstract: 'There is growing evidence of frogs.',
      facts: {
        arxiv: '2409.00001',
        authors: ['Ann Bee', 'Cee Dee'],
        published: '2024-09-17',
        categories: ['cs.LG'],
      },
    },
  ]);
});

const frogs = {
  title: 'Frogs in Ponds: A Study',
  abstract: 'We look at frogs. They croak: loudly.',
  facts: { arxiv: '2503.00001', authors: ['Ann Bee', 'Cee Dee'], categories: ['cs.LG', 'cs.AI'] },
};
const toads = { title: 'Toads', abstract: 'Toads are fine.', facts: { authors: ['Ann Bee'] } };

test.each([
  [
    'numbered, labels after the title',
    `Papers of 2025-03-11

1. Frogs in Ponds:
   A Study
Authors: Ann Bee, Cee Dee
Subjects: cs.LG, cs.AI
Abstract: We look at frogs.
They croak: loudly.
Link: https://arxiv.org/abs/2503.00001

2. Toads
Authors: Ann Bee
Abstract:
Toads are fine.
`,
  ],
  [
    'numbered in brackets, labels in another order, no blank lines',
    `[1] Title: Frogs in Ponds: A Study
URL: https://arxiv.org/abs/2503.00001v2
Abstract: We look at frogs.
They croak: loudly.
Authors: Ann Bee and Cee Dee
Categories: cs.LG cs.AI
[2] Title: Toads
Abstract: Toads are fine.
Authors: Ann Bee
`,
  ],
  [
    'with bare titles',
    `Frogs in Ponds: A Study
Authors: Ann Bee, Cee Dee
arXiv: 2503.00001 [cs.LG]
Categories: cs.LG, cs.AI
Summary: We look at frogs.
They croak: loudly.

Toads
Authors: Ann Bee
Summary: Toads are fine.
`,
  ],
  [
    'with numbers on lines of their own and dividers',
    `1)
Title: Frogs in Ponds: A Study
Authors: Ann Bee;
  Cee Dee
Subjects: Machine Learning (cs.LG);
  Artificial Intelligence (cs.AI)
ID: 2503.00001
Abstract: We look at frogs.
They croak: loudly.
----------------------------
2)
Title: Toads
Authors: Ann Bee
Abstract: Toads are fine.
----------------------------
You receive this because you asked for it.
`,
  ],
])('reads a list %s', (_, text) => {
  expect(recognise(text)).toBeGreaterThan(0.8);
  for (const copy of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
    const { papers, problems } = parse(copy);
    expect(papers.map(({ title, abstract, facts }) => ({ title, abstract, facts }))).toEqual([
      frogs,
      toads,
    ]);
    expect(problems).toEqual([]);
  }
});

test('a numbered list inside an abstract begins no paper', () => {
  const { papers } = parse(`1. Frogs
Authors: Ann Bee
Abstract: Contributions:
(1) one;
2. two;
Link: https://arxiv.org/abs/2503.00001
2. Toads
Authors: Ann Bee
Abstract: T.
`);
  expect(papers.map(({ title, abstract }) => [title, abstract])).toEqual([
    ['Frogs', 'Contributions: (1) one; 2. two;'],
    ['Toads', 'T.'],
  ]);
});

test('an orphaned field is reported', () => {
  const { problems } = parse('Abstract: of nothing\n');
  expect(problems.map(({ where }) => where.line)).toEqual([1]);
});

test.each([
  ['prose', 'We look at frogs.\n\nTitle of honour.\n'],
  ['a mailing', '\\\\\narXiv:2306.00011\nTitle: Frogs\nAuthors: A\nAbstract: x\n\\\\\n'],
  ['XML', '<feed>\nTitle: x\nAuthors: y\nAbstract: z\n</feed>'],
  ['BibTeX', '@article{a,\n title = {x}\n}'],
])('does not recognise %s', (_, text) => {
  expect(recognise(text)).toBe(0);
});

test('never throws and accounts for each line once', () => {
  const pieces = fc.constantFrom(
    ...splitLines(page),
    '1. Frogs',
    '2)',
    'Title: T',
    'Authors: A, B',
    'Abstract: a',
    'Link: https://arxiv.org/abs/2503.00001',
    '-----',
    'text',
    '',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.array(pieces, { maxLength: 40 }).map((lines) => lines.join('\n')),
        fc
          .tuple(fc.nat(page.length), fc.nat(page.length))
          .map(([from, to]) => page.slice(0, from) + page.slice(to)),
      ),
      (text) => {
        const { lines, papers, problems } = parse(text);
        expect(lines).toHaveLength(splitLines(text).length);
        expect(problems).toHaveLength(countKinds(lines).unaccounted);
        for (const { title } of papers) expect(title).not.toBe('');
      },
    ),
    runs(500),
  );
});

test('the day above the next papers is no abstract of the last one', () => {
  const { papers, problems } = parse(`Authors and titles for recent submissions
Tue, 12 Nov 2024 (showing 1 of 1 entries )
[1] arXiv:2411.00001 [pdf, html, other]
Title: Frogs
Ann Bee, Cee Dee
Subjects: Machine Learning (cs.LG)
Mon, 11 Nov 2024 (showing 1 of 1 entries )
[2] arXiv:2411.00002 [pdf, html, other]
Title: Toads
Ann Bee, Cee Dee
Subjects: Machine Learning (cs.LG)
`);
  expect(papers.map(({ title, abstract }) => [title, abstract])).toEqual([
    ['Frogs', undefined],
    ['Toads', undefined],
  ]);
  expect(problems).toEqual([]);
});

test('an address of the paper on a line of its own ends the abstract', () => {
  const { papers } = parse(`[1] Frogs
Authors: Ann Bee, Cee Dee
Abstract:
Frogs are hard to train; see https://example.org/frog
https://arxiv.org/abs/2411.00001

[2] Toads
Authors: Ann Bee
Abstract:
Toads are easy. Code:
https://example.org/toad
https://doi.org/10.1234/TOAD
`);
  expect(papers.map(({ abstract }) => abstract)).toEqual([
    'Frogs are hard to train; see https://example.org/frog',
    'Toads are easy. Code: https://example.org/toad',
  ]);
  expect(papers.map(({ facts: { arxiv, doi } }) => arxiv ?? doi)).toEqual([
    '2411.00001',
    '10.1234/toad',
  ]);
});

const prose =
  'Frogs are hard to train, and we show that it is better not to train them. This holds at scale.';

test.each([
  ['right after them', '\n', prose, prose],
  ['after a blank line', '\n\n', prose, prose],
  ['wrapped', '\n', `${prose}\nToads are not.`, `${prose} Toads are not.`],
  ['after a further label', '\nDate: 2024-05-06\n', prose, prose],
])('a paragraph after labelled authors is the abstract: %s', (_, gap, written, abstract) => {
  const text = `1. Quiet Frogs\nAuthors: Ann Bee, Cee Dee${gap}${written}\n\n2. Loud Toads\nAuthors: Cee Dee${gap}${written}\n`;
  expect(recognise(text)).toBeGreaterThan(0.8);
  const { papers, problems } = parse(text);
  expect(problems).toEqual([]);
  expect(papers.map((paper) => [paper.title, paper.abstract, paper.facts.authors])).toEqual([
    ['Quiet Frogs', abstract, ['Ann Bee', 'Cee Dee']],
    ['Loud Toads', abstract, ['Cee Dee']],
  ]);
});

test('authors that go on in the next line are no abstract', () => {
  const text =
    '1. Quiet Frogs\nAuthors: Ann Bee, Cee Dee,\nDee Eee of the University of the Ponds and Lakes, Eff Gee, Aitch Eye\n';
  expect(recognise(text)).toBe(0);
  expect(parse(text).papers[0]?.abstract).toBeUndefined();
});
