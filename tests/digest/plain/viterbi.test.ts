import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheapestPath } from '../../../src/digest/plain/viterbi.ts';

const states = [0, 1, 2];

type Rows = readonly (readonly number[])[];

/** Cost of a whole path. */
const costOf = (path: readonly number[], emissions: Rows, transitions: Rows): number =>
  path.reduce((sum, state, index) => {
    const before = path[index - 1];
    const step = before === undefined ? 0 : (transitions[before]?.[state] ?? 0);
    return sum + (emissions[index]?.[state] ?? 0) + step;
  }, 0);

/** All paths of a length. */
const paths = (length: number): number[][] =>
  length === 0 ? [[]] : paths(length - 1).flatMap((path) => states.map((at) => [...path, at]));

const run = (emissions: Rows, transitions: Rows): number[] =>
  cheapestPath(emissions.length, {
    initial: [0, 0, 0],
    final: [0, 0, 0],
    costsOf: (index) => ({ emission: emissions[index] ?? [], transition: transitions.flat() }),
  });

test('finds a path that no other path is cheaper than', () => {
  const cost = fc.nat(20);
  const row = fc.tuple(cost, cost, cost);
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.tuple(row, row, row),
      (emissions, transitions) => {
        const costs = paths(emissions.length).map((path) => costOf(path, emissions, transitions));
        const found = run(emissions, transitions);
        expect(costOf(found, emissions, transitions)).toBe(Math.min(...costs));
      },
    ),
  );
});

test('Infinity forbids', () => {
  const never = Infinity;
  const free = [0, 0, 0];
  expect(
    cheapestPath(3, {
      initial: [never, 0, 0],
      final: [never, never, 0],
      costsOf: () => ({
        emission: states,
        transition: states.flatMap((from) => states.map((to) => (from === to ? never : 0))),
      }),
    }),
  ).toEqual([1, 0, 2]);
  expect(run([free], [free, free, free])).toHaveLength(1);
  expect(run([], [])).toEqual([]);
});
