/** Related papers of a whole archive in a few typed arrays: a hundred thousand papers in 6 MB. */
import type { Nearest, Relation, Similarity } from './similarity.ts';
import { namedTerms } from './reasons.ts';

/** Related papers kept of each paper. */
export const relatedKept = 5;

/** What {@link Similarity} is made of; can be stored. */
export interface SimilarityTable {
  readonly nearest: Nearest;
  /** `relatedKept` a paper: which of its neighbours, -1 where there are no more. */
  readonly chosen: Int8Array;
  /** `namedTerms` of each related paper: index of a label, -1 where there are no more. */
  readonly reasons: Int32Array;
  /** Terms as readers write them. */
  readonly labels: readonly string[];
}

/** Makes relations of a table. */
export function readTable({ nearest, chosen, reasons, labels }: SimilarityTable): Similarity {
  return {
    nearest,
    related(place) {
      const found: Relation[] = [];
      for (let at = place * relatedKept; at < (place + 1) * relatedKept; at++) {
        const neighbour = chosen[at] ?? -1;
        if (neighbour === -1) break;
        const slot = place * nearest.k + neighbour;
        const terms = Array.from(
          reasons.subarray(at * namedTerms, (at + 1) * namedTerms),
          (label) => labels[label] ?? '',
        );
        found.push({
          place: nearest.places[slot] ?? -1,
          similarity: nearest.similarities[slot] ?? 0,
          terms: terms.filter((term) => term !== ''),
        });
      }
      return found;
    },
  };
}
