/** The neighbours of papers as a graph whose edges say how surely two papers belong together. */
import type { Nearest } from '../related/index.ts';

/** Undirected edges, each once, in rows by their higher place: row `i` is `starts[i]` to `starts[i + 1]`. */
export interface Edges {
  readonly starts: Int32Array;
  /** The lower place of each edge. */
  readonly others: Int32Array;
  /** 0 to 1. */
  readonly weights: Float32Array;
}

/** Rounds of halving in the search for a paper's own scale; 20 give six digits. */
const rounds = 20;

/** What a paper's neighbours weigh together, in parts of what UMAP lets them weigh: less gives clearer groups. */
const hold = 0.6;

/**
 * Weights of one paper's neighbours: 1 for the nearest, falling so that together they weigh the same however dense
 * the place is (McInnes, Healy, Melville 2018, "UMAP", algorithm 3).
 */
function weigh(distances: readonly number[], out: Float32Array, offset: number): void {
  const nearest = distances[0] ?? 0;
  const wanted = hold * Math.log2(distances.length + 1);
  let [low, high, scale] = [0, Infinity, 1];
  for (let round = 0; round < rounds; round += 1) {
    let sum = 0;
    for (const distance of distances) sum += Math.exp(-(distance - nearest) / scale);
    if (sum > wanted) high = scale;
    else low = scale;
    scale = high === Infinity ? scale * 2 : (low + high) / 2;
  }
  for (const [at, distance] of distances.entries())
    out[offset + at] = Math.exp(-(distance - nearest) / Math.max(scale, 1e-3));
}

/**
 * Makes the graph: a and b belong together if b is near to a, or a to b, or both (fuzzy union).
 *
 * @param nearest of all papers, with cosines
 * @param most neighbours of a paper that count, the nearest ones
 * @returns edges; time and memory linear in papers × k
 */
export function fuzzyEdges(nearest: Nearest, most: number): Edges {
  const { k, places, similarities } = nearestOnly(nearest, most);
  const count = k === 0 ? 0 : places.length / k;
  const directed = new Float32Array(places.length);
  for (let paper = 0; paper < count; paper += 1) {
    const distances: number[] = [];
    for (let at = paper * k; at < (paper + 1) * k && (places[at] ?? -1) >= 0; at += 1)
      distances.push(1 - (similarities[at] ?? 0));
    weigh(distances, directed, paper * k);
  }
  // Every directed edge is filed with its higher place.
  const sizes = new Int32Array(count + 1);
  for (let at = 0; at < places.length; at += 1) {
    const other = places[at] ?? -1;
    if (other < 0) continue;
    const row = Math.max(Math.floor(at / k), other) + 1;
    sizes[row] = (sizes[row] ?? 0) + 1;
  }
  for (let row = 0; row < count; row += 1)
    sizes[row + 1] = (sizes[row + 1] ?? 0) + (sizes[row] ?? 0);
  const ends = sizes.slice();
  const others = new Int32Array(sizes[count] ?? 0);
  const weights = new Float32Array(others.length);
  for (let at = 0; at < places.length; at += 1) {
    const other = places[at] ?? -1;
    if (other < 0) continue;
    const paper = Math.floor(at / k);
    const [high, low] = paper > other ? [paper, other] : [other, paper];
    const weight = directed[at] ?? 0;
    const start = sizes[high] ?? 0;
    const end = ends[high] ?? 0;
    let slot = start;
    while (slot < end && others[slot] !== low) slot += 1;
    if (slot === end) {
      others[slot] = low;
      weights[slot] = weight;
      ends[high] = end + 1;
    } else {
      const before = weights[slot] ?? 0;
      weights[slot] = before + weight - before * weight;
    }
  }
  return compact(sizes, ends, others, weights);
}

/** Closes the gaps that pairs found twice have left. */
function compact(
  starts: Int32Array,
  ends: Int32Array,
  others: Int32Array,
  weights: Float32Array,
): Edges {
  const tight = new Int32Array(starts.length);
  let to = 0;
  for (let row = 0; row + 1 < starts.length; row += 1) {
    tight[row] = to;
    for (let from = starts[row] ?? 0; from < (ends[row] ?? 0); from += 1, to += 1) {
      others[to] = others[from] ?? 0;
      weights[to] = weights[from] ?? 0;
    }
  }
  tight[starts.length - 1] = to;
  return { starts: tight, others: others.slice(0, to), weights: weights.slice(0, to) };
}

function nearestOnly({ k, places, similarities }: Nearest, most: number): Nearest {
  if (most >= k) return { k, places, similarities };
  const keep = (_: number, at: number): boolean => at % k < most;
  return { k: most, places: places.filter(keep), similarities: similarities.filter(keep) };
}
