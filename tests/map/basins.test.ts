import { expect, it } from 'vitest';
import { basins } from '../../src/map/basins.ts';
import { cells } from '../../src/map/density.ts';

/** Which height each of the cells in a row leads to, as its place in the row. */
function heightsOf(row: readonly number[]): readonly number[] {
  const density = new Float64Array(cells * cells);
  density.set(row, cells * 5);
  const found = basins(density, 1.03).subarray(cells * 5, cells * 5 + row.length);
  return Array.from(found, (cell) => (cell < 0 ? -1 : cell - cells * 5));
}

it('gives a height that hardly stands out to the higher one, on whichever side it is', () => {
  expect(heightsOf([1.01, 1, 2])).toEqual([2, 2, 2]);
  expect(heightsOf([2, 1, 1.01])).toEqual([0, 0, 0]);
});

it('keeps apart heights that stand out, and gives the pass to the higher one', () => {
  expect(heightsOf([1.5, 1, 2, 0, 3])).toEqual([0, 2, 2, -1, 4]);
});
