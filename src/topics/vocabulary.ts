/** The words and two-word phrases of an archive, and which papers hold them. */
import type { PaperWords } from './weighing.ts';
import { stopWords } from './stop-words.ts';
import type { Word } from './words.ts';

/** A word, or two words that follow each other. */
export interface Phrase {
  /** Its words in the shortest form that the texts have (singular), in lower case but for words such as `RAG`. */
  readonly text: string;
  /** Its words, as `Word.key`. */
  readonly keys: readonly string[];
  /** Papers that hold it. */
  readonly papers: number;
}

export interface Vocabulary {
  readonly phrases: readonly Phrase[];
  /** By the index of the paper: the indexes of its phrases, each once. */
  readonly holds: readonly Int32Array[];
}

/** Where a phrase cannot go on: punctuation, or a word that says nothing. */
const gap = -1;

/** Buckets of the first, rough count of word pairs; a power of two. */
const buckets = 1 << 22;

/** Papers that must hold a phrase before it is looked at: two, and more in a large archive, where chance does more. */
function leastPapers(papers: number): number {
  return Math.max(2, Math.ceil(Math.sqrt(papers) / 25));
}

function telling({ folded }: Word): boolean {
  return folded.length > 1 && !stopWords.has(folded) && !/^\p{N}+$/u.test(folded);
}

/** A word as it is shown: in lower case, unless it has a capital after its first letter. */
function shown({ cased, folded }: Word): string {
  return /^.+\p{Lu}/u.test(cased) ? cased : folded;
}

/** Two numbers below 2^26 in one that a double holds exactly. */
const half = 2 ** 26;

/** Every pair of words that follow each other, and its bucket. */
function eachPair(tokens: Int32Array, visit: (pair: number, bucket: number) => void): void {
  let before = gap;
  for (const word of tokens) {
    if (word !== gap && before !== gap && word !== before) {
      const hash = Math.imul(before, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
      visit(before * half + word, (hash ^ (hash >>> 15)) & (buckets - 1));
    }
    before = word;
  }
}

/** Counts the papers that hold each of a growing number of things, each paper once. */
class PaperCounts {
  readonly counts: number[] = [];
  readonly #last: number[] = [];

  /** Returns whether the paper is new to the thing. */
  add(thing: number, paper: number): boolean {
    if (this.#last[thing] === paper) return false;
    this.#last[thing] = paper;
    this.counts[thing] = (this.counts[thing] ?? 0) + 1;
    return true;
  }
}

/** The words of an archive's papers as numbers. Papers are added one by one; what is kept is a number a word. */
export class Texts {
  readonly #numbers = new Map<string, number>();
  /** The same by `Word.spelling`; `gap` for a word that says nothing. */
  readonly #bySpelling: number[] = [];
  readonly #forms: string[] = [];
  readonly #keys: string[] = [];
  readonly #texts: Int32Array[] = [];

  /** Adds the next paper. */
  add({ title, abstract }: PaperWords): void {
    const tokens: number[] = [];
    for (const words of [title, abstract])
      for (const word of words) {
        if (word.joint === 'break' || word.joint === 'bracket') tokens.push(gap);
        let number = this.#bySpelling[word.spelling];
        if (number === undefined) {
          number = telling(word) ? this.#numberOf(word) : gap;
          this.#bySpelling[word.spelling] = number;
        }
        tokens.push(number);
      }
    this.#texts.push(Int32Array.from(tokens));
  }

  #numberOf(word: Word): number {
    const known = this.#numbers.get(word.key);
    if (known !== undefined) {
      if (word.folded.length < (this.#forms[known]?.length ?? 0)) this.#forms[known] = shown(word);
      return known;
    }
    this.#numbers.set(word.key, this.#forms.length);
    this.#keys.push(word.key);
    return this.#forms.push(shown(word)) - 1;
  }

  /**
   * The vocabulary of the papers added. Linear in the length of the texts; of the pairs, only those that enough
   * papers can hold are ever kept, found out by a rough count in buckets first.
   */
  vocabulary(): Vocabulary {
    return vocabularyOf(this.#texts, this.#forms, this.#keys);
  }
}

function vocabularyOf(
  texts: readonly Int32Array[],
  forms: readonly string[],
  keys: readonly string[],
): Vocabulary {
  const least = leastPapers(texts.length);
  const words = new PaperCounts();
  const rough = new Uint32Array(buckets);
  for (const [paper, tokens] of texts.entries()) {
    for (const word of tokens) if (word !== gap) words.add(word, paper);
    eachPair(tokens, (_, bucket) => (rough[bucket] = (rough[bucket] ?? 0) + 1));
  }
  const numberOfPair = new Map<number, number>();
  const pairs = new PaperCounts();
  for (const [paper, tokens] of texts.entries())
    eachPair(tokens, (pair, bucket) => {
      if ((rough[bucket] ?? 0) < least) return;
      const number = numberOfPair.get(pair) ?? numberOfPair.size;
      numberOfPair.set(pair, number);
      pairs.add(number, paper);
    });

  const phrases: Phrase[] = [];
  const phraseOfWord = words.counts.map((count, word) =>
    count < least
      ? gap
      : phrases.push({ text: forms[word] ?? '', keys: [keys[word] ?? ''], papers: count }) - 1,
  );
  const phraseOfPair = new Map<number, number>();
  for (const [pair, number] of numberOfPair) {
    const count = pairs.counts[number] ?? 0;
    if (count < least) continue;
    const [first, second] = [Math.floor(pair / half), pair % half];
    const text = `${forms[first] ?? ''} ${forms[second] ?? ''}`;
    const both = [keys[first] ?? '', keys[second] ?? ''];
    phraseOfPair.set(pair, phrases.push({ text, keys: both, papers: count }) - 1);
  }
  const seen = new PaperCounts();
  const holds = texts.map((tokens, paper) => {
    const found: number[] = [];
    const hold = (phrase = gap): void => {
      if (phrase !== gap && seen.add(phrase, paper)) found.push(phrase);
    };
    for (const word of tokens) if (word !== gap) hold(phraseOfWord[word]);
    eachPair(tokens, (pair, bucket) => {
      if ((rough[bucket] ?? 0) >= least) hold(phraseOfPair.get(pair));
    });
    return Int32Array.from(found);
  });
  return { phrases, holds };
}
