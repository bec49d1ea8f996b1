/** Groups of papers that stand together on the map. */
import { basins } from './basins.ts';
import { cellAt, cells, densityOf } from './density.ts';
import type { Positions } from './start.ts';

export type Point = readonly [x: number, y: number];

export interface GroupSizes {
  /** Standard deviation of the bell that a paper is spread as, in parts of the map. */
  readonly width: number;
  /** Most groups wanted. */
  readonly most: number;
  /** Fewest papers of a group. */
  readonly fewest: number;
}

/** Rounds of moving the middles of regions; by then they hardly move. */
const rounds = 12;

/** A height counts as one if the pass to a higher one is this much lower. */
const prominence = 1.03;

/**
 * Parts all papers into regions of about equal size on the paper: from the highest points of the map, apart from
 * each other, the middles move to the middle of those nearest to them (Lloyd's algorithm).
 *
 * @param positions 0 to 1
 * @returns places, largest region first, papers nearest its middle first; every paper is in one
 */
export function partition(positions: Positions, sizes: GroupSizes): readonly (readonly number[])[] {
  const count = positions.length / 2;
  let middles = seedsOf(positions, sizes);
  let groups = nearestTo(positions, middles);
  for (let round = 0; round < rounds; round += 1) {
    // A region that has become too small is given up: its papers go to those around it.
    const kept = groups.filter((group) => group.length >= Math.min(sizes.fewest, count));
    if (kept.length === 0) break;
    middles = kept.map((group) => meanOf(positions, group));
    groups = nearestTo(positions, middles);
  }
  return bySize(
    positions,
    groups.filter((group) => group.length > 0),
  );
}

/**
 * The dense spots of the map: papers around a height, as far as it is more than half as dense there.
 *
 * @param positions 0 to 1
 * @returns as {@link partition}, but most papers are in none
 */
export function spots(
  positions: Positions,
  { width, most, fewest }: GroupSizes,
): readonly (readonly number[])[] {
  const density = densityOf(positions, width);
  const heights = basins(density, prominence);
  const cellOf = (paper: number): number =>
    cellAt(positions[paper * 2] ?? 0, positions[paper * 2 + 1] ?? 0);
  const heightOf = (paper: number): number => heights[cellOf(paper)] ?? -1;
  const dense = Array.from(Array(positions.length / 2).keys()).filter(
    (paper) => (density[cellOf(paper)] ?? 0) * 2 >= (density[heightOf(paper)] ?? 0),
  );
  const groups = Map.groupBy(dense, heightOf);
  const large = [...groups.values()].filter((group) => group.length >= fewest);
  return bySize(positions, large).slice(0, most);
}

/** Middle of a group: the median along each axis, which stragglers do not move. */
export function middleOf(positions: Positions, group: readonly number[]): Point {
  const median = (axis: number): number => {
    const values = group.map((paper) => positions[paper * 2 + axis] ?? 0).toSorted((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0.5;
  };
  return [median(0), median(1)];
}

function meanOf(positions: Positions, group: readonly number[]): Point {
  let [x, y] = [0, 0];
  for (const paper of group) {
    x += positions[paper * 2] ?? 0;
    y += positions[paper * 2 + 1] ?? 0;
  }
  return [x / group.length, y / group.length];
}

/** Heights of the map, highest first, none too near another. */
function seedsOf(positions: Positions, { width, most }: GroupSizes): Point[] {
  const density = densityOf(positions, width);
  const heights = [...new Set(basins(density, prominence))].filter((cell) => cell >= 0);
  heights.sort((a, b) => (density[b] ?? 0) - (density[a] ?? 0) || a - b);
  const apart = 0.5 / Math.sqrt(most);
  const seeds: Point[] = [];
  for (const cell of heights) {
    const x = ((cell % cells) + 0.5) / cells;
    const y = (Math.floor(cell / cells) + 0.5) / cells;
    if (seeds.length < most && seeds.every((seed) => Math.hypot(seed[0] - x, seed[1] - y) >= apart))
      seeds.push([x, y]);
  }
  return seeds;
}

const squareTo = (positions: Positions, paper: number, [x, y]: Point): number =>
  ((positions[paper * 2] ?? 0) - x) ** 2 + ((positions[paper * 2 + 1] ?? 0) - y) ** 2;

/** The papers from one on, by the middle that each is nearest to. */
export function nearestTo(positions: Positions, middles: readonly Point[], from = 0): number[][] {
  const groups: number[][] = middles.map(() => []);
  for (let paper = from; paper * 2 < positions.length; paper += 1) {
    let [best, least] = [0, Infinity];
    for (const [at, middle] of middles.entries()) {
      const square = squareTo(positions, paper, middle);
      if (square < least) [best, least] = [at, square];
    }
    groups[best]?.push(paper);
  }
  return groups;
}

function bySize(
  positions: Positions,
  groups: readonly (readonly number[])[],
): (readonly number[])[] {
  return groups
    .map((group) => {
      const middle = middleOf(positions, group);
      const squares = new Map(group.map((paper) => [paper, squareTo(positions, paper, middle)]));
      return group.toSorted((a, b) => (squares.get(a) ?? 0) - (squares.get(b) ?? 0) || a - b);
    })
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}
