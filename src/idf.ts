/**
 * How rare a word is that so many of so many papers have: BM25's inverse document frequency, never below 0 (Robertson and
 * Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009).
 */
export const inverseFrequency = (papers: number, all: number): number =>
  Math.log(1 + (all - papers + 0.5) / (papers + 0.5));
