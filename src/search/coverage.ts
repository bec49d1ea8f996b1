/** Whether a paper holds the words of a query, as far as its own text tells. */
import type { Term } from './terms.ts';
import { oncePer } from '../once.ts';
import { fold } from '../text/letters.ts';
import { stem } from '../text/stem.ts';
import { words } from './searched-words.ts';
import { unspaced } from './unspaced.ts';
import type { PaperText } from './texts.ts';

/** What of a paper is searched, as words. */
export interface Bag {
  readonly words: ReadonlySet<string>;
  /** Folded; for writing without spaces, in which words are looked for anywhere. */
  readonly text: string;
}

/** Opens a text. */
export function bagOf(text: string): Bag {
  const all = words(text).flatMap(({ whole, parts }) => [whole, ...parts]);
  return { words: new Set(all), text: fold(text) };
}

/** The whole of a found paper; opened once, for its order and for what is said of it. */
export const bagOfText = oncePer(({ meta, content }: PaperText): Bag =>
  bagOf(`${Object.values(meta).join(' ')} ${content.replaceAll('\u200b', '')}`),
);

function beginsWord({ words: held }: Bag, beginning: string): boolean {
  for (const word of held) if (word.startsWith(beginning)) return true;
  return false;
}

function holdsWord({ words: held, text }: Bag, wanted: string): boolean {
  if (held.has(wanted)) return true;
  if (unspaced.test(wanted)) return text.includes(wanted);
  if (wanted.length < 3) return false;
  const root = stem(wanted);
  for (const word of held) {
    if (word[0] === wanted[0] && (word.startsWith(wanted) || stem(word) === root)) return true;
  }
  return false;
}

/** Whether a term stands there just as it was typed, or as one of its options. */
export function holdsExactly(bag: Bag, { typed, options, mended }: Term): boolean {
  if (!mended && bag.words.has(typed)) return true;
  return options.some(({ word }) => word.split(' ').every((part) => bag.words.has(part)));
}

/** Whether one of a term's options stands there, or another form of it. */
export function holds(bag: Bag, { typed, options, unfinished }: Term): boolean {
  if (unfinished && beginsWord(bag, typed)) return true;
  return options.some(({ word }) => word.split(' ').every((part) => holdsWord(bag, part)));
}
