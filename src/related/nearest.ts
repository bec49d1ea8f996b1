/** The papers that are nearest to each paper, by what their titles and abstracts say. */
import { readCorpus } from './corpus.ts';
import type { Nearest, SimilarityDocument } from './similarity.ts';
import { effort, searchNearest, type Effort } from './search.ts';
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Places of the documents by id: worked in this order, the answer does not depend on theirs. */
export function placesById(documents: readonly SimilarityDocument[]): Int32Array {
  const ids = documents.map(({ id }) => id);
  return Int32Array.from(documents.keys()).toSorted((a, b) => compare(ids[a] ?? '', ids[b] ?? ''));
}

/**
 * Finds the nearest papers of every paper. Near-linear in the length of the texts: 50,000 papers take
 * seconds. The same paper listed twice is near to itself here; `relatedPapers` leaves it out.
 *
 * @param documents in any order; of papers equally near, the lower id comes first
 * @returns places in `documents`
 */
export function nearestPapers(
  documents: readonly SimilarityDocument[],
  options: NearestOptions = {},
): Nearest {
  const order = placesById(documents);
  const corpus = readCorpus(
    (function* inOrder() {
      for (const place of order) {
        const document = documents[place];
        if (document) yield document;
      }
    })(),
  );
  const terms = findTerms(corpus);
  const vectors = vectorise(corpus, terms, options.weighing ?? weighing);
  const found = searchNearest(
    vectors,
    terms.count,
    options.k ?? neighboursKept,
    options.effort ?? effort,
  );
  return inPlace(found, order);
}

/** Rows in the order of `order` → rows in that of the documents, written to `target`. */
export function rowsInPlace<Row extends Int32Array | Int8Array | Float32Array>(
  rows: Row,
  order: Int32Array,
  width: number,
  target: Row,
): Row {
  for (const [row, place] of order.entries())
    target.set(rows.subarray(row * width, (row + 1) * width), place * width);
  return target;
}

/** Neighbours by id → neighbours in the order of the documents. */
export function inPlace({ k, places, similarities }: Nearest, order: Int32Array): Nearest {
  const renamed = places.map((place) => (place === -1 ? -1 : (order[place] ?? -1)));
  return {
    k,
    places: rowsInPlace(renamed, order, k, new Int32Array(places.length)),
    similarities: rowsInPlace(similarities, order, k, new Float32Array(places.length)),
  };
}
