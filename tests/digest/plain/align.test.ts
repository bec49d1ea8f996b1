import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from '../../../src/digest/plain/align.ts';

const states = [0, 1, 2];

/** Cost of a whole way. */
function costOf(
  way: readonly number[],
  being: readonly number[][],
  following: readonly number[][],
) {
  return way.reduce((sum, state, index) => {
    const before = way[index - 1];
    const step = before === undefined ? 0 : (following[before]?.[state] ?? 0);
    return sum + (being[index]?.[state] ?? 0) + step;
  }, 0);
}

/** All ways of a length. */
const ways = (length: number): number[][] =>
  length === 0 ? [[]] : ways(length - 1).flatMap((way) => states.map((state) => [...way, state]));

const run = (being: readonly number[][], following: readonly number[][]): number[] =>
  align(being.length, {
    states,
    being: (index, state) => being[index]?.[state] ?? 0,
    following: (_, from, to) => following[from]?.[to] ?? 0,
    beginning: () => 0,
    ending: () => 0,
  });

test('finds a way that no other way is cheaper than', () => {
  const cost = fc.nat(20);
  const row = fc.tuple(cost, cost, cost);
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.tuple(row, row, row),
      (being, following) => {
        const best = Math.min(...ways(being.length).map((way) => costOf(way, being, following)));
        expect(costOf(run(being, following), being, following)).toBe(best);
      },
    ),
  );
});

test('Infinity forbids', () => {
  const never = Infinity;
  const free = [0, 0, 0];
  expect(
    align(3, {
      states,
      being: (_, state) => state,
      following: (_, from, to) => (from === to ? never : 0),
      beginning: (state) => (state === 0 ? never : 0),
      ending: (state) => (state === 2 ? 0 : never),
    }),
  ).toEqual([1, 0, 2]);
  expect(run([free], [free, free, free])).toHaveLength(1);
  expect(run([], [])).toEqual([]);
});
