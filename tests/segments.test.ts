import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, steadyPart } from '../src/segments.ts';

const sizes = (length: number) => segmentsOf(length).map(({ start, end }) => end - start);

describe('segmentsOf', () => {
  it.each([
    [0, []],
    [1, [1]],
    [512, [512]],
    [1100, [512, 512, 76]],
    [2048, [2048]],
    [9920, [8192, 512, 512, 512, 192]],
    [50_000, [32_768, 8192, 8192, 512, 336]],
  ])('cuts %i into %j', (length, expected) => {
    expect(sizes(length)).toEqual(expected);
  });

  it('covers every item once, in order, with few segments', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (length) => {
        const segments = segmentsOf(length);
        let at = 0;
        for (const { start, end } of segments) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(length);
        expect(segments.length).toBeLessThanOrEqual(16);
      }),
    );
  });

  it('leaves all but small segments as they are when a digest is added', () => {
    const before = new Set(segmentsOf(30_000).map(({ start, end }) => `${start} ${end}`));
    const fresh = segmentsOf(30_080).filter(({ start, end }) => !before.has(`${start} ${end}`));
    expect(fresh.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(512);
  });
});

describe('steadyPart', () => {
  it.each([
    [0, 0],
    [81, 81],
    [1024, 1024],
    [1025, 1024],
    [1151, 1024],
    [1152, 1152],
  ])('of %i is %i', (length, expected) => {
    expect(steadyPart(length)).toBe(expected);
  });

  it('is more than eight ninths, and stays until the sequence has grown by about an eighth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1025, max: 1_000_000 }), (length) => {
        const part = steadyPart(length);
        expect(part).toBeLessThanOrEqual(length);
        expect(length).toBeLessThan((part * 9) / 8 + 1);
        expect(steadyPart(part)).toBe(part);
        expect(steadyPart(Math.ceil((part * 9) / 8) - 1)).toBe(part);
      }),
    );
  });
});
