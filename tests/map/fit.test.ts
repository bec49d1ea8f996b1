import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSquare, moveApart } from '../../src/map/fit.ts';

const anyPositions = fc
  .array(
    fc.tuple(
      fc.float({ noNaN: true, min: -1e6, max: 1e6 }),
      fc.float({ noNaN: true, min: -1e6, max: 1e6 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((pairs) => Float32Array.from(pairs.flat()));

describe('fitting into the square', () => {
  it('leaves nobody outside', () => {
    fc.assert(
      fc.property(anyPositions, (positions) => {
        const fitted = fitSquare(positions);
        expect(fitted).toHaveLength(positions.length);
        expect(fitted.every((value) => value > 0 && value < 1)).toBe(true);
      }),
    );
  });

  it('keeps who is left of whom', () => {
    const fitted = fitSquare(Float32Array.from([-4, 0, 0, 1, 9, 3]));
    expect(fitted[0]).toBeLessThan(fitted[2] ?? 0);
    expect(fitted[2]).toBeLessThan(fitted[4] ?? 0);
  });

  it('does not stretch a long map to a square', () => {
    const [left = 0, top = 0, right = 0, bottom = 0] = fitSquare(Float32Array.from([0, 0, 10, 1]));
    expect((right - left) / (bottom - top)).toBeGreaterThan(5);
  });
});

describe('moving apart', () => {
  it('leaves room around every dot', () => {
    const positions = new Float32Array(80).fill(0.5);
    moveApart(positions, 0.03);
    for (let a = 0; a < 40; a += 1)
      for (let b = 0; b < a; b += 1) {
        const apart = Math.hypot(
          (positions[a * 2] ?? 0) - (positions[b * 2] ?? 0),
          (positions[a * 2 + 1] ?? 0) - (positions[b * 2 + 1] ?? 0),
        );
        expect(apart).toBeGreaterThan(0.025);
      }
  });

  it('lets alone who has room', () => {
    const positions = Float32Array.from([0.2, 0.2, 0.4, 0.4]);
    moveApart(positions, 0.03);
    expect(positions).toEqual(Float32Array.from([0.2, 0.2, 0.4, 0.4]));
  });
});
