/** Papers → the words they hold, counted. */
import { formsOf, typedForms } from '../searched-words.ts';
import { maxLength } from './keys.ts';
import type { OtherName, VocabularyWord } from './vocabulary-files.ts';

/** What of a paper is searched. */
export interface SearchedText {
  readonly title: string;
  readonly text: string;
  readonly authors: readonly string[];
}

const address = /\b(?:https?:\/\/|www\.)\S+/gi;
/** No word: an address's remains, a checksum, a number of many digits. */
const noise = /^\d{5,}$|\d[a-z]+\d[a-z]+\d/;

/** Words of a text that are searched, in order, in every form. Neither addresses nor checksums. */
export const indexedWords = (text: string): string[] =>
  formsOf(text.replaceAll(address, ' ')).filter(
    (word) => word.length <= maxLength && !noise.test(word),
  );

/** Distinct words of more than a letter. */
const distinct = (text: string): Set<string> =>
  new Set(indexedWords(text).filter((word) => word.length > 1));

/** Words and how many papers hold them, as columns: small, and quick to read. */
export interface WordCounts {
  /** Parted by spaces, in the order of their letters. */
  readonly words: string;
  /** Papers that hold each. */
  readonly held: Int32Array;
  /** Papers that hold each in their title. */
  readonly titled: Int32Array;
}

/** The words that a paper is found by. */
function wordsIn({ title, text, authors }: SearchedText): {
  readonly all: ReadonlySet<string>;
  readonly inTitle: ReadonlySet<string>;
} {
  const inTitle = distinct(title);
  const all = distinct(`${text} ${authors.join(' ')}`);
  for (const form of typedForms(`${title} ${text} ${authors.join(' ')}`)) all.add(form);
  for (const word of inTitle) all.add(word);
  return { all, inTitle };
}

function columns(
  held: ReadonlyMap<string, number>,
  titled: ReadonlyMap<string, number>,
): WordCounts {
  const words = [...held.keys()].toSorted();
  return {
    words: words.join(' '),
    held: Int32Array.from(words, (word) => held.get(word) ?? 0),
    titled: Int32Array.from(words, (word) => titled.get(word) ?? 0),
  };
}

/** Counts the words of papers. Linear in the length of the texts, but for sorting. */
export function countWords(papers: Iterable<SearchedText>): WordCounts {
  const held = new Map<string, number>();
  const titled = new Map<string, number>();
  for (const paper of papers) {
    const { all, inTitle } = wordsIn(paper);
    for (const word of inTitle) titled.set(word, (titled.get(word) ?? 0) + 1);
    for (const word of all) held.set(word, (held.get(word) ?? 0) + 1);
  }
  return columns(held, titled);
}

/** Counts the words that notes add to papers: those that a paper is not found by without. */
export function countNotes(papers: Iterable<SearchedText & { readonly note: string }>): WordCounts {
  const held = new Map<string, number>();
  for (const { note, ...paper } of papers) {
    const { all } = wordsIn(paper);
    const noted = wordsIn({ ...paper, text: `${paper.text} ${note}` }).all;
    for (const word of noted.difference(all)) held.set(word, (held.get(word) ?? 0) + 1);
  }
  return columns(held, new Map());
}

/** Counts of papers, by counts of parts of them that share no paper. */
export function addCounts(parts: readonly WordCounts[]): WordCounts {
  // Two by two, so that a word is looked at once for each doubling.
  if (parts.length > 2) {
    const half = parts.length >> 1;
    return addCounts([addCounts(parts.slice(0, half)), addCounts(parts.slice(half))]);
  }
  const [one, other] = parts;
  if (!one || !other) return one ?? columns(new Map(), new Map());
  const [mine, its] = [listOf(one), listOf(other)];
  const words: string[] = [];
  const held = new Int32Array(mine.length + its.length);
  const titled = new Int32Array(held.length);
  for (let [a, b] = [0, 0]; a < mine.length || b < its.length;) {
    const [first, second] = [mine[a], its[b]];
    const isMine = second === undefined || (first !== undefined && first <= second);
    const isIts = first === undefined || (second !== undefined && second <= first);
    const at = words.push((isMine ? first : second) ?? '') - 1;
    held[at] = (isMine ? (one.held[a] ?? 0) : 0) + (isIts ? (other.held[b] ?? 0) : 0);
    titled[at] = (isMine ? (one.titled[a] ?? 0) : 0) + (isIts ? (other.titled[b] ?? 0) : 0);
    if (isMine) a += 1;
    if (isIts) b += 1;
  }
  const { length } = words;
  return { words: words.join(' '), held: held.slice(0, length), titled: titled.slice(0, length) };
}

const listOf = ({ words }: Pick<WordCounts, 'words'>): string[] =>
  words === '' ? [] : words.split(' ');

/**
 * The words of a vocabulary.
 *
 * @param names other names, by the first word of their phrase
 * @returns in the order of their letters
 */
export function vocabularyWords(
  counts: WordCounts,
  names: ReadonlyMap<string, readonly OtherName[]> = new Map(),
): VocabularyWord[] {
  // A name that stands in no paper still leads to what its other names find.
  const named = columns(new Map(Array.from(names.keys(), (word) => [word, 0])), new Map());
  const { held, titled, ...all } = addCounts([counts, named]);
  return listOf(all).map((word, at) => ({
    word,
    papers: held[at] ?? 0,
    titles: titled[at] ?? 0,
    names: names.get(word) ?? noNames,
  }));
}

const noNames: readonly OtherName[] = [];
