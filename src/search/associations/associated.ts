/** Which words of the archive go with a word, as a search asks: part by part. */
import { memoise } from '../../once.ts';
import { rootOf } from '../../text/stem.ts';
import { partFor, type PartAddress } from '../part-addresses.ts';
import { readTable, type Association } from './table.ts';

/** The archive's words that go with one, folded; strongest first, none for a word of which nothing is known. */
export type AssociatedWords = (word: string) => Promise<readonly Association[]>;

/**
 * Asks the associations of an archive.
 *
 * @param plan loads the plan; few searches ask for it, so it is loaded with the first that does
 * @param load loads a part by its name; what either throws, each question throws
 */
export function associatedWords(
  plan: () => Promise<readonly PartAddress[]>,
  load: (name: string) => Promise<string>,
): AssociatedWords {
  const planOnce = memoise(plan);
  const tableOf = memoise(async (name: string) => readTable(await load(name)));
  return async (word) => {
    const stem = rootOf(word);
    const part = partFor(await planOnce(), stem);
    return part === undefined ? [] : ((await tableOf(part.name)).get(stem) ?? []);
  };
}
