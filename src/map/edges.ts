/** The neighbours of papers as a graph whose edges say how surely two papers belong together. */
import type { Nearest } from '../related/index.ts';

/** Undirected edges, each once, by their heads. */
export interface Edges {
  /** The higher place of each edge. */
  readonly heads: Int32Array;
  /** The lower place. */
  readonly tails: Int32Array;
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
function weigh(distances: readonly number[]): Float32Array {
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
  return Float32Array.from(distances, (distance) =>
    Math.exp(-(distance - nearest) / Math.max(scale, 1e-3)),
  );
}

/**
 * Makes the graph: a and b belong together if b is near to a, or a to b, or both (fuzzy union).
 *
 * @param nearest of all papers, with cosines
 * @param most neighbours of a paper that count, the nearest ones
 * @returns edges; time and memory linear in papers × k
 */
export function fuzzyEdges({ k, places, similarities }: Nearest, most: number): Edges {
  const count = k === 0 ? 0 : places.length / k;
  const tailsOf = Array.from({ length: count }, () => new Map<number, number>());
  for (let paper = 0; paper < count; paper += 1) {
    const from = paper * k;
    const near = places.subarray(from, from + Math.min(k, most)).filter((other) => other >= 0);
    const weights = weigh(Array.from(near, (_, at) => 1 - (similarities[from + at] ?? 0)));
    for (const [at, other] of near.entries()) {
      const tails = tailsOf[Math.max(paper, other)];
      const before = tails?.get(Math.min(paper, other)) ?? 0;
      const weight = weights[at] ?? 0;
      tails?.set(Math.min(paper, other), Math.fround(before + weight - before * weight));
    }
  }
  return {
    heads: Int32Array.from(tailsOf.flatMap(({ size }, head) => Array<number>(size).fill(head))),
    tails: Int32Array.from(tailsOf.flatMap((tails) => [...tails.keys()])),
    weights: Float32Array.from(tailsOf.flatMap((tails) => [...tails.values()])),
  };
}
