import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/map/layout.ts';
import type { Nearest } from '../../src/related/similarity.ts';
import { groupedNeighbours, seedsFor } from './island.ts';

const noTopics = (count: number): Int32Array => new Int32Array(count).fill(-1);

/** Distance of two papers. */
const distance = (positions: Float32Array, a: number, b: number): number =>
  Math.hypot(
    (positions[a * 2] ?? 0) - (positions[b * 2] ?? 0),
    (positions[a * 2 + 1] ?? 0) - (positions[b * 2 + 1] ?? 0),
  );

describe('the layout', () => {
  it('is the same for the same neighbours', () => {
    const nearest = groupedNeighbours(3, 12, 5);
    const facts = { seeds: seedsFor(36), topics: noTopics(36) };
    expect(layOut(nearest, facts)).toEqual(layOut(nearest, facts));
  });

  it('puts papers that know each other nearer than those that do not', () => {
    const [groups, size] = [4, 15];
    const count = groups * size;
    const positions = layOut(groupedNeighbours(groups, size, 6), {
      seeds: seedsFor(count),
      topics: noTopics(count),
    });
    let [inside, outside, pairs, others] = [0, 0, 0, 0];
    for (let a = 0; a < count; a += 1) {
      for (let b = 0; b < a; b += 1) {
        if (Math.floor(a / size) === Math.floor(b / size)) {
          inside += distance(positions, a, b);
          pairs += 1;
        } else {
          outside += distance(positions, a, b);
          others += 1;
        }
      }
    }
    expect(inside / pairs).toBeLessThan(outside / others / 2);
  });

  it('holds papers of one topic together', () => {
    // One group by neighbours, two topics by turns.
    const nearest = groupedNeighbours(1, 40, 8);
    const topics = Int32Array.from({ length: 40 }, (_, at) => (at < 20 ? 0 : 1));
    const spread = (positions: Float32Array): number => {
      let [same, other] = [0, 0];
      for (let a = 0; a < 40; a += 1)
        for (let b = 0; b < a; b += 1) {
          if (topics[a] === topics[b]) same += distance(positions, a, b) / 380;
          else other += distance(positions, a, b) / 400;
        }
      return other / same;
    };
    const seeds = seedsFor(40);
    expect(spread(layOut(nearest, { seeds, topics }))).toBeGreaterThan(1.05);
  });

  const someNeighbours = fc
    .record({ count: fc.integer({ min: 0, max: 30 }), k: fc.integer({ min: 1, max: 6 }) })
    .chain(({ count, k }) =>
      fc
        .array(
          fc.uniqueArray(fc.integer({ min: 0, max: Math.max(0, count - 1) }), { maxLength: k }),
          { minLength: count, maxLength: count },
        )
        .map((rows): Nearest => {
          const places = new Int32Array(count * k).fill(-1);
          const similarities = new Float32Array(count * k);
          for (const [paper, row] of rows.entries())
            for (const [at, other] of row.filter((one) => one !== paper).entries()) {
              places[paper * k + at] = other;
              similarities[paper * k + at] = 1 / (at + 1);
            }
          return { k, places, similarities };
        }),
    );

  it('gives every paper a place, whatever its neighbours, if it has any', () => {
    fc.assert(
      fc.property(someNeighbours, (nearest) => {
        const count = nearest.places.length / nearest.k;
        const positions = layOut(nearest, { seeds: seedsFor(count), topics: noTopics(count) });
        expect(positions).toHaveLength(count * 2);
        expect(positions.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
