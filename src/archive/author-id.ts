/** Which spellings of a name are one name, and where names stand in the alphabet. */
import { fold, withoutAccents } from '../text/letters.ts';
import { createHash } from 'node:crypto';
import { slugOf } from '../entries/slug.ts';
import { hasSuffix, isGroup } from '../text/names.ts';
import { oneLine } from '../text/line.ts';

/** Longest name, in UTF-16 code units, that a slug is sure to hold whole. */
const longest = 60;

/** Nothing that a slug drops or writes in other letters. */
const plain = /^[A-Za-z '.,-]*$/;

/** What `slugOf` answers where it finds nothing to keep. */
const nothingKept = /^paper-[0-9a-f]{10}$/;

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** `Lovelace, Ada` → `Ada Lovelace`; a group, `King, Jr.` and what has more commas stay. */
function firstNameFirst(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  if (first === '' || last === '' || more.length > 0) return name;
  return hasSuffix(name) || isGroup(name) ? name : `${first} ${last}`;
}

/** The words of a name of which its slug would say nothing: those in scripts that have no one spelling in ASCII. */
function lostWords(name: string): string[] {
  return name.split(' ').filter((word) => /\p{L}/u.test(word) && nothingKept.test(slugOf(word)));
}

/**
 * The address part of a name. Spellings that differ in case, accents, hyphens and full stops, or in
 * which part comes first (`Lovelace, Ada`), are one name and share it. Initials are not filled in:
 * `A. Lovelace` is another name.
 *
 * @param spelling a name as a source has it
 * @returns a slug; for names in Chinese, say, or of extraordinary length, one that ends with a hash
 */
export function authorId(spelling: string): string {
  const name = firstNameFirst(oneLine(spelling.normalize('NFKC')));
  const lost = plain.test(withoutAccents(name)) ? [] : lostWords(name);
  if (name.length <= longest && lost.length === 0) return slugOf(name);
  const slug = slugOf(name.slice(0, longest));
  const hash = shortHash(name.length > longest ? name.toLowerCase() : lost.join(' ').toLowerCase());
  return nothingKept.test(slug) ? `name-${hash}` : `${slug}-${hash}`;
}

/** What stands behind a last name and does not count in the alphabet. */
const behindName = /\s(?:jr|sr|ii|iii|iv)\.?$/i;

/**
 * What a name is sorted by: the last word, without accents and case, then the rest. Groups go by their
 * first word. Which word is the family's is not known of every name, so a list sorted by it should say
 * that it goes by the last word.
 *
 * @returns to be compared by code units
 */
export function sortKey(spelling: string): string {
  const name = firstNameFirst(oneLine(spelling)).replace(behindName, '');
  const folded = fold(name);
  const space = folded.lastIndexOf(' ');
  if (space === -1 || isGroup(name)) return folded;
  return `${folded.slice(space + 1)} ${folded.slice(0, space)}`;
}

/** The heading of the alphabet under which a sort key stands: a capital, or `#` for all that is not A to Z. */
export function letterOf(key: string): string {
  const first = /^[^\p{L}\p{N}]*([a-z])/u.exec(key)?.[1];
  return first === undefined ? '#' : first.toUpperCase();
}
