/** What stands in a text, in order: words, and what parts them. Pure. */
import { commonWords, functionWords, wordParts } from '../text/word-lists.ts';

/** How a word counts. */
export const kinds = {
  /** Says something by itself and in phrases. */
  word: 0,
  /** Holds sentences together; ends a phrase. */
  stop: 1,
  /** Every abstract has it; ends a phrase too, but a name may hold it: "support vector machines". */
  common: 5,
  /** Ends no phrase if it stands between two words: "mixture of experts". */
  of: 2,
  /** Says something as the second word of a phrase alone: "TÜLU 3", "stage 2". */
  number: 3,
  /** Says something next to a hyphen alone: "k-means", "self-play". Elsewhere it is what is left of a formula. */
  part: 4,
} as const;

/** What parts a word from the one before it, if it is more than a space. */
export const gaps = {
  /** Punctuation, or a formula. */
  mark: -1,
  hyphen: -2,
  /** The end of a sentence, and the beginning of the text. */
  sentence: -3,
  /** The end of the title. */
  title: -4,
} as const;

/** Forms of words have numbers below this. */
export const mostForms = 2 ** 24;

/** Longest word, in UTF-16 code units; what is longer is no word but data, or a script without spaces. */
const longestWord = 40;

/** Addresses and TeX that was left as it stands; a formula has no blank behind its first `$`. */
const noise = /https?:\/\/\S+|www\.\S+|github\.com\S*|\$(?!\s)[^$\n]{1,200}\$|\\[A-Za-z]+/g;

const wordPattern = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

const hyphens = /^[-‐‑–]$/;

/**
 * Reads a text from beginning to end.
 *
 * @param text plain text
 * @param word called with each word as it is written
 * @param gap called before a word that more than a space parts from the one before it
 */
export function readWords(
  text: string,
  word: (written: string) => void,
  gap: (kind: number) => void,
): void {
  const clean = /[$\\]|:\/\/|www\.|github\.com/.test(text) ? text.replaceAll(noise, ' , ') : text;
  gap(gaps.sentence);
  let end = 0;
  for (const { 0: written, index } of clean.matchAll(wordPattern)) {
    if (index > end && !(index === end + 1 && clean[end] === ' ')) {
      const between = clean.slice(end, index);
      if (hyphens.test(between)) gap(gaps.hyphen);
      else if (/[.!?:]/.test(between)) gap(gaps.sentence);
      else if (/\S/.test(between)) gap(gaps.mark);
    }
    end = index + written.length;
    if (written.length <= longestWord) word(written);
    else gap(gaps.mark);
  }
}

/** A word without accents, case and `’s`; an acronym without the s of its plural. */
export function foldWord(written: string): string {
  const lower = written
    .replace(/^(\p{Lu}{2,})s$/u, '$1')
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace('’', "'");
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

/** The kind of a word, given {@link foldWord} of it and {@link singular} of that. */
export function kindOf(folded: string, key: string): number {
  if (folded === 'of') return kinds.of;
  if (functionWords.has(folded)) return kinds.stop;
  if (commonWords.has(folded) || commonWords.has(key)) return kinds.common;
  if (/^\p{N}+$/u.test(folded)) return kinds.number;
  return folded.length < 2 || wordParts.has(folded) ? kinds.part : kinds.word;
}
