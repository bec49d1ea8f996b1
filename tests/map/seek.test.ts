import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestTo, nextTo } from '../../src/map/seek.ts';

//   0 . 1
//   . 2 .
//   3 . 4
const cross = [0, 0, 20, 0, 10, 10, 0, 20, 20, 20];

describe('the paper under the pointer', () => {
  it.each([
    [11, 12, 5, 2],
    [11, 12, 1, -1],
    [-100, 0, Infinity, 0],
  ])('at %d, %d within %d is %d', (x, y, reach, paper) => {
    expect(nearestTo(cross, x, y, reach)).toBe(paper);
  });

  it('is one of those that count', () => {
    expect(nearestTo(cross, 11, 11, Infinity, (paper) => paper > 2)).toBe(4);
    expect(nearestTo(cross, 11, 11, Infinity, () => false)).toBe(-1);
  });
});

describe('the next paper', () => {
  it.each([
    [2, 'left', 0],
    [2, 'down', 3],
    [0, 'right', 1],
    [0, 'down', 3],
    [0, 'left', -1],
    [4, 'up', 1],
  ] as const)('from %d to the %s is %d', (from, direction, to) => {
    expect(nextTo(cross, from, direction)).toBe(to);
  });

  it('is one of those that count', () => {
    expect(nextTo(cross, 0, 'right', (paper) => paper === 2)).toBe(2);
  });

  const anyMap = fc
    .array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 60 })
    .map((all) => all.slice(0, all.length - (all.length % 2)));
  it('lies in its direction, and another way leads out of every paper but a lone one', () => {
    fc.assert(
      fc.property(anyMap, (coordinates) => {
        const ways = (['left', 'right', 'up', 'down'] as const).map((direction) =>
          nextTo(coordinates, 0, direction),
        );
        const [left = -1, right = -1] = ways;
        const x = (paper: number): number => coordinates[paper * 2] ?? Number.NaN;
        expect(left < 0 || x(left) < x(0)).toBe(true);
        expect(right < 0 || x(right) > x(0)).toBe(true);
        const alone = coordinates.every((value, at) => value === coordinates[at % 2]);
        expect(ways.some((way) => way >= 0)).toBe(!alone);
      }),
    );
  });
});
