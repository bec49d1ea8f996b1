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

/**
 * Counts the words of the papers.
 *
 * @param names other names, by the first word of their phrase
 * @returns in the order of their letters; linear in the length of the texts, but for sorting
 */
export function collectWords(
  papers: Iterable<SearchedText>,
  names: ReadonlyMap<string, readonly OtherName[]> = new Map(),
): VocabularyWord[] {
  const held = new Map<string, number>();
  const titled = new Map<string, number>();
  for (const { title, text, authors } of papers) {
    const inTitle = distinct(title);
    const all = distinct(`${text} ${authors.join(' ')}`);
    for (const form of typedForms(`${title} ${text} ${authors.join(' ')}`)) all.add(form);
    for (const word of inTitle) {
      titled.set(word, (titled.get(word) ?? 0) + 1);
      all.add(word);
    }
    for (const word of all) held.set(word, (held.get(word) ?? 0) + 1);
  }
  // A name that stands in no paper still leads to what its other names find.
  for (const word of names.keys()) if (!held.has(word)) held.set(word, 0);
  return [...held]
    .map(([word, count]) => ({
      word,
      papers: count,
      titles: titled.get(word) ?? 0,
      names: names.get(word) ?? [],
    }))
    .toSorted((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0));
}
