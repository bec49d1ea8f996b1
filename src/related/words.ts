/** How words count, and what is kept of what parts them. Pure. */
import type { Gap } from '../text/read-words.ts';
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

/** What stands among the words for what parts two of them; nothing for a space. */
export const gaps = {
  space: 0,
  /** Punctuation, or a formula. */
  mark: -1,
  bracket: -1,
  hyphen: -2,
  /** The end of a sentence, and the beginning of the text. */
  sentence: -3,
  paragraph: -3,
  /** The end of the title. */
  title: -4,
} as const satisfies Readonly<Record<Gap | 'title', number>>;

/** Longest word, in UTF-16 code units; what is longer is no word but data, or a script without spaces. */
export const longestWord = 40;

/** Forms of words have numbers below this. */
export const mostForms = 2 ** 24;

/** The kind of a word, given its forms. */
export function kindOf(folded: string, key: string): number {
  if (folded === 'of') return kinds.of;
  if (functionWords.has(folded)) return kinds.stop;
  if (commonWords.has(folded) || commonWords.has(key)) return kinds.common;
  if (/^\p{N}+$/u.test(folded)) return kinds.number;
  return folded.length < 2 || wordParts.has(folded) ? kinds.part : kinds.word;
}
