import { describe, expect, it } from 'vitest';
import { stampsOf } from '../../src/map/browser/stamps.ts';

describe('a stamped dot', () => {
  it.each([1.1, 2, 3.5, 7.5])(
    'of radius %d covers the area of its disc, wherever it falls',
    (radius) => {
      for (const { cover } of stampsOf(radius)) {
        const area = cover.reduce((sum, part) => sum + part, 0) / 255;
        expect(area / (Math.PI * radius ** 2)).toBeGreaterThan(0.85);
        expect(area / (Math.PI * radius ** 2)).toBeLessThan(1.15);
      }
    },
  );

  it('lies around its middle', () => {
    for (const { right, down } of stampsOf(3)) {
      expect(Math.max(...right)).toBeLessThanOrEqual(4);
      expect(Math.min(...right)).toBeGreaterThanOrEqual(-4);
      expect(Math.max(...down) - Math.min(...down)).toBeGreaterThanOrEqual(5);
    }
  });
});
