/** Nearest neighbours of sparse vectors. */
import type { Nearest } from './similarity.ts';
import { postingsOf, type Postings } from './postings.ts';
import type { Vectors } from './vectors.ts';

/** How far the search goes. docs/related.md says what is missed by it. */
export interface Effort {
  /** Papers kept of each term: those in which it weighs most. */
  readonly champions: number;
  /** Papers met under a paper's terms, the rarest terms first. */
  readonly meetings: number;
  /** Papers that are compared in full, for each neighbour wanted. */
  readonly candidates: number;
}

export const effort: Effort = { champions: 500, meetings: 12_000, candidates: 8 };

const papersOf = ({ starts }: Postings, term: number): number =>
  (starts[term + 1] ?? 0) - (starts[term] ?? 0);

/** Where the terms of a paper are in `vectors`, those that lead to the fewest papers first. */
function rarestFirst({ starts, terms }: Vectors, postings: Postings, paper: number): Float64Array {
  const [from, to] = [starts[paper] ?? 0, starts[paper + 1] ?? 0];
  // Two numbers in one, so that they are sorted without a function.
  const keys = new Float64Array(to - from);
  for (let at = from; at < to; at++)
    keys[at - from] = papersOf(postings, terms[at] ?? 0) * keyWidth + (at - from);
  return keys.toSorted().map((key) => from + (key % keyWidth));
}

/** Terms of a paper are fewer than this. */
const keyWidth = 2 ** 20;

/**
 * Finds the nearest papers of every paper by the cosine of their vectors.
 *
 * A paper's terms are looked up in an inverted index of champion lists, the rarest first; the papers that
 * score best there are compared in full. The steps for a paper do not grow with the number of papers.
 *
 * @param vectors of unit length
 * @param count number of terms
 * @param k neighbours wanted
 * @returns places in `vectors`; of papers equally near, the first comes first
 */
export function searchNearest(
  vectors: Vectors,
  count: number,
  k: number,
  how: Effort = effort,
): Nearest {
  const { starts, terms, weights } = vectors;
  const size = starts.length - 1;
  const postings = postingsOf(vectors, count, how.champions);
  const places = new Int32Array(size * k).fill(-1);
  const similarities = new Float32Array(size * k);
  const scores = new Float32Array(size);
  const met = new Int32Array(size);
  const mine = new Float32Array(count);

  /** Adds up scores of the papers that share a term; they are put into `met`. */
  const meet = (paper: number): number => {
    let reached = 0;
    let meetings = 0;
    for (const at of rarestFirst(vectors, postings, paper)) {
      const term = terms[at] ?? 0;
      const weight = weights[at] ?? 0;
      meetings += papersOf(postings, term);
      if (meetings > how.meetings) break;
      const end = postings.starts[term + 1] ?? 0;
      for (let slot = postings.starts[term] ?? 0; slot < end; slot++) {
        const other = postings.papers[slot] ?? 0;
        if (other === paper) continue;
        const score = scores[other] ?? 0;
        if (score === 0) met[reached++] = other;
        scores[other] = score + weight * (postings.weights[slot] ?? 0);
      }
    }
    return reached;
  };

  /** The cosine of a paper with the one whose weights are in `mine`. */
  const cosine = (other: number): number => {
    const end = starts[other + 1] ?? 0;
    let sum = 0;
    for (let at = starts[other] ?? 0; at < end; at++)
      sum += (mine[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0);
    return sum;
  };

  for (let paper = 0; paper < size; paper++) {
    const candidates = takeHighest(met, meet(paper), scores, k * how.candidates);
    const [from, to] = [starts[paper] ?? 0, starts[paper + 1] ?? 0];
    for (let at = from; at < to; at++) mine[terms[at] ?? 0] = weights[at] ?? 0;
    const found = Array.from(met.subarray(0, candidates), (other) => ({
      other,
      cosine: Math.fround(cosine(other)),
    })).toSorted((a, b) => b.cosine - a.cosine || a.other - b.other);
    for (let at = from; at < to; at++) mine[terms[at] ?? 0] = 0;
    for (const [at, { other, cosine: near }] of found.slice(0, k).entries()) {
      places[paper * k + at] = other;
      similarities[paper * k + at] = Math.min(1, near);
    }
  }
  return { k, places, similarities };
}

/** Steps that scores are sorted into: fine enough to tell a hundred papers from the next one. */
const steps = 256;

const counts = new Int32Array(steps);

/** Scores in the order of the papers, so that they are read in a row. */
let values = new Float32Array();

/**
 * Takes the papers with the highest scores, at least `wanted` of them if there are so many, and sets all scores
 * back to 0. By counting, not by comparing: linear, and no order among equals matters.
 *
 * @param papers the first `count` of them have scores above 0; the highest are at the front then
 * @param scores by paper
 * @returns how many were taken
 */
export function takeHighest(
  papers: Int32Array,
  count: number,
  scores: Float32Array,
  wanted: number,
): number {
  if (values.length < count) values = new Float32Array(scores.length);
  let highest = 0;
  for (let index = 0; index < count; index++) {
    const paper = papers[index] ?? 0;
    const score = scores[paper] ?? 0;
    scores[paper] = 0;
    values[index] = score;
    if (score > highest) highest = score;
  }
  const scale = (steps - 1) / highest;
  counts.fill(0);
  for (let index = 0; index < count; index++) {
    const step = Math.floor((values[index] ?? 0) * scale);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let least = steps;
  for (let taken = 0; least > 0 && taken < wanted; taken += counts[least] ?? 0) least--;
  let taken = 0;
  for (let index = 0; index < count; index++) {
    if (Math.floor((values[index] ?? 0) * scale) >= least) papers[taken++] = papers[index] ?? 0;
  }
  return taken;
}
