/** Papers as sparse vectors of unit length, one number a term. */
import type { Corpus, Visitor } from './corpus.ts';
import type { Terms } from './terms.ts';

/** The vectors of all papers, one after another. */
export interface Vectors {
  /** Where each paper begins in the other two, and where the last one ends. */
  readonly starts: Int32Array;
  /** Heaviest first. */
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** How terms are weighed. docs/related.md says what was measured. */
export interface Weighing {
  /** Mentions that one in the title is worth. */
  readonly title: number;
  /** What a phrase is worth beside a word as rare; 0: words alone. */
  readonly phrase: number;
  /** Exponent of the inverse document frequency in a vector: in a cosine it comes twice. */
  readonly rarity: number;
  /** `k1` of BM25: how soon further mentions count for little (Robertson and Zaragoza, 2009). */
  readonly saturation: number;
  /** Terms kept of each paper. */
  readonly kept: number;
}

export const weighing: Weighing = {
  title: 3,
  phrase: 0.7,
  rarity: 0.5,
  saturation: 1.2,
  kept: 128,
};

/** How rare a term is that so many of so many papers have: the inverse document frequency of BM25. */
export const inverseFrequency = (papers: number, all: number): number =>
  Math.log(1 + (all - papers + 0.5) / (papers + 0.5));

/**
 * Makes the vectors: the mentions of a term, saturated as in BM25, times the square root of its inverse
 * document frequency, so that the rarity of a common term counts once in a cosine, as it does in BM25, not
 * twice. Terms of one paper alone are left out: nothing can be near because of them.
 */
export function vectorise(corpus: Corpus, terms: Terms, how: Weighing = weighing): Vectors {
  const idf = Float32Array.from(terms.frequency, (papers, term) => {
    if (papers < 2) return 0;
    const rarity = inverseFrequency(papers, corpus.size) ** how.rarity;
    return term < corpus.wordCount ? rarity : rarity * how.phrase;
  });
  const starts = new Int32Array(corpus.size + 1);
  const capacity = corpus.size * how.kept;
  const allTerms = new Int32Array(capacity);
  const allWeights = new Float32Array(capacity);
  const mentions = new Float32Array(terms.count);
  let touched: number[] = [];
  const mention = (term: number, inTitle: boolean): void => {
    if (mentions[term] === 0) touched.push(term);
    mentions[term] = (mentions[term] ?? 0) + (inTitle ? how.title : 1);
  };
  const visitor: Visitor = {
    word: (word, _at, inTitle) => {
      if ((idf[word] ?? 0) > 0) mention(word, inTitle);
    },
    phrase: (first, second, _from, _at, inTitle) => {
      const term = terms.phrase(first, second);
      if (term !== -1 && (idf[term] ?? 0) > 0) mention(term, inTitle);
    },
  };
  const weights = new Float32Array(terms.count);
  let end = 0;
  for (let document = 0; document < corpus.size; document++) {
    touched = [];
    corpus.walk(document, visitor);
    let squares = 0;
    for (const term of touched) {
      const count = mentions[term] ?? 0;
      const weight = ((count * (how.saturation + 1)) / (count + how.saturation)) * (idf[term] ?? 0);
      mentions[term] = 0;
      weights[term] = weight;
      squares += weight * weight;
    }
    const heaviest = touched
      .toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
      .slice(0, how.kept);
    const length = Math.sqrt(squares);
    for (const term of heaviest) {
      allTerms[end] = term;
      allWeights[end++] = (weights[term] ?? 0) / length;
    }
    starts[document + 1] = end;
  }
  return { starts, terms: allTerms.slice(0, end), weights: allWeights.slice(0, end) };
}
