/** Which papers have a term: the vectors the other way round, one paper after another. */
import type { Vectors } from './vectors.ts';

/** Papers of a term that there is room for, beside the champions that stay when it is full. */
const room = 1.5;

/**
 * The papers that have each term. Of a term that many have, those are kept in which it weighs most: when its room is
 * full, as many as there are champions stay, and others may come.
 */
export class Postings {
  /** Where each term begins in `papers` and `weights`. */
  readonly starts: Int32Array;
  /** Papers of each term so far. */
  readonly lengths: Int32Array;
  readonly papers: Int32Array;
  readonly weights: Float32Array;
  readonly #vectors: Vectors;
  readonly #champions: number;
  readonly #most: number;

  /**
   * @param vectors of all papers that may be added
   * @param count number of terms
   * @param champions papers kept of a term at least
   */
  constructor(vectors: Vectors, count: number, champions: number) {
    this.#vectors = vectors;
    this.#champions = champions;
    this.#most = Math.ceil(champions * room);
    const starts = new Int32Array(count + 1);
    for (const term of vectors.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    for (let term = 0; term < count; term++)
      starts[term + 1] = (starts[term] ?? 0) + Math.min(this.#most, starts[term + 1] ?? 0);
    this.starts = starts;
    this.lengths = new Int32Array(count);
    this.papers = new Int32Array(starts[count] ?? 0);
    this.weights = new Float32Array(starts[count] ?? 0);
  }

  /** Adds a paper, which comes after all those added before. */
  add(paper: number): void {
    const { starts, terms, weights } = this.#vectors;
    const end = starts[paper + 1] ?? 0;
    for (let at = starts[paper] ?? 0; at < end; at++) {
      const term = terms[at] ?? 0;
      const length = this.lengths[term] ?? 0;
      const slot = (this.starts[term] ?? 0) + length;
      this.papers[slot] = paper;
      this.weights[slot] = weights[at] ?? 0;
      this.lengths[term] = length + 1 === this.#most ? this.#cut(term) : length + 1;
    }
  }

  /** Keeps the champions of a term, in their order; of those that weigh the same, the first. */
  #cut(term: number): number {
    const from = this.starts[term] ?? 0;
    const weights = this.weights.subarray(from, from + this.#most);
    const sorted = weights.toSorted();
    const floor = sorted[sorted.length - this.#champions] ?? 0;
    let equal = this.#champions - (sorted.length - 1 - sorted.lastIndexOf(floor));
    let end = from;
    for (const [at, weight] of weights.entries()) {
      if (weight < floor || (weight === floor && equal-- <= 0)) continue;
      this.papers[end] = this.papers[from + at] ?? 0;
      this.weights[end++] = weight;
    }
    return end - from;
  }
}
