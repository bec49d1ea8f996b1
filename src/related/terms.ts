/** Numbers the words and two-word phrases that more than one paper has. */
import type { Corpus } from './corpus.ts';
import { walk, type Visitor } from './mentions.ts';
import { hashPair, PairTable } from './pair-table.ts';

/** Terms: words first, numbered as in the corpus, then phrases. */
export interface Terms {
  /** All of them. */
  readonly count: number;
  /** Papers that have each. */
  readonly frequency: Int32Array;
  /** Papers that have each in the title. */
  readonly inTitles: Int32Array;
  readonly pairs: PairTable;
}

/** Phrases are counted in this many boxes before they are told apart: twice those of 50,000 abstracts. */
const mostBoxes = 2 ** 23;

/** Most phrases of a token. */
const boxesAToken = 2;

const atLeast = (count: number, most: number): number => {
  let size = 1024;
  while (size < count && size < most) size *= 2;
  return size;
};

/**
 * Which phrases stand in the corpus more than once: hardly half of them do. Boxes say so with few
 * mistakes, all on the safe side, in a tenth of the memory (Park, Chen and Yu, SIGMOD 1995).
 */
function repeated(corpus: Corpus): (first: number, second: number) => boolean {
  const boxes = new Uint8Array(atLeast(corpus.tokens.length * boxesAToken, mostBoxes));
  const mask = boxes.length - 1;
  const visitor = {
    word: () => undefined,
    phrase: (first: number, second: number) => {
      const box = hashPair(first, second) & mask;
      const count = boxes[box] ?? 0;
      if (count < 2) boxes[box] = count + 1;
    },
  };
  for (let document = 0; document < corpus.size; document++) walk(corpus, document, visitor);
  return (first, second) => boxes[hashPair(first, second) & mask] === 2;
}

/** Counts the papers that have a term, while one paper after another is walked over. */
class PaperCount {
  #counts = new Int32Array(1024);
  #last = new Int32Array(1024).fill(-1);

  add(term: number, paper: number): void {
    if (term >= this.#counts.length) this.#grow(term);
    if (this.#last[term] === paper) return;
    this.#last[term] = paper;
    this.#counts[term] = (this.#counts[term] ?? 0) + 1;
  }

  /** Counts of the terms below `length`. */
  take(length: number): Int32Array {
    if (length > this.#counts.length) this.#grow(length);
    return this.#counts.slice(0, length);
  }

  #grow(term: number): void {
    const [counts, last] = [this.#counts, this.#last];
    const length = Math.max(counts.length * 2, term + 1);
    this.#counts = new Int32Array(length);
    this.#last = new Int32Array(length).fill(-1);
    this.#counts.set(counts);
    this.#last.set(last);
  }
}

/** Finds the terms of a corpus. Linear in its length. */
export function findTerms(corpus: Corpus): Terms {
  const isRepeated = repeated(corpus);
  const pairs = new PairTable();
  const papers = new PaperCount();
  const titles = new PaperCount();
  let document = 0;
  const count = (term: number, inTitle: boolean): void => {
    papers.add(term, document);
    if (inTitle) titles.add(term, document);
  };
  const visitor: Visitor = {
    word: (word, _at, inTitle) => count(word, inTitle),
    phrase: (first, second, _from, _at, inTitle) => {
      if (isRepeated(first, second)) count(corpus.wordCount + pairs.add(first, second), inTitle);
    },
  };
  for (; document < corpus.size; document++) walk(corpus, document, visitor);
  const total = corpus.wordCount + pairs.size;
  return { count: total, frequency: papers.take(total), inTitles: titles.take(total), pairs };
}
