import { describe, expect, test } from 'vitest';
import { agreement, tellingAuthors } from '../../scripts/bench/related/agreement.ts';
import { chance, shown, titleQuery } from '../../scripts/bench/related/ways.ts';
import { papers as documents } from '../related/papers.ts';

const labelled = (
  id: string,
  topics: string[],
  categories: string[] = [],
  authors: string[] = [],
) => ({ id, title: id, text: '', topics, categories, authors });

describe('agreement', () => {
  const papers = [
    labelled('a', ['kilns'], ['cs.A'], ['Ada', 'Bo']),
    labelled('b', ['kilns', 'bees'], ['cs.A', 'cs.B'], ['Ada']),
    labelled('c', ['bees'], ['cs.B', 'cs.A'], ['Bo']),
    labelled('d', []),
  ];

  test('counts what papers share with their related ones', () => {
    const found = agreement(papers, [0], () => [1, 2, 3]);
    expect(found).toEqual({ topic: 1 / 3, category: 1 / 2, author: 2 / 3, shown: 3 });
  });

  test('leaves out papers of which nothing is known', () => {
    const found = agreement(papers, [3], () => [0, 1]);
    expect(found).toEqual({ topic: NaN, category: NaN, author: NaN, shown: 2 });
  });

  test('counts papers that have none', () => {
    expect(agreement(papers, [0, 1], (place) => (place === 0 ? [1] : [])).shown).toBe(0.5);
  });
});

test('authors of very many papers or of one tell nothing', () => {
  const papers = Array.from({ length: 21 }, (_, at) =>
    labelled(`${at}`, [], [], ['Many', at < 2 ? 'Few' : `Only ${at}`]),
  );
  expect([...tellingAuthors(papers)]).toEqual(['Few']);
});

test('every way gives places of other papers', () => {
  const papers = documents.map((paper) => ({ ...paper, topics: [], categories: [], authors: [] }));
  for (const way of [shown(papers), titleQuery(papers)]) {
    expect(way(0)).not.toContain(0);
    expect(papers[way(0)[0] ?? -1]?.id).toBe('kiln-ash');
  }
  expect(chance(papers)(0)).toHaveLength(5);
});
