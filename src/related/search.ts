/** Nearest neighbours of sparse vectors, found as papers come: those of a paper among older ones, then among later. */
import { TopOfRows } from '../top.ts';
import { Postings } from './postings.ts';
import type { Nearest } from './similarity.ts';
import { SpreadVector, type Vectors } from './vectors.ts';

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

/** Terms of a paper are fewer than this. */
const keyWidth = 2 ** 20;

/**
 * Finds the nearest papers of papers by the cosine of their vectors, one paper after another.
 *
 * A paper's terms are looked up in an inverted index of the papers before it, the rarest first; of a term that many
 * papers have, those in which it weighs most are kept (champion lists: Manning, Raghavan and Schütze, "Introduction to
 * Information Retrieval", 7.1.3), since what is near because of a common term alone is not near. The papers that score best
 * there, and those that have no neighbour as near as this one, are compared in full. Each pair that is compared counts for
 * both, so what was found for the first papers does not depend on later ones, and holds for good. The steps for a paper
 * do not grow with the number of papers.
 */
export class NeighbourSearch {
  readonly #vectors: Vectors;
  readonly #how: Effort;
  /** Neighbours so far, of all papers that there are vectors of. */
  readonly #nearest: TopOfRows;
  readonly #postings: Postings;
  readonly #scores: Float32Array;
  readonly #met: Int32Array;
  readonly #mine: SpreadVector;
  #end = 0;

  /**
   * @param vectors of all papers, of unit length
   * @param count number of terms
   * @param k neighbours wanted
   * @param known what was found for the first papers, as {@link NeighbourSearch.found} gave it
   */
  constructor(vectors: Vectors, count: number, k: number, how: Effort = effort, known?: Nearest) {
    const size = vectors.starts.length - 1;
    this.#vectors = vectors;
    this.#how = how;
    this.#nearest = new TopOfRows(size, k);
    this.#postings = new Postings(vectors, count, how.champions);
    this.#scores = new Float32Array(size);
    this.#met = new Int32Array(size);
    this.#mine = new SpreadVector(vectors, count);
    if (!known) return;
    this.#nearest.set(known.places, known.similarities);
    for (; this.#end * k < known.places.length; this.#end++) this.#postings.add(this.#end);
  }

  /** Neighbours of the papers looked at so far, nearest first; of papers equally near, the first comes first. */
  get found(): Nearest {
    const { k, things, values } = this.#nearest;
    const length = this.#end * k;
    return { k, places: things.slice(0, length), similarities: values.slice(0, length) };
  }

  /**
   * Looks at further papers.
   *
   * @param end up to this one
   * @param changed called for a paper before it that has a new neighbour, maybe more than once
   * @returns the neighbours that each of them has among those before it
   */
  advance(end: number, changed?: (paper: number) => void): Nearest {
    const { k } = this.#nearest;
    const start = this.#end;
    const places = new Int32Array((end - start) * k);
    const similarities = new Float32Array((end - start) * k);
    for (; this.#end < end; this.#end++) {
      const paper = this.#end;
      this.#look(paper, changed);
      const row = [paper * k, (paper + 1) * k] as const;
      places.set(this.#nearest.things.subarray(...row), (paper - start) * k);
      similarities.set(this.#nearest.values.subarray(...row), (paper - start) * k);
      this.#postings.add(paper);
    }
    return { k, places, similarities };
  }

  #look(paper: number, changed?: (paper: number) => void): void {
    const candidates = takeHighest(
      this.#met,
      this.#meet(paper),
      this.#scores,
      this.#nearest.k * this.#how.candidates,
      this.#nearest.floors,
    );
    this.#mine.spread(paper);
    // In their order, so that of papers equally near the first stays first.
    for (const other of this.#met.subarray(0, candidates).toSorted()) {
      const cosine = Math.min(1, Math.fround(this.#mine.cosine(other)));
      this.#nearest.keep(paper, other, cosine);
      if (this.#nearest.keep(other, paper, cosine)) changed?.(other);
    }
  }

  /** Adds up scores of the papers that share a term; they are put into `#met`. */
  #meet(paper: number): number {
    const { terms, weights } = this.#vectors;
    const [scores, met, postings] = [this.#scores, this.#met, this.#postings];
    let reached = 0;
    let meetings = 0;
    for (const at of this.#rarestFirst(paper)) {
      const term = terms[at] ?? 0;
      const weight = weights[at] ?? 0;
      const start = postings.starts[term] ?? 0;
      const count = postings.lengths[term] ?? 0;
      meetings += count;
      if (meetings > this.#how.meetings) break;
      for (let slot = start; slot < start + count; slot++) {
        const other = postings.papers[slot] ?? 0;
        const score = scores[other] ?? 0;
        if (score === 0) met[reached++] = other;
        scores[other] = score + weight * (postings.weights[slot] ?? 0);
      }
    }
    return reached;
  }

  /** Where the terms of a paper are in the vectors, those that lead to the fewest papers first. */
  #rarestFirst(paper: number): Float64Array {
    const { starts, terms } = this.#vectors;
    const [from, to] = [starts[paper] ?? 0, starts[paper + 1] ?? 0];
    // Two numbers in one, so that they are sorted without a function.
    const keys = new Float64Array(to - from);
    for (let at = from; at < to; at++)
      keys[at - from] = (this.#postings.lengths[terms[at] ?? 0] ?? 0) * keyWidth + (at - from);
    return keys.toSorted().map((key) => from + (key % keyWidth));
  }
}

/** Steps that scores are sorted into: fine enough to tell a hundred papers from the next one. */
const steps = 256;

const counts = new Int32Array(steps);

/** Scores in the order of the papers, so that they are read in a row. */
let values = new Float32Array();

/**
 * Takes the papers with the highest scores, at least `wanted` of them if there are so many, and all whose scores are
 * above a floor of their own; sets all scores back to 0. By counting, not by comparing: linear, and no order among
 * equals matters.
 *
 * @param papers the first `count` of them have scores above 0; those taken are at the front then
 * @param scores by paper
 * @param floors by paper
 * @returns how many were taken
 */
export function takeHighest(
  papers: Int32Array,
  count: number,
  scores: Float32Array,
  wanted: number,
  floors: Float32Array,
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
    const value = values[index] ?? 0;
    const paper = papers[index] ?? 0;
    if (Math.floor(value * scale) >= least || value > (floors[paper] ?? 0)) papers[taken++] = paper;
  }
  return taken;
}
