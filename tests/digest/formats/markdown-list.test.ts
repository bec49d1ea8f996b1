import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { markdownList } from '../../../src/digest/formats/markdown.ts';
import type { CapturedPaper, ParsedDigest } from '../../../src/digest/model.ts';
import { withoutEmphasis } from '../../../src/text/emphasis.ts';

const read = (name: string): string =>
  readFileSync(new URL(`markdown/${name}.txt`, import.meta.url), 'utf8');
const parse = (text: string): ParsedDigest => markdownList.parse({ file: 'list.md', text });

describe('an awesome-list', () => {
  const { papers, lines, problems } = parse(read('awesome'));

  test('gives titles, notes and facts of its papers, and of nothing else', () => {
    expect(papers.map(({ title, abstract, facts }) => ({ title, abstract, ...facts }))).toEqual([
      {
        title: 'A Survey of Lakes',
        arxiv: '2401.00001',
        venue: 'ICLR 2024',
        links: [{ label: 'Code', url: 'https://github.com/a/b' }],
      },
      {
        title: 'Lakes: What, Why and How',
        abstract: 'A long overview of lakes [1999] and their models.',
        arxiv: '2402.00002',
      },
      {
        title: 'Rivers and Lakes',
        authors: ['Ada Lovelace', 'Charles Babbage'],
        venue: 'NeurIPS 2023',
        links: [{ label: 'PDF', url: 'https://proceedings.neurips.cc/paper/x.pdf' }],
      },
      {
        title: 'Deep Lake Learning',
        arxiv: '2403.00003',
        authors: ['Ada Lovelace', 'Charles Babbage'],
        published: '2024-03',
      },
      {
        title: 'LakeBench: Benchmarking $O(n^2)$ lakes',
        arxiv: '2402.00004',
        published: '2024-02',
        links: [{ label: 'Project', url: 'https://lake.example' }],
      },
      {
        title: 'Seeing the Lake',
        venue: 'CVPR 2024',
        links: [
          { label: 'Link', url: 'https://openaccess.thecvf.com/content/x.html' },
          { label: 'Code', url: 'https://github.com/z/w' },
        ],
      },
      {
        title: 'LakeFormer: A Transformer for Lakes',
        abstract: 'Transformers for lakes are slow. We make them fast by freezing the lake.',
        arxiv: '2404.00005',
        links: [{ label: 'Code', url: 'https://github.com/l/f' }],
      },
      {
        title: 'A Lake is Worth 16x16 Ponds',
        venue: 'ICLR 2021',
        links: [{ label: 'Paper', url: 'https://openreview.net/forum?id=x' }],
      },
    ]);
    expect(problems).toEqual([]);
  });

  test('accounts for contents, news and tools', () => {
    expect(lines[6]?.reason).toBe('banner: an item of a list that names no paper');
    expect(lines[11]?.reason).toBe('banner: an item of a list that names no paper');
    expect(lines.at(-1)?.reason).toBe('footer: an item of a list that names no paper');
    expect(lines[25]?.reason).toBe('meta: links');
  });
});

test('numbered titles with labelled lines', () => {
  const { papers, problems } = parse(read('numbered'));
  expect(papers).toEqual([
    {
      title: 'Lake Models for Everyone',
      abstract: 'We present lake models that everyone can use. They are wrapped over two lines.',
      notation: 'plain',
      lines: [3, 7],
      facts: { authors: ['Ada Lovelace', 'Charles Babbage'], categories: ['cs.LG', 'stat.ML'] },
    },
    {
      title: 'On the Depth of Lakes',
      abstract: 'Depth is hard to measure. We measure it.',
      notation: 'plain',
      lines: [9, 12],
      facts: { arxiv: '2401.00002', authors: ['Grace Hopper'] },
    },
  ] satisfies CapturedPaper[]);
  expect(problems).toEqual([]);
});

test('a heading for each paper', () => {
  const { papers, dates, lines, problems } = parse(read('headed'));
  expect(papers).toEqual([
    {
      title: 'Lake Models for Everyone',
      abstract: 'We present lake models that everyone can use, with $x^2$ water.',
      notation: 'tex',
      lines: [7, 11],
      facts: { arxiv: '2403.00001', authors: ['Ada Lovelace', 'Charles Babbage'] },
    },
    {
      title: 'On the Depth of Lakes',
      abstract:
        'Depth is hard to measure. We measure it with a rope, which is long enough for all of the categories: ponds, lakes and seas.',
      notation: 'plain',
      lines: [13, 22],
      facts: {
        arxiv: '2403.00002',
        authors: ['Grace Hopper', 'Alan Turing'],
        published: '2024-03-01',
        categories: ['cs.LG', 'stat.ML'],
      },
    },
    {
      title: 'Seeing Lakes',
      abstract:
        'Seeing is believing. We believe in lakes.\n\nA second paragraph of the abstract, which says more.',
      notation: 'plain',
      lines: [26, 39],
      facts: {
        arxiv: '2403.00003',
        links: [{ label: 'Code', url: 'https://github.com/see/lakes' }],
      },
    },
  ] satisfies CapturedPaper[]);
  expect(dates).toMatchObject([{ year: 2024, month: 3, day: 5, line: 3 }]);
  expect(lines.at(-1)?.kind).toBe('footer');
  expect(problems).toEqual([]);
});

test('sentences with an address below', () => {
  const { papers, dates, problems } = parse(read('week-one'));
  expect(papers.map(({ title, facts }) => [title, facts.arxiv])).toEqual([
    [
      'Lakehouse introduces Pond, a new text-to-lake model; significantly more efficient than others',
      '2301.00704',
    ],
    ['A Succinct Summary of Lakes', '2301.01379'],
  ]);
  expect(dates).toMatchObject([{ month: 1, day: 1, line: 3 }]);
  expect(problems).toEqual([]);
});

const only = (item: string): CapturedPaper | undefined =>
  parse(`## Papers\n\n- ${item}\n- [A Second Lake](https://arxiv.org/abs/2401.99999)\n`).papers[0];

test.each([
  ['[**Lake LM**: Models of Lakes](https://arxiv.org/abs/2402.00001)', 'Lake LM: Models of Lakes'],
  [
    '**BERT**: [BERT: Deep Bidirectional Lakes](https://arxiv.org/abs/1810.04805), NAACL 2019',
    'BERT: Deep Bidirectional Lakes',
  ],
  ['Plain Lakes [arXiv:2401.12345](https://arxiv.org/abs/2401.12345)', 'Plain Lakes'],
  ['[ICML 2024] Lake Routing [[Paper](https://arxiv.org/abs/2405.00001)]', 'Lake Routing'],
  [
    '📄 [Lake-1: A Report](https://arxiv.org/pdf/2501.00001.pdf) by Ada Lovelace - shows a lake',
    'Lake-1: A Report',
  ],
  [
    '**Demo: A Lake You Can Touch** [[code]](https://github.com/a/b) (UIST 2023)',
    'Demo: A Lake You Can Touch',
  ],
  [
    'Lovelace, A., & Babbage, C. (2023). Lake computing machines. Journal of Lakes, 3(2). https://doi.org/10.1234/abc',
    'Lake computing machines',
  ],
  [
    'Ada Lovelace and Charles Babbage. Lakes and Engines. In ICML 2020. [pdf](https://x.example/y.pdf)',
    'Lakes and Engines',
  ],
  // Questions, dashes, brackets and quotes inside of titles, and facts behind them.
  ...[
    'Are Lakes Deep? Soundings of Small Ponds',
    'Are Lakes Deep? A Large-Scale Study',
    'Drying of Lakes by Marsh (De)Activation',
    'Dry Lakes Found Again (Extended Abstract)',
    'Lake Watch - first measurements of a pond in winter',
    'Salt vs. Silt: The Bottom of Young Lakes',
  ].flatMap((title) => [
    [`${title} [[Paper]](https://arxiv.org/abs/2405.00001)`, title],
    [`${title} (2024-05) [arXiv:2405.00001](https://arxiv.org/abs/2405.00001)`, title],
  ]),
  [
    '“The lake is mine”: Quarrels about Water [[pdf]](https://arxiv.org/abs/2405.00001)',
    '“The lake is mine”: Quarrels about Water',
  ],
  [
    'Who Owns a Lake? Ada Lovelace, Charles Babbage. ICML 2024. [[pdf]](https://arxiv.org/abs/2405.00001)',
    'Who Owns a Lake?',
  ],
  ['Who Owns a Lake? ICLR 2024 [[pdf]](https://arxiv.org/abs/2405.00001)', 'Who Owns a Lake?'],
])('the title of "%s"', (item, title) => {
  expect(only(item)?.title).toBe(title);
});

test('an item among papers that names none is unaccounted', () => {
  const { problems } = parse(
    '## Papers\n\n- [A Lake Paper](https://arxiv.org/abs/2401.00001)\n- [A Pond Paper](https://arxiv.org/abs/2401.00002)\n- something else altogether\n',
  );
  expect(problems).toMatchObject([{ code: 'digest/unaccounted-line', where: { line: 5 } }]);
});

test('the last of the names that end in a stop is one of them', () => {
  const paper = only(
    '[A Lake Paper](https://arxiv.org/abs/2401.00001) - Ada Lovelace, C. Babbage, Wei-Lin Zhao. *ICLR 2025*. [[code]](https://github.com/a/b)',
  );
  expect(paper?.facts.authors).toEqual(['Ada Lovelace', 'C. Babbage', 'Wei-Lin Zhao']);
  expect(paper?.facts.venue).toBe('ICLR 2025');
  expect(paper?.abstract).toBeUndefined();
});

test.each([
  ['*Mei Tanaka* - A note on the lake.', ['Mei Tanaka'], 'A note on the lake.'],
  ['*Mei Tanaka*. A note on the lake.', ['Mei Tanaka'], 'A note on the lake.'],
  ['(ICLR 2024), *Mei Tanaka*<br>A note on the lake.', ['Mei Tanaka'], 'A note on the lake.'],
  ['\n  *Mei Tanaka*\n  A note on the lake.', ['Mei Tanaka'], 'A note on the lake.'],
  ['*Big Frogs* are here to stay.', undefined, 'Big Frogs are here to stay.'],
  ['*Google DeepMind*. A note on it.', undefined, 'Google DeepMind. A note on it.'],
])('a single author in italics: %j', (rest, authors, note) => {
  const paper = only(`[A Lake Paper](https://arxiv.org/abs/2401.00001) ${rest}`);
  expect(paper?.facts.authors).toEqual(authors);
  expect(withoutEmphasis(paper?.abstract ?? '')).toBe(note);
});
