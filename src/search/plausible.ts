/**
 * Whether a result has the words that were asked for.
 *
 * Pagefind answers a word it does not know with the longest beginning of it that it does:
 * `qqqqxyzzy` finds every `Q`. Nothing found is the better answer to that.
 */
import type { PagefindFragment } from './pagefind.ts';

/** Letters and digits alone, without case and accents: how Pagefind compares words. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/**
 * How much of a word's beginning has to be there. Pagefind compares stems: `running` finds `run`,
 * `using` finds `use`.
 */
const enough = (word: string): string => word.slice(0, Math.max(1, Math.ceil(word.length * 0.4)));

/**
 * Looks for each word of a term in what matched.
 *
 * @param term as it was given to Pagefind
 * @param fragment the first result
 */
export function isPlausible(term: string, fragment: PagefindFragment): boolean {
  const words = term.split(/\s+/).map(plain);
  const zeroWidth = fragment.raw_content?.includes('\u200b') === true;
  const text =
    (zeroWidth ? fragment.raw_content?.split('\u200b') : undefined) ??
    fragment.content.split(/\s+/);
  // Titles, ids and dates are searched as well, but have no place in the text.
  const facts = Object.values(fragment.meta).flatMap((fact) => (fact ?? '').split(/\s+/));
  const matched = fragment.weighted_locations.map(({ location }) => text[location] ?? '');
  const found = [...matched, ...facts].map(plain);
  return words.every((word) => {
    const beginning = enough(word);
    return found.some((other) => other.includes(beginning));
  });
}
