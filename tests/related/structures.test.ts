import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GrowingInts } from '../../src/related/growing.ts';
import { takeHighest } from '../../src/related/search.ts';
import { mostWords, PairTable } from '../../src/related/pair-table.ts';
import { Postings } from '../../src/related/postings.ts';

test('growing numbers keep what was pushed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 1e9 }), { maxLength: 50 }), (values) => {
      const list = new GrowingInts(2);
      for (const value of values) list.push(value);
      expect([...list.view()]).toEqual(values);
    }),
  );
});

describe('PairTable', () => {
  const word = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(mostWords - 1));

  test('numbers pairs as a map does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 2000 }), (pairs) => {
        const table = new PairTable();
        const map = new Map<string, number>();
        for (const [first, second] of pairs) {
          const key = `${first} ${second}`;
          const known = map.get(key);
          expect(table.get(first, second)).toBe(known ?? -1);
          map.set(key, known ?? map.size);
          expect(table.add(first, second)).toBe(map.get(key));
        }
        const { first, second } = table.words();
        expect([...first].map((one, at) => `${one} ${second[at]}`)).toEqual([...map.keys()]);
      }),
      { numRuns: 30 },
    );
  });

  test('grows', () => {
    const table = new PairTable();
    for (let at = 0; at < 5000; at++) table.add(at, at * 7);
    expect(Array.from({ length: 5000 }, (_, at) => table.get(at, at * 7))).toEqual([
      ...Array(5000).keys(),
    ]);
    expect(table.get(1, 8)).toBe(-1);
  });
});

test('takes the highest, no fewer than wanted, and those above their floors', () => {
  const score = fc.double({ min: 0.001, max: 3, noNaN: true }).map(Math.fround);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(score, score), { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (list, wanted) => {
        const scores = Float32Array.from(list, ([value]) => value);
        const floors = Float32Array.from(list, ([, floor]) => floor);
        const papers = Int32Array.from(list.keys());
        const taken = takeHighest(papers, list.length, scores, wanted, floors);
        expect(taken).toBeGreaterThanOrEqual(Math.min(wanted, list.length));
        expect(taken).toBeLessThanOrEqual(list.length);
        const chosen = new Set(papers.subarray(0, taken));
        expect(chosen.size).toBe(taken);
        const left = list.filter((_, paper) => !chosen.has(paper));
        const byScore = [...chosen].map((paper) => list[paper]?.[0] ?? 0).toSorted((a, b) => b - a);
        const least = byScore[Math.min(wanted, taken) - 1] ?? 0;
        expect(left.every(([value, floor]) => value <= least && value <= floor)).toBe(true);
        expect(scores.every((value) => value === 0)).toBe(true);
      },
    ),
  );
});

test('postings keep the papers in which a term weighs most', () => {
  // Term 0 has room for three; when it is full, two stay.
  const vectors = {
    starts: Int32Array.of(0, 2, 3, 4, 6),
    terms: Int32Array.of(0, 1, 0, 0, 0, 2),
    weights: Float32Array.of(0.5, 0.25, 0.75, 0.5, 0.25, 1),
  };
  const postings = new Postings(vectors, 3, 2);
  const papersOf = (term: number): number[] => {
    const start = postings.starts[term] ?? 0;
    return [...postings.papers.subarray(start, start + (postings.lengths[term] ?? 0))];
  };
  postings.add(0);
  postings.add(1);
  expect(papersOf(0)).toEqual([0, 1]);
  postings.add(2);
  // Of those that weigh the same, the first.
  expect(papersOf(0)).toEqual([0, 1]);
  postings.add(3);
  expect([0, 1, 2].map(papersOf)).toEqual([[0, 1], [0], [3]]);
});
