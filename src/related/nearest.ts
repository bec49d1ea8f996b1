/** The papers that are nearest to each paper, by what their titles and abstracts say. */
import { readCorpus } from './corpus.ts';
import type { Nearest, SimilarityDocument } from './similarity.ts';
import { effort, NeighbourSearch, type Effort } from './search.ts';
import { findTerms } from './terms.ts';
import { vectorise, weighing, type Weighing } from './vectors.ts';

/** Neighbours that related papers and the map together need of each paper. */
export const neighboursKept = 15;

export interface NearestOptions {
  /** Neighbours wanted of each paper; {@link neighboursKept} unless told. */
  readonly k?: number;
  readonly weighing?: Weighing;
  readonly effort?: Effort;
}

/**
 * Finds the nearest papers of every paper. Near-linear in the length of the texts: 50,000 papers take
 * seconds. The same paper listed twice is near to itself here; `relatedPapers` leaves it out.
 *
 * @param documents oldest first; of papers equally near, the older one comes first
 * @returns places in `documents`
 */
export function nearestPapers(
  documents: readonly SimilarityDocument[],
  options: NearestOptions = {},
): Nearest {
  const corpus = readCorpus(documents);
  const terms = findTerms(corpus);
  const search = new NeighbourSearch(
    vectorise(corpus, terms, options.weighing ?? weighing),
    terms.count,
    options.k ?? neighboursKept,
    options.effort ?? effort,
  );
  search.advance(documents.length);
  return search.found;
}
