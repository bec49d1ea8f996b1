/** Numbers the words and two-word phrases of papers, and counts in how many of them each is. */
import type { NumberedTexts, Visitor } from './corpus.ts';
import { longer } from './growing.ts';
import { hashPair, PairTable } from './pair-table.ts';

/** Terms: words first, numbered as in the texts, then phrases; last of all words that are met later. */
export interface Terms {
  /** Papers in which they were counted. */
  readonly size: number;
  /** All that were counted. */
  readonly count: number;
  /** Words among them. */
  readonly wordCount: number;
  /** Papers that have each. */
  readonly frequency: Int32Array;
  /** Papers that have each in the title. */
  readonly inTitles: Int32Array;
  /** The term that a word is; also of a word that none of the papers has. */
  word(word: number): number;
  /** The term that two words make, or -1. */
  phrase(first: number, second: number): number;
  /** The words of a term: itself, or the two of a phrase. */
  wordsOf(term: number): readonly number[];
}

/** Phrases are counted in this many boxes before they are told apart: twice those of 50,000 abstracts. */
const mostBoxes = 2 ** 23;

/** Most phrases of a word. */
const boxesAWord = 2;

const atLeast = (count: number, most: number): number => {
  let size = 1024;
  while (size < count && size < most) size *= 2;
  return size;
};

/**
 * Which phrases stand in the corpus more than once: hardly half of them do. Boxes say so with few
 * mistakes, all on the safe side, in a tenth of the memory (Park, Chen and Yu, SIGMOD 1995).
 */
function repeated(texts: NumberedTexts): (first: number, second: number) => boolean {
  const boxes = new Uint8Array(atLeast(texts.length * boxesAWord, mostBoxes));
  const mask = boxes.length - 1;
  const visitor = {
    word: () => undefined,
    phrase: (first: number, second: number) => {
      const box = hashPair(first, second) & mask;
      const count = boxes[box] ?? 0;
      if (count < 2) boxes[box] = count + 1;
    },
  };
  for (let paper = 0; paper < texts.size; paper++) texts.walk(paper, visitor);
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
    const length = Math.max(this.#counts.length * 2, term + 1);
    this.#counts = longer(new Int32Array(length), this.#counts);
    this.#last = longer(new Int32Array(length), this.#last, -1);
  }
}

/** Finds the terms of texts. Linear in their length. */
export const findTerms = (texts: NumberedTexts): Terms => readTerms(countTerms(texts));

/** The same, as what can be stored. */
export function countTerms(texts: NumberedTexts): TermTable {
  const isRepeated = repeated(texts);
  const pairs = new PairTable();
  const papers = new PaperCount();
  const titles = new PaperCount();
  let paper = 0;
  const count = (term: number, inTitle: boolean): void => {
    papers.add(term, paper);
    if (inTitle) titles.add(term, paper);
  };
  const visitor: Visitor = {
    word: (word, _at, inTitle) => count(word, inTitle),
    phrase: (first, second, _from, _at, inTitle) => {
      if (isRepeated(first, second)) count(texts.wordCount + pairs.add(first, second), inTitle);
    },
  };
  for (; paper < texts.size; paper++) texts.walk(paper, visitor);
  const total = texts.wordCount + pairs.size;
  return withoutLone({
    size: texts.size,
    wordCount: texts.wordCount,
    frequency: papers.take(total),
    inTitles: titles.take(total),
    ...pairs.words(),
  });
}

/** What {@link Terms} are made of; can be stored. */
export interface TermTable extends Pick<Terms, 'size' | 'wordCount' | 'frequency' | 'inTitles'> {
  /** The words of each phrase. */
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Leaves out the phrases that one paper alone has, and numbers the others. */
function withoutLone({ frequency, inTitles, first, second, ...rest }: TermTable): TermTable {
  const { wordCount } = rest;
  const isKept = (_: number, term: number): boolean =>
    term < wordCount || (frequency[term] ?? 0) > 1;
  const isPhraseKept = (_: number, pair: number): boolean => isKept(0, pair + wordCount);
  return {
    ...rest,
    frequency: frequency.filter(isKept),
    inTitles: inTitles.filter(isKept),
    first: first.filter(isPhraseKept),
    second: second.filter(isPhraseKept),
  };
}

/** Makes terms of a table. */
export function readTerms(table: TermTable): Terms {
  const { wordCount, first, second, frequency } = table;
  const pairs = new PairTable(first.length);
  for (const [pair, word] of first.entries()) pairs.add(word, second[pair] ?? 0);
  const phrases = first.length;
  return {
    ...table,
    count: frequency.length,
    word: (word) => (word < wordCount ? word : word + phrases),
    phrase: (one, other) => {
      const pair = pairs.get(one, other);
      return pair === -1 ? -1 : wordCount + pair;
    },
    wordsOf: (term) =>
      term < wordCount
        ? [term]
        : term < wordCount + phrases
          ? [first[term - wordCount] ?? 0, second[term - wordCount] ?? 0]
          : [term - phrases],
  };
}

/** The terms that a paper has, in the order in which they come. */
export function termsIn(
  texts: Pick<NumberedTexts, 'walk'>,
  terms: Terms,
  paper: number,
): Set<number> {
  const found = new Set<number>();
  texts.walk(paper, {
    word: (word) => found.add(terms.word(word)),
    phrase: (first, second) => found.add(terms.phrase(first, second)),
  });
  found.delete(-1);
  return found;
}
