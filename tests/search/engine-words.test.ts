/** What a word is, asked through the engine. */
import { describe, expect, it } from 'vitest';
import { findSpans } from '../../src/search/browser/found/match.ts';
import { wordsToMark } from '../../src/search/grammar.ts';
import { asking, searchOver, type MadeUpPaper } from './tea-archive.ts';

const paper = (id: string, title: string, text: string): MadeUpPaper => ({
  id,
  title,
  text,
  topics: [],
  authors: [],
  year: '2024',
});

const papers = [
  paper('cpp', 'Kettles in C++', 'A library of kettles, written in C++ for teapots.'),
  paper('cs', 'Kettles in C#', 'Written in C# with .NET.'),
  paper('c', 'Vitamin C in Tea', 'Leaves hold vitamin C.'),
  paper('star', 'Ways to the Teapot with A*', 'We use A* and D*-Lite.'),
  paper('astar', 'Searching Cups', 'The A-star algorithm finds cups.'),
  paper('a', 'A Teapot', 'A lid and a spout.'),
  paper('bound', 'Sorting Leaves', 'Leaves are sorted in 𝒪(n log n) time.'),
  paper('square', 'Stacking Cups', 'Cups are stacked in O(n²) time, not in n log n.'),
  paper('seeds', 'Seeding Leaves', 'k-means++ seeds the leaves.'),
  paper('means', 'Clusters of Leaves', 'k-means finds clusters of leaves.'),
  paper('cnns', 'CNNs for Tasting', 'Several CNNs taste.'),
  paper('gpu', 'Steam on a GPU', 'One GPU boils.'),
  paper('zh', '基于深度神经网络的茶叶图像分类', '我们提出一种茶叶图像分类方法。'),
  paper('zh-2', '茶叶贮藏', '我们研究茶叶的水分。'),
  paper('ja', '深層学習による抹茶の品質評価', 'トランスフォーマーモデルを用いた。'),
  paper('ja-2', '茶器の歴史', '京都の茶器を調べた。'),
  paper('recall', 'Ranking Teas', 'We report recall@10 and pass@1.'),
];

async function found(query: string, all: readonly MadeUpPaper[] = papers) {
  const { engine } = searchOver(all, []);
  return (await engine.search(asking(query))).hits(20);
}

describe('signs, acronyms and unspaced writing', () => {
  it.each([
    ['C++', 'cpp'],
    ['C++ kettles', 'cpp cs'],
    ['C#', 'cs'],
    ['.NET', 'cs'],
    ['A*', 'star astar'],
    ['$A^\\ast$', 'star astar'],
    ['O(n log n)', 'bound square'],
    ['\\mathcal{O}(n \\log n)', 'bound square'],
    ['n log n', 'bound square'],
    ['O(n^2)', 'square'],
    ['k-means++', 'seeds means'],
    ['CNN', 'cnns'],
    ['cnn taste', 'cnns'],
    ['GPUs', 'gpu'],
    ['recall@10', 'recall'],
    ['神经网络', 'zh'],
    ['深度神经网络的茶叶分类', 'zh zh-2'],
    ['抹茶', 'ja'],
    ['品質評価', 'ja'],
    ['トランスフォーマー', 'ja'],
    ['京都', 'ja-2'],
    ['"品質評価"', 'ja'],
    ['"图像分类"', 'zh'],
    ['title:图像分类', 'zh'],
  ])('%s', async (query, expected) => {
    expect((await found(query)).map(({ id }) => id).join(' ')).toBe(expected);
  });

  it('says what is lacking as it was typed', async () => {
    const [first] = await found('stacking cups in O(n log n)');
    expect(first).toMatchObject({ id: 'square', lacks: ['O(n log n)'] });
  });

  it('marks a word of unspaced writing whole', async () => {
    const { engine } = searchOver(papers, []);
    const { words } = await engine.search(asking('トランスフォーマー fine-cups'));
    expect(words).toContain('トランスフォーマー');
    expect(words.every((word) => word.length > 2)).toBe(true);
    expect(wordsToMark('トランスフォーマー')).toEqual(['トランスフォーマー']);
    expect(findSpans('変換器（トランスフォーマー）', words)).toEqual([[4, 13]]);
  });

  it('marks the sign with its word', async () => {
    const [first] = await found('C++');
    expect(first?.titleParts).toContainEqual({ text: 'C++', mark: true });
  });
});

const letters = 'abcdefghijklmnopqrstuvwxyz';
const alike = (n: number): string =>
  `stea${[n, Math.floor(n / 26), Math.floor(n / 676)].map((at) => letters[at % 26]).join('')}`;

/** 10,000 words that begin alike. */
const crowded = Array.from({ length: 200 }, (_, at) =>
  paper(
    `p${at}`,
    `Cups ${alike(at)}`,
    `milk ${Array.from({ length: 50 }, (__, next) => alike(at * 50 + next)).join(' ')}`,
  ),
);

describe('a search for anything', () => {
  const { engine } = searchOver(crowded, []);
  it.each(
    [
      'a',
      '9',
      'steaa',
      'stea ',
      'stea-',
      '- ',
      '-a ',
      '(',
      '()',
      '(a OR ',
      '(milk OR cups) OR ',
      'NOT ',
      'a OR ',
      '"',
      '"a b" ',
      'title:',
      'author:b ',
      'year:2020 ',
      '1999..',
      '😀',
      '👩‍👩‍👧‍👦 ',
      '\u202e\u2067שלום ',
      'سلام',
      '\ud800',
      '\udc00a ',
      '\0',
      'a\0',
      '茶',
      'カ',
      'かな茶 ',
      'ก',
      '\u0301',
      'ﷺ',
      '+',
      'c++ ',
      '*',
      'a* ',
      'o(',
      'O(n) ',
      '\\mathcal{',
      '\\',
      '$',
      '|',
      'aa|',
      'https://',
      '2503.01234 ',
      '10.1234/',
      'milkcups',
      '<b>',
      '&lt;',
      '__proto__ ',
      'constructor:x ',
    ].map((unit) => [unit.repeat(Math.ceil(2000 / unit.length)).slice(0, 2000)]),
  )('%j', async (query) => {
    for (const asked of [query, `milk ${query}`]) {
      const answer = await engine.search(asking(asked));
      expect(await answer.hits(10)).toHaveLength(Math.min(10, answer.total ?? 0));
      await answer.counts(['topic', 'year']);
    }
  });
});
