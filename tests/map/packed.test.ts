import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alongCurve } from '../../src/map/order.ts';
import { packMap, shardSize, unpackMap } from '../../src/map/packed.ts';

const anyPapers = fc.array(
  fc.record({
    x: fc.nat(65_535),
    y: fc.nat(65_535),
    region: fc.nat(15),
    topics: fc.uint8Array({ maxLength: 5 }),
  }),
  { maxLength: 300 },
);

describe('the file of positions', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const positions = Uint16Array.from(papers.flatMap(({ x, y }) => [x, y]));
        const regionOf = Uint8Array.from(papers, ({ region }) => region);
        const topicsOf = papers.map(({ topics }) => Uint8Array.from(topics));
        const names = ['a1b2c3d4', 'zyxwvuts'].slice(0, Math.ceil(papers.length / shardSize));
        const bytes = packMap({ positions, regionOf, topicsOf }, names);
        const topics = papers.reduce((sum, paper) => sum + paper.topics.length, 0);
        expect(bytes).toHaveLength(papers.length * 6 + topics + names.length * 8);
        expect(unpackMap(bytes.buffer, papers.length)).toEqual({
          positions,
          regionOf,
          topicsOf,
          names,
        });
      }),
    );
  });

  it('is not read as that of another number of papers', () => {
    const one = {
      positions: Uint16Array.of(1, 2),
      regionOf: Uint8Array.of(3),
      topicsOf: [Uint8Array.of(4, 9)],
    };
    const bytes = packMap(one, ['a1b2c3d4']);
    expect(unpackMap(bytes.buffer, 2)).toBeUndefined();
    expect(unpackMap(new ArrayBuffer(0), 1)).toBeUndefined();
  });
});

describe('the order along the curve', () => {
  it('has every paper once', () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const order = alongCurve(Uint16Array.from(papers.flatMap(({ x, y }) => [x, y])));
        expect([...order].toSorted((a, b) => a - b)).toEqual([...papers.keys()]);
      }),
    );
  });

  it('keeps a quarter of the map together', () => {
    const corners = [60_000, 60_000, 10, 10, 60_010, 60_010, 20, 30, 10, 60_000];
    expect([...alongCurve(Uint16Array.from(corners))]).toEqual([1, 3, 4, 0, 2]);
  });
});
