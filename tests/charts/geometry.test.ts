import { describe, expect, it } from 'vitest';
import {
  anchorAt,
  areaPath,
  barsPath,
  barsWidth,
  linePath,
  percentPlace,
} from '../../src/charts/geometry.ts';

describe('paths', () => {
  it('draws bars from the bottom, the highest to the top, the lowest still visible', () => {
    const bars = [
      { slot: 0, value: 50 },
      { slot: 2, value: 25 },
      { slot: 3, value: 0 },
    ];
    expect(barsPath(bars, 50)).toBe('M0 100v-100h2v100zM6 100v-50h2v50zM9 100v-3h2v3z');
    expect(barsWidth(4)).toBe(11);
  });

  it('breaks a line where nothing is known, and makes a lonely point a dot', () => {
    expect(linePath([0, 1, undefined, 0.5], 1)).toBe('M0 100L10 0M30 50h0');
    expect(areaPath([0, 1, undefined, 0.5], 1)).toBe('M0 100L0 100L10 0V100z');
    expect(linePath([undefined], 1)).toBe('');
  });
});

it.each([
  [0, '0%', 'start'],
  [0.5, '50%', 'middle'],
  [1 / 3, '33.3%', 'middle'],
  [0.95, '95%', 'end'],
] as const)('a label at %d stands at %s and hangs on its %s', (part, place, anchor) => {
  expect(percentPlace(part)).toBe(place);
  expect(anchorAt(part)).toBe(anchor);
});
