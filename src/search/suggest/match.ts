/** Which topics and authors a few letters may mean. Pure. */
import { fold } from '../../text/letters.ts';
import { foldedWords } from '../../text/words.ts';

/** Something with a name and a number of papers. */
export interface Named {
  readonly name: string;
  readonly papers: number;
}

/**
 * Finds the names in which every word of the query begins a word.
 *
 * @param query as typed
 * @param limit names at most
 * @returns names that begin with the query first; of equal ones, that on most papers first
 */
export function matchNames<Item extends Named>(
  query: string,
  items: readonly Item[],
  limit: number,
): Item[] {
  const wanted = foldedWords(query);
  if (wanted.join('').length < 2) return [];
  const start = wanted.join(' ');
  return items
    .map((item) => ({ item, words: foldedWords(item.name) }))
    .filter(({ words }) => wanted.every((word) => words.some((own) => own.startsWith(word))))
    .map(({ item, words }) => ({ item, first: words.join(' ').startsWith(start) ? 0 : 1 }))
    .toSorted(
      (a, b) =>
        a.first - b.first ||
        b.item.papers - a.item.papers ||
        fold(a.item.name).localeCompare(fold(b.item.name), 'en'),
    )
    .slice(0, limit)
    .map(({ item }) => item);
}
