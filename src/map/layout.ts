/** Gives each paper a place: near ones alike. */
import type { Nearest } from '../related/index.ts';
import { fuzzyEdges, type Edges } from './edges.ts';
import { fraction, mix } from '../hash.ts';
import { startPositions, type Positions } from './start.ts';

/** What belongs to a paper, by place. */
export interface LayoutFacts {
  /** A number for each paper that is its own for good; see `hashText`. */
  readonly seeds: Uint32Array;
  /** Each paper's first topic; -1 for none. */
  readonly topics: Int32Array;
}

/** Papers that a paper is pushed away from for each that it is drawn to. */
const pushes = 6;

/** Steepness of the kernel 1 / (1 + a d²): places closer than about 1 / √a are as good as one. */
const steepness = 4;

/** What an edge between two topics weighs, compared with one inside a topic. */
const acrossTopics = 0.4;

/** Longest step along an axis. */
const longest = 4;

/** Pull towards the middle: keeps what no edge joins from drifting off. */
const gravity = 0.002;

const clip = (step: number): number =>
  step > longest ? longest : step < -longest ? -longest : step;

/** Rounds. Large archives settle in fewer, since each paper has more to hold on to. */
const epochsFor = (count: number): number => (count <= 5_000 ? 400 : 150);

/** Neighbours that count: in a small archive the fifteenth is no longer alike. */
const neighboursFor = (count: number): number => Math.max(4, Math.round(Math.sqrt(count) / 2));

/**
 * Lays the papers out as UMAP does (McInnes, Healy, Melville 2018): neighbours draw each other near, papers picked
 * by chance push each other off. The kernel is that of b = 1, which needs no powers; numbers are kept in typed
 * arrays and chance is made of hashes, so that 50,000 papers take seconds, and the same archive gives the same map.
 *
 * Pairs that share their first topic hold on to each other a little more: the map is read by topics.
 *
 * @param nearest neighbours of all papers
 * @returns x and y of each paper, around 0, of no particular size. Time and memory linear in papers × k
 */
export function layOut(nearest: Nearest, { seeds, topics }: LayoutFacts): Positions {
  const epochs = epochsFor(seeds.length);
  const edges = fuzzyEdges(nearest, neighboursFor(seeds.length));
  favourTopics(edges, topics);
  const positions = startPositions(edges, seeds);
  const { heads, tails } = edges;
  const strongest = edges.weights.reduce((most, weight) => Math.max(most, weight), 1e-9);
  // Of surest pairs each epoch has one; of others as many as their weight says, evenly spaced.
  const gaps = edges.weights.map((weight) => strongest / Math.max(weight, strongest / epochs));
  const due = gaps.slice();
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const rate = 1 - (epoch - 1) / epochs;
    for (let edge = 0; edge < gaps.length; edge += 1) {
      if ((due[edge] ?? 0) > epoch) continue;
      due[edge] = (due[edge] ?? 0) + (gaps[edge] ?? 1);
      const [head, tail] = [heads[edge] ?? 0, tails[edge] ?? 0];
      draw(positions, head, tail, rate);
      const chance = mix((seeds[head] ?? 0) ^ Math.imul(seeds[tail] ?? 0, 0x9e3779b1) ^ epoch);
      push(positions, head, chance, rate);
      push(positions, tail, mix(chance + 1), rate);
    }
    for (let at = 0; at < positions.length; at += 1)
      positions[at] = (positions[at] ?? 0) * (1 - gravity * rate);
  }
  return positions;
}

function favourTopics({ heads, tails, weights }: Edges, topics: Int32Array): void {
  for (const [edge, weight] of weights.entries())
    if (topics[heads[edge] ?? 0] !== topics[tails[edge] ?? 0])
      weights[edge] = weight * acrossTopics;
}

/** Moves two neighbours towards each other. */
function draw(positions: Positions, head: number, tail: number, rate: number): void {
  const [h, t] = [head * 2, tail * 2];
  const dx = (positions[h] ?? 0) - (positions[t] ?? 0);
  const dy = (positions[h + 1] ?? 0) - (positions[t + 1] ?? 0);
  const force = (-2 * steepness) / (1 + steepness * (dx * dx + dy * dy));
  const [sx, sy] = [clip(force * dx) * rate, clip(force * dy) * rate];
  positions[h] = (positions[h] ?? 0) + sx;
  positions[h + 1] = (positions[h + 1] ?? 0) + sy;
  positions[t] = (positions[t] ?? 0) - sx;
  positions[t + 1] = (positions[t + 1] ?? 0) - sy;
}

/** Moves a paper away from some that chance picks. */
function push(positions: Positions, paper: number, chance: number, rate: number): void {
  const count = positions.length / 2;
  const p = paper * 2;
  let bits = chance;
  for (let turn = 0; turn < pushes; turn += 1) {
    bits = mix(bits + 0x9e3779b9);
    const other = Math.floor(fraction(bits) * count);
    if (other === paper) continue;
    const dx = (positions[p] ?? 0) - (positions[other * 2] ?? 0);
    const dy = (positions[p + 1] ?? 0) - (positions[other * 2 + 1] ?? 0);
    const square = dx * dx + dy * dy;
    const force = 2 / ((0.001 + square) * (1 + steepness * square));
    positions[p] = (positions[p] ?? 0) + clip(force * dx) * rate;
    positions[p + 1] = (positions[p + 1] ?? 0) + clip(force * dy) * rate;
  }
}
