import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TopOfRows } from '../src/top.ts';

test('keeps the highest of each row, of equals the first, and goes on from what was found before', () => {
  const met = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(met, fc.integer({ min: 1, max: 5 }), fc.nat(60), (all, k, cut) => {
      let highest = new TopOfRows(3, k);
      for (const [thing, [row, value]] of all.entries()) {
        if (thing === cut) {
          const before = highest;
          highest = new TopOfRows(3, k);
          highest.set(before.things, before.values);
        }
        const before = highest.things.slice();
        const kept = highest.keep(row, thing, value);
        expect(kept).toBe(highest.things.some((other, at) => other !== before[at]));
      }
      const wanted = [0, 1, 2].flatMap((row) => {
        const own = [...all.entries()].filter(([, [of]]) => of === row);
        const best = own.toSorted(([, [, a]], [, [, b]]) => b - a).slice(0, k);
        return Array.from({ length: k }, (_, at) => best[at]?.[0] ?? -1);
      });
      expect([...highest.things]).toEqual(wanted);
    }),
  );
});
