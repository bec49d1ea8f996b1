/** Where papers stand before they are moved: the broad plan of the map. */
import { fraction, mix } from '../hash.ts';
import type { Edges } from './edges.ts';

/** Two numbers a paper: x and y. */
export type Positions = Float32Array<ArrayBuffer>;

/** Rounds of averaging; the plan hardly changes after half of them. */
const rounds = 150;

/** How much of its own chance a paper keeps each round: keeps apart what no edge joins. */
const own = 0.01;

/** Half the width of the plan, in the units of the layout. */
const spread = 10;

/** A number of a paper's own, about normal with variance 1 (sum of four uniform ones). */
function chance(seed: number, axis: number): number {
  let sum = 0;
  for (let draw = 0; draw < 4; draw += 1) sum += fraction(mix(seed + axis * 4 + draw + 1));
  return (sum - 2) * Math.sqrt(3);
}

/**
 * A broad plan: the slowest ways in which a quantity spreads over the graph (as in spectral layouts), found by
 * averaging over neighbours again and again, starting from each paper's own chance. Averaging is continuous: a few
 * papers more change the plan a little, and never mirror it.
 *
 * @param seeds a number for each paper that is its own for good
 * @returns positions around 0; linear in the edges
 */
export function startPositions(edges: Edges, seeds: Uint32Array): Positions {
  const count = seeds.length;
  // Nearly nothing for a paper without edges, but not nothing: it divides.
  const degrees = sumEdges(edges, new Float64Array(count).fill(1)).map((sum) => sum + 1e-9);
  const first = axis(edges, degrees, seeds, 0);
  const second = axis(edges, degrees, seeds, 1, first);
  const positions: Positions = new Float32Array(count * 2);
  for (let paper = 0; paper < count; paper += 1) {
    positions[paper * 2] = (first[paper] ?? 0) * spread;
    positions[paper * 2 + 1] = (second[paper] ?? 0) * spread;
  }
  return positions;
}

/** For each paper the sum over its edges: what the paper at the other end has, times the edge's weight. */
function sumEdges({ heads, tails, weights }: Edges, values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length);
  for (let edge = 0; edge < heads.length; edge += 1) {
    const [head, tail, weight] = [heads[edge] ?? 0, tails[edge] ?? 0, weights[edge] ?? 0];
    sums[head] = (sums[head] ?? 0) + weight * (values[tail] ?? 0);
    sums[tail] = (sums[tail] ?? 0) + weight * (values[head] ?? 0);
  }
  return sums;
}

/** One axis, at right angles (by degree) to a constant and to `other`, its bulk between -1 and 1. */
function axis(
  edges: Edges,
  degrees: Float64Array,
  seeds: Uint32Array,
  which: number,
  other?: Float64Array,
): Float64Array {
  const count = seeds.length;
  const noise = Float64Array.from(seeds, (seed) => chance(seed, which));
  let values = noise.slice();
  const ones = new Float64Array(count).fill(1);
  for (let round = 0; round < rounds; round += 1) {
    const before = values;
    values = sumEdges(edges, before).map((sum, paper) => {
      const mean = sum / (degrees[paper] ?? 1);
      return 0.5 * ((before[paper] ?? 0) + mean) + own * (noise[paper] ?? 0);
    });
    removePart(values, ones, degrees);
    if (other) removePart(values, other, degrees);
    normalise(values);
  }
  // By rank: outliers would press all others together.
  return byRank(values);
}

function removePart(values: Float64Array, part: Float64Array, degrees: Float64Array): void {
  let [product, norm] = [0, 1e-12];
  for (const [at, degree] of degrees.entries()) {
    product += degree * (values[at] ?? 0) * (part[at] ?? 0);
    norm += degree * (part[at] ?? 0) ** 2;
  }
  const share = product / norm;
  for (const [at, value] of part.entries()) values[at] = (values[at] ?? 0) - share * value;
}

/** To variance 1. */
function normalise(values: Float64Array): void {
  let sum = 0;
  for (const value of values) sum += value * value;
  const scale = Math.sqrt(values.length / (sum || 1));
  for (const [at, value] of values.entries()) values[at] = value * scale;
}

function byRank(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys()).toSorted(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b,
  );
  const ranks = new Float64Array(values.length);
  for (const [rank, at] of order.entries()) ranks[at] = ((rank + 0.5) / values.length) * 2 - 1;
  return ranks;
}
