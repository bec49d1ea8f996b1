/** The vocabulary as files of about equal size, and the plan that says which is where. */
import type { PartAddress } from '../part-addresses.ts';
import { beginningKey, endingKey } from './keys.ts';
import { writePart, type VocabularyPlan, type VocabularyWord } from './vocabulary-files.ts';

/** Words of a part, about: some 2 KB as they are, 1 KB compressed. */
const partSize = 200;

export interface PackedVocabulary {
  /** In the order of their letters. */
  readonly words: readonly VocabularyWord[];
  readonly plan: VocabularyPlan;
  /** Name of file → text. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Sorts words by key and cuts where a key ends and a part is full. */
function cut(
  words: readonly VocabularyWord[],
  keyOf: (word: string) => string,
): { from: string; words: VocabularyWord[] }[] {
  const byKey = Map.groupBy(words, ({ word }) => keyOf(word));
  const parts: { from: string; words: VocabularyWord[] }[] = [];
  for (const key of [...byKey.keys()].toSorted()) {
    const some = byKey.get(key) ?? [];
    const part = parts.at(-1);
    if (part === undefined || part.words.length >= partSize) parts.push({ from: key, words: some });
    else part.words.push(...some);
  }
  return parts;
}

/**
 * Packs a vocabulary.
 *
 * @param words in the order of their letters
 * @param papers number of papers of the archive
 * @param nameOf name of a file for a text, equal for equal texts
 */
export function packVocabulary(
  words: readonly VocabularyWord[],
  papers: number,
  nameOf: (text: string) => string,
): PackedVocabulary {
  const parts = new Map<string, string>();
  const write = (keyOf: (word: string) => string, all: readonly VocabularyWord[]): PartAddress[] =>
    cut(all, keyOf).map(({ from, words: held }) => {
      const text = writePart(held);
      const name = nameOf(text);
      parts.set(name, text);
      return { from, name };
    });
  const beginnings = write(beginningKey, words);
  // Other names are looked for by the word itself: once is enough.
  const bare = words.map((word) => (word.names.length > 0 ? { ...word, names: [] } : word));
  const endings = write(endingKey, bare);
  return { words, plan: { papers, beginnings, endings }, parts };
}
