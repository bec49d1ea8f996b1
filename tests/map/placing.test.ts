import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, measureLabel, placeNames } from '../../src/map/placing.ts';
import { Room } from '../../src/map/room.ts';

const size = 400;
const inSize = fc.double({ min: 0, max: size, noNaN: true });
const anyName = fc.option(
  fc.record({
    x: inSize,
    y: inSize,
    forms: fc.array(
      fc.record({
        width: fc.integer({ min: 1, max: 160 }),
        height: fc.integer({ min: 1, max: 60 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  { nil: undefined },
);
const anyDots = fc.array(fc.tuple(inSize, inSize), { maxLength: 60 });
const radius = 4;

const roomWith = (dots: readonly (readonly [number, number])[]): Room => {
  const room = new Room(size, 3);
  for (const [x, y] of dots) room.mark(x, y, radius);
  return room;
};

describe('names on the map', () => {
  it('meet no dot and no other name, and never leave the picture', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 20 }), anyDots, (names, dots) => {
        const picture = { size, room: roomWith(dots), gap: 4, reach: 100 };
        const places = placeNames(names, picture);
        expect(places).toHaveLength(names.length);
        const shown = places.filter((place) => place !== undefined);
        for (const [at, a] of shown.entries()) {
          expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
          expect(a.y + a.height / 2).toBeLessThanOrEqual(size);
          for (const [x, y] of dots) {
            const aside = Math.abs(a.x - x) > a.width / 2 + radius - 1e-9;
            expect(aside || Math.abs(a.y - y) > a.height / 2 + radius - 1e-9).toBe(true);
          }
          for (const b of shown.slice(0, at)) {
            const besides = Math.abs(a.x - b.x) >= (a.width + b.width) / 2;
            const above = Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
            expect(besides || above).toBe(true);
          }
        }
      }),
    );
  });

  const wide = { width: 50, height: 20 };

  it('stand as near to their middle as they may, the more important first', () => {
    const picture = { size, room: roomWith([]), gap: 4, reach: 100 };
    const [none, first, second] = placeNames(
      [undefined, { x: 100, y: 100, forms: [wide] }, { x: 110, y: 100, forms: [wide] }],
      picture,
    );
    expect(none).toBeUndefined();
    expect(first).toMatchObject({ x: 100, y: 100 });
    expect(Math.hypot((second?.x ?? 0) - 110, (second?.y ?? 0) - 100)).toBeLessThan(40);
  });

  it('are shortened where the whole has no place', () => {
    const walls = Array.from({ length: 80 }, (_, at) => [at * 5, 100] as const);
    const aisle = walls.map(([x]) => [x, 120] as const);
    const pillars = [60, 100, 140, 180].flatMap((x) => [[x, 105] as const, [x, 115] as const]);
    const room = roomWith([...walls, ...aisle, ...pillars]);
    const name = {
      x: 121,
      y: 110,
      forms: [
        { width: 60, height: 6 },
        { width: 12, height: 6 },
      ],
    };
    expect(placeNames([name], { size, room, gap: 0, reach: 8 })[0]?.form).toBe(1);
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
    expect(measureLabel(['estuary', 'sea'], 'place').height).toBe(
      measureLabel(['estuary'], 'place').height * 2,
    );
  });
});
