import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countKinds } from '../../../src/digest/account.ts';
import { hfMarkdown, markdownList, papersOfTheWeek } from '../../../src/digest/formats/markdown.ts';
import type { ParsedDigest } from '../../../src/digest/model.ts';
import { parseDigest } from '../../../src/digest/parse.ts';
import { foundingDigest, foundingFile } from '../../founding.ts';

const read = (name: string): string =>
  readFileSync(new URL(`markdown/${name}.txt`, import.meta.url), 'utf8');
const parse = (text: string): ParsedDigest => hfMarkdown.parse({ file: 'page.md', text });
const titles = ({ papers }: ParsedDigest): string[] => papers.map(({ title }) => title);

describe('a page scraped block by block', () => {
  const digest = parse(read('scraped'));

  test('gives every paper, the one that is cut included', () => {
    expect(titles(digest)).toEqual([
      'Sonar Once: Counting Whales That Answer',
      'The Noisy Path of a Song: Measuring How Whales Quote Each Other',
      'Whale Navigator',
      'DeepWhale: Auditing Deep Res',
    ]);
    expect(digest.problems).toEqual([]);
  });

  test('resolves escapes, and takes the date without the count of comments glued to it', () => {
    expect(digest.papers[0]).toEqual({
      title: 'Sonar Once: Counting Whales That Answer',
      abstract:
        'Whales are counted in many ways, and the counts do not agree [1]. We present a sonar that asks each whale once, with 95_percent of the whales answering.',
      notation: 'plain',
      lines: [12, 22],
      facts: { arxiv: '2609.11115', published: '2026-09-09', upvotes: 173 },
    });
  });

  test('joins lines that end in backslashes, and counts a dash as no votes', () => {
    expect(digest.papers[1]).toMatchObject({
      abstract:
        'Whales sing the songs of other whales and change them a little on the way. We followed one song around the world and wrote down what became of it -- the first verse is lost, the last one -- three notes -- remains.',
      lines: [24, 39],
      facts: { arxiv: '2502.20581', published: '2025-02-27' },
    });
    expect(digest.papers[1]?.facts.upvotes).toBeUndefined();
  });

  test('takes the day at the top for the digest’s', () => {
    expect(digest.dates).toEqual([{ text: 'Oct 2', month: 10, day: 2, line: 10 }]);
  });

  test('says of each line what it is', () => {
    const { lines } = digest;
    expect(lines[2]?.reason).toBe('banner: a heading of the page');
    expect(lines[11]?.reason).toBe('meta: votes');
    expect(lines[13]?.reason).toBe('title: followed by its abstract');
    expect(lines[32]?.reason).toBe('meta: the number of authors');
    expect(countKinds(lines)).toMatchObject({ title: 4, abstract: 6, date: 1, unaccounted: 0 });
  });
});

describe('a page with numbered links', () => {
  const digest = parse(read('numbered-links'));

  test('is read without its references', () => {
    expect(digest.papers.map(({ title, lines, facts }) => [title, lines, facts])).toEqual([
      ['FERNWEH: An Efficient System for Long-Form Lake Measurement', [36, 53], {}],
      [
        'Ponds 1.5: Counting frogs across thousands of reeds and rushes',
        [54, 73],
        { published: '2024-03-08', upvotes: 65 },
      ],
      ['Skater-Aware Recognition of Lakes', [74, 88], { upvotes: 1 }],
      ['Reducing Distraction at Long Lakes by Focused Looking', [89, 100], { upvotes: 1 }],
    ]);
    expect(digest.problems).toEqual([]);
  });

  test('keeps paragraphs, and text that is no Markdown', () => {
    expect(digest.papers[1]?.abstract).toBe(
      'In this report, we count frogs by their calls, with a model that tells SAP^{2} species apart and needs no more than a telephone.\n\nA second paragraph says what we found: more frogs than anybody had thought, in all ponds but one.',
    );
  });

  test('keeps an abstract that is cut in mid-word', () => {
    expect(digest.papers[3]?.abstract).toMatch(/eyes on the rope\. Ho$/);
    expect(digest.lines[99]?.reason).toBe('meta: the end of a cut capture');
  });

  test('takes ids, and the years of dates, from references at the end', () => {
    const references = [
      '[32]: https://huggingface.co/papers/2605.11111',
      '[36]: https://huggingface.co/papers/2403.22222',
      '  41. https://huggingface.co/papers/2603.33333',
    ];
    const whole = parse(
      `${read('numbered-links').replace('[Content truncated]\n```', '```')}\n${references.join('\n')}\n`,
    );
    expect(whole.papers.map(({ facts: { arxiv, published } }) => [arxiv, published])).toEqual([
      ['2605.11111', '2026-05-30'],
      ['2403.22222', '2024-03-08'],
      ['2603.33333', '2026-03-13'],
      [undefined, undefined],
    ]);
    expect(whole.problems).toEqual([]);
  });
});

describe('a trending page', () => {
  const { papers, problems } = parse(read('trending'));

  test('gives an entry that it lists twice twice, each with its own lines', () => {
    expect(papers.map(({ title, lines }) => [title, lines])).toEqual([
      ['Kondor 6.0 Video: Birds That Sing in Time', [40, 62]],
      ['Kondor 6.0 Video: Birds That Sing in Time', [65, 88]],
      ['TradingBirds: A Flock of Models at the Market', [91, 119]],
      ['TradingBirds: A Flock of Models at the Market', [122, 151]],
    ]);
    expect(problems).toEqual([]);
  });

  test('reads votes, dates and code around the abstract', () => {
    expect(papers[0]?.facts).toEqual({
      arxiv: '2610.05608',
      published: '2026-10-04',
      upvotes: 117,
      links: [{ label: 'Code', url: 'https://github.com/kondorlab/kondor-6' }],
    });
    expect(papers[3]?.facts).toMatchObject({ published: '2024-12-28', upvotes: 149 });
  });
});

test.each([
  [
    'reader',
    [
      ['Footprints v3', '2508.10104', 74],
      ['Thyme: A Herb for Every Hour', '2508.11111', 51],
    ],
  ],
  [
    'relative',
    [
      ['Owls by Night: Experts That Need No Training', '2503.07605', 34],
      ['Day Owl: Seeing What Hides in Light', '2503.07606', 12],
    ],
  ],
  [
    'bare-links',
    [
      ['How Much Can You Pack into a Suitcase of Weights?', '2502.14502', 74],
      ['Reading Twice: Answers to the Question', '2502.14922', undefined],
    ],
  ],
])('%s: titles, ids and votes', (name, rows) => {
  const { papers, problems } = parse(read(name));
  expect(papers.map(({ title, facts }) => [title, facts.arxiv, facts.upvotes])).toEqual(rows);
  expect(problems).toEqual([]);
});

test('titles that are headings without links are found by their level', () => {
  const entry = (n: number): string =>
    `### Lakes and Ponds: Volume ${n}\n  of the Series\n\nWe present volume ${n} of our series on lakes, whose code is available at:\nhttps://example.org/volume-${n}\n- 8 authors\n[LINK: GitHub 11.3k](https://github.com/lakes/v${n})\n`;
  const { papers, problems } = parse(
    `**Page Title:** Trending Papers - Hugging Face\n\n## Trending Papers\n\n## by AK and the research community\n\n${[1, 2, 3].map(entry).join('\n')}\n--------------------\n`,
  );
  expect(papers).toHaveLength(3);
  expect(papers[1]).toEqual({
    title: 'Lakes and Ponds: Volume 2 of the Series',
    abstract:
      'We present volume 2 of our series on lakes, whose code is available at: https://example.org/volume-2',
    notation: 'plain',
    lines: [15, 21],
    facts: { links: [{ label: 'Code', url: 'https://github.com/lakes/v2' }] },
  });
  expect(problems).toEqual([]);
});

describe('reports about a day’s papers', () => {
  test('a report that speaks of papers by id', () => {
    const { papers, dates, lines, problems } = parse(read('report'));
    expect(papers[0]).toEqual({
      title: 'RopeLake: Measuring Depth by Rope',
      abstract: String.raw`A rope for lakes

Best-supported result: Depth within 3 \(\%\) of sonar

Key caveat: One lake only

The rope was 40 metres long.`,
      notation: 'tex',
      lines: [22, 22],
      facts: { arxiv: '2608.05102' },
    });
    expect(titles({ papers } as ParsedDigest)).toHaveLength(2);
    expect(dates).toMatchObject([{ year: 2026, month: 8, day: 6, line: 1 }]);
    expect(lines.at(-5)?.reason).toBe('footer: a paper of another day, 2607.27652');
    expect(problems).toEqual([]);
  });

  test('summaries under headings', () => {
    const { papers, problems } = parse(read('summaries'));
    expect(papers.map(({ title, facts }) => [title, facts])).toEqual([
      ['DragLake-2: Physically Plausible Lakes', { arxiv: '2606.15133' }],
      ['Playful Ponds', { arxiv: '2606.19419' }],
    ]);
    expect(papers[0]?.abstract?.split('\n\n')).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  test('disclosures', () => {
    const { papers, problems } = parse(read('disclosures'));
    expect(papers).toHaveLength(2);
    expect(papers[1]).toMatchObject({
      title: 'The Geometric Parrot: Predicting Steerability',
      facts: { arxiv: '2604.17698', authors: ['Ada B. Lovelace', 'Charles Babbage'] },
    });
    expect(problems).toEqual([]);
  });
});

describe('recognition', () => {
  const sure = (name: string): string => {
    const capture = { file: name, text: read(name) };
    const ranked = [hfMarkdown, papersOfTheWeek, markdownList]
      .map(({ id, recognise }) => ({ id, confidence: recognise(capture).confidence }))
      .toSorted((a, b) => b.confidence - a.confidence);
    expect(ranked[0]?.confidence).toBeGreaterThan(0.8);
    expect((ranked[0]?.confidence ?? 0) - (ranked[1]?.confidence ?? 0)).toBeGreaterThan(0.01);
    return ranked[0]?.id ?? '';
  };

  test.each([
    ...['scraped', 'numbered-links', 'trending', 'reader', 'relative', 'bare-links', 'report'].map(
      (name) => [name, 'hf-markdown'] as const,
    ),
    ...['summaries', 'disclosures'].map((name) => [name, 'hf-markdown'] as const),
    ...['week2023', 'weeks', 'tables'].map((name) => [name, 'papers-of-the-week'] as const),
    ...['awesome', 'headed', 'week-one', 'numbered'].map(
      (name) => [name, 'markdown-list'] as const,
    ),
  ])('%s is %s', (name, id) => {
    expect(sure(name)).toBe(id);
  });

  test.each([
    ['plain text', foundingFile(foundingDigest)],
    [
      'JSON',
      '[{"paper":{"id":"2401.00001","title":"[A](https://huggingface.co/papers/2401.00001)"}}]',
    ],
    ['XML', '<?xml version="1.0"?><feed>## [A B](https://huggingface.co/papers/2401.00001)</feed>'],
    ['BibTeX', '@article{a, title = {Lakes}, url = {https://arxiv.org/abs/2401.00001}}'],
    [
      'prose',
      '# On lakes\n\nWe met at the lake, as we do every summer, and talked of [fish](https://fish.example).\n',
    ],
    ['nothing', ''],
  ])('%s is none of the Markdown shapes', (_, text) => {
    for (const { recognise } of [hfMarkdown, papersOfTheWeek, markdownList]) {
      expect(recognise({ file: 'x', text }).confidence).toBe(0);
    }
  });
});

test('the stars around a label are no part of a name', () => {
  const text = ['Quiet Lakes', 'Loud Lakes']
    .map(
      (title, index) =>
        `## [${title}](https://huggingface.co/papers/2401.0000${index + 1})\n\n**Authors:** Ada Lovelace, Charles Babbage\n\nWe propose a method for lakes. Experiments show that it works.\n`,
    )
    .join('\n');
  const { papers } = hfMarkdown.parse({ file: 'x', text });
  expect(papers.map(({ facts }) => facts.authors)).toEqual([
    ['Ada Lovelace', 'Charles Babbage'],
    ['Ada Lovelace', 'Charles Babbage'],
  ]);
});

test('a note about one paper is one paper, whatever its sections are called', () => {
  const note = `# Whales Keep the Beat of Ships

> [All notes](../notes.md) · [Hugging Face](https://huggingface.co/papers/2607.00412)

## In one sentence

Whales near harbours sing in the rhythm of the engines that pass, and keep it for days after the last one has gone.

## What is wrong with it

The authors listened in two harbours only, and both of them had ferries that run by a timetable.

## How they did it

Microphones under two buoys recorded for a year, and three people wrote down what they heard without knowing the day.
`;
  expect(parseDigest({ file: 'note.md', text: note }).papers).toMatchObject([
    { title: 'Whales Keep the Beat of Ships', facts: { arxiv: '2607.00412' } },
  ]);
});
