/** A text as words in order, each with what parts it from the one before: what topics and related papers read. Pure. */
import { withoutAccents } from './letters.ts';
import { memoise } from '../once.ts';
import { singular } from './stem.ts';

/** What parts a word from the one before it; the first of a text follows the end of a `sentence`. */
export type Gap = 'space' | 'hyphen' | 'bracket' | 'mark' | 'sentence' | 'paragraph';

/** A word with its marks and soft hyphens, and what English leaves of another behind an apostrophe: `Newton's`, `don't`. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:['’](?:s|t|d|m|re|ve|ll)(?![\p{L}\p{N}]))?/gu;

/** Addresses and TeX that was left as it stands; a formula has no blank behind its first `$`. */
const noise = /https?:\/\/\S+|www\.\S+|github\.com\S*|\$(?!\s)[^$\n]{1,200}\$|\\[A-Za-z]+/g;

/** What is left of what stands between two words, as far as it tells: `−` is `-`, `（` is `(`. */
const gapsOf: readonly (readonly [RegExp, Gap])[] = [
  [/^[-\u2010-\u2013\u2212]$/, 'hyphen'],
  [/[.!?:]/, 'sentence'],
  [/^\s*[([（［]\s*$/, 'bracket'],
  [/\S/, 'mark'],
  [/\n[^\S\n]*\n/, 'paragraph'],
];

/** Most of what stands between words is one of a few. */
const gapOf = memoise(
  (between: string): Gap => gapsOf.find(([sign]) => sign.test(between))?.[1] ?? 'space',
  { most: 1000 },
);

/**
 * Reads a text from beginning to end, in one pass. Addresses and TeX are no words.
 *
 * @param text plain text; markup would be read as words
 * @param visit called with each word as it is written, and what stands before it
 */
export function readWords(
  text: string,
  visit: (written: string, gap: Gap, between: string) => void,
): void {
  const clean = /[$\\]|:\/\/|www\.|github\.com/.test(text) ? text.replaceAll(noise, ' , ') : text;
  let end = 0;
  for (const { 0: written, index } of clean.matchAll(word)) {
    const isSpace = index === end + 1 && clean[end] === ' ';
    const between = isSpace ? ' ' : clean.slice(end, index);
    visit(written, end === 0 ? 'sentence' : isSpace ? 'space' : gapOf(between), between);
    end = index + written.length;
  }
}

/** A word in the forms in which it is compared. */
export interface WordForms {
  /** With its capitals, but without accents, soft hyphens and the genitive: "Newton's method" is read as "Newton method". */
  readonly bare: string;
  /** The same in lower case. */
  readonly folded: string;
  /** The same of the singular; of an acronym (`LMs`), too. */
  readonly key: string;
}

/** The forms of a word. @param written as {@link readWords} gives it */
export function formsOf(written: string): WordForms {
  const bare = withoutAccents(written.replaceAll('\u00ad', '')).replace(/['’]s$/, '');
  const folded = bare.toLowerCase();
  // The singular of an acronym may have two letters, and end as no other does: `GPU`.
  const isAcronym = /^\p{Lu}{2,}s$/u.test(bare);
  return { bare, folded, key: isAcronym ? folded.slice(0, -1) : singular(folded) };
}
