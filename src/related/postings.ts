/** Which papers have a term: the vectors the other way round. */
import type { Vectors } from './vectors.ts';

/** The papers of all terms, one term after another. */
export interface Postings {
  /** Where each term begins in the other two, and where the last one ends. */
  readonly starts: Int32Array;
  readonly papers: Int32Array;
  readonly weights: Float32Array;
}

/**
 * Turns vectors round. Of a term that more than `most` papers have, those in which it weighs most are
 * kept (champion lists: Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 7.1.3):
 * what is near because of a common term alone is not near.
 *
 * @param count number of terms
 * @param most papers kept of a term
 */
export function postingsOf(
  { starts: begins, terms, weights }: Vectors,
  count: number,
  most: number,
): Postings {
  const starts = new Int32Array(count + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < count; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const papers = new Int32Array(terms.length);
  const found = new Float32Array(terms.length);
  for (let paper = 0; paper + 1 < begins.length; paper++) {
    const end = begins[paper + 1] ?? 0;
    for (let at = begins[paper] ?? 0; at < end; at++) {
      const term = terms[at] ?? 0;
      const slot = next[term] ?? 0;
      next[term] = slot + 1;
      papers[slot] = paper;
      found[slot] = weights[at] ?? 0;
    }
  }
  return cut({ starts, papers, weights: found }, most);
}

/** Keeps the champions, in place. */
function cut({ starts, papers, weights }: Postings, most: number): Postings {
  let end = 0;
  for (let term = 0; term + 1 < starts.length; term++) {
    const [from, to] = [starts[term] ?? 0, starts[term + 1] ?? 0];
    starts[term] = end;
    let floor = 0;
    let equal = most;
    if (to - from > most) {
      const sorted = weights.subarray(from, to).toSorted();
      floor = sorted[sorted.length - most] ?? 0;
      // Of those that weigh the same, the first ones, as many as there is room for.
      equal = most - (sorted.length - 1 - sorted.lastIndexOf(floor));
    }
    for (let at = from; at < to; at++) {
      const weight = weights[at] ?? 0;
      if (weight < floor || (weight === floor && to - from > most && equal-- <= 0)) continue;
      papers[end] = papers[at] ?? 0;
      weights[end++] = weight;
    }
  }
  starts[starts.length - 1] = end;
  return { starts, papers: papers.slice(0, end), weights: weights.slice(0, end) };
}
