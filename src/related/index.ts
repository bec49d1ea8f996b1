/** Which papers are alike, and why. */
export { rememberingSimilar } from './cache.ts';
export { type Corpus, readCorpus, type Visitor } from './corpus.ts';
export { writtenForms } from './forms.ts';
export { Lexicon } from './lexicon.ts';
export {
  type Nearest,
  type Settled,
  type Similarity,
  type SimilarityDocument,
} from './similarity.ts';
export { inThread, lately } from './lately.ts';
export { type NearestOptions, nearestPapers } from './nearest.ts';
export { findSimilar } from './related.ts';
export { effort } from './search.ts';
export { readTable, relatedKept } from './table.ts';
export { type Terms, findTerms, termsIn } from './terms.ts';
export { weighing } from './vectors.ts';
