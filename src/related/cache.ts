/** Remembers what was found: in the store for the next build, and in memory for the next request. */
import { memoise } from '../once.ts';
import { nowhere, type Keep } from '../store/keep.ts';
import { findSimilar } from './related.ts';
import { PaperRow } from './row.ts';
import type { Similarity, SimilarityDocument } from './similarity.ts';
import { readTable } from './table.ts';

/**
 * Makes {@link findSimilar} remember its last answer. It is taken for the same papers in the same order alone, so that it
 * can be neither wrong nor old.
 *
 * @param keep where what was found is kept for the next build
 */
export const rememberingSimilar = (
  keep: Keep = nowhere,
  find: typeof findSimilar = findSimilar,
): ((documents: readonly SimilarityDocument[]) => Similarity) =>
  memoise((documents: readonly SimilarityDocument[]) => readTable(find(documents, keep)), {
    keyOf: ([documents]) => new PaperRow(documents).keyOf(documents.length),
    most: 1,
  });
