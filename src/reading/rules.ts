/** Words and authors that a reader does not want to see, or wants to see first. */
import { foldedWords } from '../text/words.ts';
import type { Rule } from './library.ts';

/** Text as it is compared: words in lower case without accents, with a space on both sides of each. */
const asWords = (text: string): string => ` ${foldedWords(text).join(' ')} `;

/** What is looked at of a paper. */
export interface Looked {
  readonly words: string;
  readonly authors: string;
}

/**
 * The rules that hold for a paper, muting ones first. A rule holds where its words stand one after the other.
 *
 * @param rules of the reader
 */
export function rulesFor(rules: readonly Rule[], { words, authors }: Looked): Rule[] {
  const [inWords, inAuthors] = [asWords(words), asWords(authors)];
  return rules
    .filter(({ kind, text }) => {
      const wanted = asWords(text);
      return wanted.trim() !== '' && (kind === 'author' ? inAuthors : inWords).includes(wanted);
    })
    .toSorted((a, b) => Number(b.does === 'mute') - Number(a.does === 'mute'));
}
