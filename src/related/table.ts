/** Related papers of a whole archive in a few typed arrays: a hundred thousand papers in 6 MB. */
import type { Nearest, Relation, Settled, Similarity } from './similarity.ts';
import { namedTerms } from './reasons.ts';

/** Related papers kept of each paper. */
export const relatedKept = 5;

/** What {@link Similarity} is made of; can be stored. Places are in the order in which papers came, the oldest at 0. */
export interface SimilarityTable {
  readonly nearest: Nearest;
  readonly settled: Settled;
  /** `relatedKept` a paper: which of its neighbours, -1 where there are no more. */
  readonly chosen: Int8Array;
  /** `namedTerms` of each related paper: number of a term, -1 where there are no more. */
  readonly reasons: Int32Array;
  /** Terms as readers write them. */
  readonly labels: ReadonlyMap<number, string>;
}

/** Makes relations of a table, for a list that has the newest paper first. */
export function readTable({
  nearest,
  settled,
  chosen,
  reasons,
  labels,
}: SimilarityTable): Similarity {
  const { k } = nearest;
  const size = nearest.places.length / k;
  const placeOf = (ordinal: number): number => (ordinal === -1 ? -1 : size - 1 - ordinal);
  return {
    settled,
    related(place) {
      const found: Relation[] = [];
      const paper = placeOf(place);
      for (let at = paper * relatedKept; at < (paper + 1) * relatedKept; at++) {
        const neighbour = chosen[at] ?? -1;
        if (neighbour === -1) break;
        const slot = paper * k + neighbour;
        const terms = Array.from(
          reasons.subarray(at * namedTerms, (at + 1) * namedTerms),
          (term) => labels.get(term) ?? '',
        );
        found.push({
          place: placeOf(nearest.places[slot] ?? -1),
          similarity: nearest.similarities[slot] ?? 0,
          terms: terms.filter((term) => term !== ''),
        });
      }
      return found;
    },
  };
}
