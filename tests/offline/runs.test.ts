/** Which stretches of which files are fetched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf, rangesOf, type PackList } from '../../src/offline/packs/lists.ts';
import { runsOf } from '../../src/offline/packs/runs.ts';

const list: PackList = {
  volumes: [
    ['dictionaries', 1],
    ['one', 3],
    ['other', 2],
  ],
  packs: [
    ['d', 10],
    ['a', 100, 0],
    ['b', 200, 0],
    ['c', 300, 0],
    ['e', 900_000],
    ['f', 900_000],
  ],
  collections: {},
};
const runs = (...names: string[]): string[] =>
  runsOf(list, new Set(names)).map(
    ({ volume, whole, packs }) =>
      `${volume} ${whole ? 'whole' : `${packs[0]?.start}-${packs.at(-1)?.end}`} ${packs.map(({ name }) => name).join('')}`,
  );

describe('runsOf', () => {
  it.each([
    [[], []],
    [['a', 'b', 'c'], ['one whole abc']],
    [['b', 'c'], ['one 100-600 bc']],
    [
      ['a', 'c'],
      ['one 0-100 a', 'one 300-600 c'],
    ],
    [
      ['e', 'f'],
      ['other 0-900000 e', 'other 900000-1800000 f'],
    ],
    [
      ['c', 'd', 'f'],
      ['dictionaries whole d', 'one 300-600 c', 'other 900000-1800000 f'],
    ],
  ])('of %j', (missing, expected) => {
    expect(runs(...missing)).toEqual(expected);
  });

  it('names the dictionary of a pack', () => {
    const [run] = runsOf(list, new Set(['b', 'e']));
    expect(run?.packs.map(({ dictionary }) => dictionary)).toEqual(['d']);
  });
});

it('has places as ranges', () => {
  expect(rangesOf([4, 1, 2, 2, 7])).toEqual([1, 3, 4, 5, 7, 8]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 60 })), (places) => {
      expect(placesOf(rangesOf(places))).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});
