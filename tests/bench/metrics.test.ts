import { describe, expect, test } from 'vitest';
import { quantile, rank, score } from '../../scripts/bench/search/metrics.ts';

const outcome = (right: string, found: string, milliseconds = 1) => ({
  right: right.split(' '),
  found: found.split(' ').filter((id) => id !== ''),
  milliseconds,
});

test.each([
  ['a', 'a b c', 1],
  ['c', 'a b c', 3],
  ['b c', 'a c b', 2],
  ['z', 'a b c', undefined],
  ['a', '', undefined],
])('%s among %s', (right, found, place) => {
  expect(rank(outcome(right, found))).toBe(place);
});

test('a score of known lists', () => {
  const scored = score([
    outcome('a', 'a b c', 10),
    outcome('b', 'a b c', 20),
    outcome('d', 'a b c d', 30),
    outcome('a', '', 40),
  ]);
  expect(scored).toMatchObject({ queries: 4, hit1: 0.25, hit3: 0.5, hit10: 0.75, zero: 0.25 });
  expect(scored.mrr10).toBeCloseTo((1 + 1 / 2 + 1 / 4) / 4);
  expect([scored.median, scored.p95]).toEqual([20, 40]);
});

test('past the tenth place nothing counts', () => {
  const found = 'a b c d e f g h i j k';
  expect(score([outcome('j', found)]).mrr10).toBeCloseTo(0.1);
  expect(score([outcome('k', found)]).mrr10).toBe(0);
});

test('no queries, no score', () => {
  expect(score([])).toMatchObject({ queries: 0, hit1: Number.NaN, median: Number.NaN });
});

describe('quantile', () => {
  test.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 2, 3], 0.5, 2],
    [[1, 2, 3], 1, 3],
    [[7], 0.95, 7],
    [[], 0.5, Number.NaN],
  ])('%j at %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });
});
