/**
 * Whether a result has the words that were asked for.
 *
 * Pagefind answers a word it does not know with the longest beginning of it that it does:
 * `qqqqxyzzy` finds every `Q`, `neuralblah` every `neural`. Nothing found is the better answer to that.
 */
import type { PagefindFragment } from './pagefind.ts';

/** Letters and digits alone, without case and accents: how Pagefind compares words. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** British and American spellings, as far as a letter tells them apart: `optimisation`. */
const oneSpelling = (word: string): string => word.replaceAll('z', 's');

/** Writing without spaces: the index parts it into words of its own choosing. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** An English ending, or several: Pagefind compares stems, so that `effectiveness` finds `effect`. */
const ending =
  /^(?:able|ably|al|ally|ance|ant|ate|ation|ed|ely|en|ence|ent|er|es|ful|ial|ible|ic|ical|ier|ies|iest|ily|ing|ion|ise|ism|ist|ity|ive|less|ly|ment|ness|or|ous|s|e|y|i){1,3}$/;

/** Length of the longest beginning of a word that stands in another. */
function shared(word: string, other: string): number {
  let length = 0;
  while (length < word.length && other.includes(word.slice(0, length + 1))) length += 1;
  return length;
}

/**
 * Whether a word may be another, bent or with a slip of the pen near its end. The further the two agree,
 * the more may follow: of a word of nine letters the last three.
 */
function mayBe(word: string, other: string): boolean {
  const length = shared(oneSpelling(word), oneSpelling(other));
  const rest = word.slice(length);
  if (unspaced.test(word)) return length >= Math.max(1, Math.ceil(word.length * 0.4));
  if (rest.length <= (word.length < 5 ? 0 : Math.floor(word.length / 3))) return true;
  // `running` is `run`, a doubled letter and an ending.
  const bare = rest[0] === word[length - 1] ? rest.slice(1) : rest;
  return length >= 2 && (ending.test(rest) || ending.test(bare));
}

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
  const found = [...new Set([...matched, ...facts].map(plain))];
  return words.every((word) => found.some((other) => mayBe(word, other)));
}
