/** Papers as sparse vectors of unit length, one number a term. */
import { inverseFrequency } from '../idf.ts';
import type { Corpus, Visitor } from './corpus.ts';
import type { Terms } from './terms.ts';

/** The vectors of all papers, one after another. */
export interface Vectors {
  /** Where each paper begins in the other two, and where the last one ends. */
  readonly starts: Int32Array;
  /** Heaviest first, then words that fewer than two of the counted papers have. */
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

/** Words kept of a paper that fewer than two of the counted papers have: names that have just come up. */
const newWords = 16;

/**
 * Makes the vectors: the mentions of a term, saturated as in BM25, times the square root of its inverse
 * document frequency, so that the rarity of a common term counts once in a cosine, as it does in BM25, not
 * twice.
 *
 * The papers need not be those whose terms were counted. Phrases of one of these alone are left out: nothing can be
 * near because of them. A word that one of them or none has may stand in papers that came later. It is kept, and does not count
 * for the length: papers that share it are nearer by it, and with all others it changes nothing.
 */
export function vectorise(corpus: Corpus, terms: Terms, how: Weighing = weighing): Vectors {
  const rarity = (papers: number): number => inverseFrequency(papers, terms.size) ** how.rarity;
  const idf = Float32Array.from(terms.frequency, (papers, term) => {
    if (papers < 2) return 0;
    return term < terms.wordCount ? rarity(papers) : rarity(papers) * how.phrase;
  });
  const newest = Math.fround(rarity(1));
  const starts = new Int32Array(corpus.size + 1);
  const capacity = corpus.size * (how.kept + newWords);
  const allTerms = new Int32Array(capacity);
  const allWeights = new Float32Array(capacity);
  const most = Math.max(terms.count, terms.word(corpus.wordCount));
  const mentions = new Float32Array(most);
  const weights = new Float32Array(most);
  let touched: number[] = [];
  let unknown: number[] = [];
  const mention = (term: number, inTitle: boolean): void => {
    if (mentions[term] === 0) ((idf[term] ?? 0) > 0 ? touched : unknown).push(term);
    mentions[term] = (mentions[term] ?? 0) + (inTitle ? how.title : 1);
  };
  const visitor: Visitor = {
    word: (word, _at, inTitle) => mention(terms.word(word), inTitle),
    phrase: (first, second, _from, _at, inTitle) => {
      const term = terms.phrase(first, second);
      if (term !== -1) mention(term, inTitle);
    },
  };
  /** Weighs terms; gives the square of the length that they make. */
  const weigh = (some: readonly number[], idfOf: (term: number) => number): number => {
    let squares = 0;
    for (const term of some) {
      const count = mentions[term] ?? 0;
      const weight = ((count * (how.saturation + 1)) / (count + how.saturation)) * idfOf(term);
      mentions[term] = 0;
      weights[term] = weight;
      squares += weight * weight;
    }
    return squares;
  };
  let end = 0;
  for (let document = 0; document < corpus.size; document++) {
    [touched, unknown] = [[], []];
    corpus.walk(document, visitor);
    const squares = weigh(touched, (term) => idf[term] ?? 0);
    const length = Math.sqrt(weigh(unknown, () => newest) * (squares === 0 ? 1 : 0) + squares);
    const heaviest = touched
      .toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
      .slice(0, how.kept);
    for (const term of [...heaviest, ...unknown.slice(0, newWords)]) {
      allTerms[end] = term;
      allWeights[end++] = (weights[term] ?? 0) / length;
    }
    starts[document + 1] = end;
  }
  return { starts, terms: allTerms.slice(0, end), weights: allWeights.slice(0, end) };
}

/** The vectors of papers, one list behind the other. */
export function joinVectors(parts: readonly Vectors[]): Vectors {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const papers = parts.reduce((sum, { starts }) => sum + starts.length - 1, 0);
  const length = parts.reduce((sum, { terms }) => sum + terms.length, 0);
  const starts = new Int32Array(papers + 1);
  const terms = new Int32Array(length);
  const weights = new Float32Array(length);
  let [paper, end] = [0, 0];
  for (const part of parts) {
    terms.set(part.terms, end);
    weights.set(part.weights, end);
    for (const start of part.starts.subarray(1)) starts[++paper] = end + start;
    end += part.terms.length;
  }
  return { starts, terms, weights };
}

/** The vector of one paper, spread out over all terms: its cosine with another takes time linear in the other's terms. */
export class SpreadVector {
  /** Of each term; 0 of those that the paper does not have. */
  readonly weights: Float32Array;
  readonly #vectors: Vectors;
  #paper = -1;

  constructor(vectors: Vectors, termCount: number) {
    this.#vectors = vectors;
    this.weights = new Float32Array(termCount);
  }

  /** Takes a paper in the place of the one before. */
  spread(paper: number): void {
    if (paper === this.#paper) return;
    const { starts, terms, weights } = this.#vectors;
    const last = starts[this.#paper + 1] ?? 0;
    for (let at = starts[this.#paper] ?? last; at < last; at++) this.weights[terms[at] ?? 0] = 0;
    const end = starts[paper + 1] ?? 0;
    for (let at = starts[paper] ?? 0; at < end; at++)
      this.weights[terms[at] ?? 0] = weights[at] ?? 0;
    this.#paper = paper;
  }

  /** Its cosine with another. */
  cosine(other: number): number {
    const { starts, terms, weights } = this.#vectors;
    const mine = this.weights;
    const end = starts[other + 1] ?? 0;
    let sum = 0;
    for (let at = starts[other] ?? 0; at < end; at++)
      sum += (mine[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0);
    return sum;
  }
}
