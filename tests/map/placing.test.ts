import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, measureLabel, placeLabels } from '../../src/map/placing.ts';

const size = 400;
const anyBox = fc.option(
  fc.record({
    x: fc.integer({ min: -20, max: size + 20 }),
    y: fc.integer({ min: -20, max: size + 20 }),
    width: fc.integer({ min: 1, max: 160 }),
    height: fc.integer({ min: 1, max: 60 }),
  }),
  { nil: undefined },
);

describe('names on the map', () => {
  it('never overlap, and never leave the picture', () => {
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 40 }), (boxes) => {
        const shown = placeLabels(boxes, size);
        expect(shown).toHaveLength(boxes.length);
        const visible = boxes.filter((box, at) => box && shown[at]);
        for (const [at, a] of visible.entries()) {
          if (!a) continue;
          expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
          expect(a.y + a.height / 2).toBeLessThanOrEqual(size);
          for (const b of visible.slice(0, at)) {
            if (!b) continue;
            const besides = Math.abs(a.x - b.x) >= (a.width + b.width) / 2;
            const above = Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
            expect(besides || above).toBe(true);
          }
        }
      }),
    );
  });

  it('gives way to the more important name', () => {
    const box = { x: 100, y: 100, width: 50, height: 20 };
    expect(placeLabels([undefined, box, { ...box, x: 110 }, { ...box, x: 300 }], size)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('lines of a name', () => {
  it.each([
    ['Vision', ['Vision']],
    ['Reasoning & mathematics', ['Reasoning &', 'mathematics']],
    [
      'Safety, security & adversarial robustness',
      ['Safety, security', '& adversarial', 'robustness'],
    ],
    ['Electroencephalographically', ['Electroencephalographically']],
  ])('%s', (name, lines) => {
    expect(linesOf(name)).toEqual(lines);
  });

  it('hold all words in order', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé&,-]{1,20}$/), { minLength: 1 }), (words) => {
        expect(linesOf(words.join(' ')).join(' ')).toBe(words.join(' '));
      }),
    );
  });

  it('are as wide as the longest of them', () => {
    const one = measureLabel(['estuary'], 'region');
    expect(measureLabel(['estuary', 'sea'], 'region').width).toBe(one.width);
    expect(measureLabel(['estuary', 'sea'], 'region').height).toBe(one.height * 2);
  });
});
