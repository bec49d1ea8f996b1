import slugify from '@sindresorhus/slugify';
import { createHash } from 'node:crypto';
import { withoutAccents } from '../text/letters.ts';

/** Longest slug in characters: file names and addresses stay readable and within every file system's limit. */
export const maxSlugLength = 80;

/** Names Windows will not have as a file, whatever their extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const windowsNames = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Names that are something else under /papers/. */
const takenBySite = new Set(['page', 'index', 'unsorted']);

/** Cuts at a hyphen so that no word is broken; a single overlong word is cut where it must be. */
function cutAtWord(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const head = slug.slice(0, length + 1);
  const hyphen = head.lastIndexOf('-');
  return hyphen > length / 3 ? head.slice(0, hyphen) : slug.slice(0, length);
}

/** Most names of people and many titles: of these only the case and the hyphens are in question. */
const plain = /^[A-Za-z0-9 .,-]*$/;

/** ASCII letters, digits and hyphens for a text. */
function transliterated(text: string): string {
  const isPlain = plain.test(text);
  const ascii = isPlain ? text.toLowerCase() : slugify(withoutAccents(text), { decamelize: false });
  return ascii.replaceAll(/[^a-z0-9]+/g, '-');
}

/**
 * The slug of a title: lower-case ASCII letters, digits and single hyphens, cut at a word.
 * Accents are dropped (`TÜLU` → `tulu`), as people type them.
 * A title without any letter that has an ASCII form (Chinese, emoji) gets `paper-` and a hash of itself.
 *
 * @param title any text
 */
export function slugOf(title: string): string {
  // Only the first part of a title can reach the slug; the rest would cost time for nothing.
  const ascii = transliterated(title.slice(0, 600));
  const slug = cutAtWord(ascii.replaceAll(/^-+|(?<!-)-+$/g, ''), maxSlugLength);
  if (slug === '') return `paper-${shortHash(title)}`;
  return windowsNames.test(slug) || takenBySite.has(slug) ? `${slug}-paper` : slug;
}

/**
 * The slugs a paper may have, without end: the title's own, then with `-2`, `-3` … after it. All are lower case, so
 * that those that differ also do on a disk that takes no notice of case.
 *
 * @param title the paper's title
 * @param slug its own slug, if that is known
 */
export function* slugsOf(title: string, slug = slugOf(title)): Generator<string, never> {
  yield slug;
  for (let n = 2; ; n++) yield `${slug}-${n}`;
}

/** Whether a file name without `.md` may be an address: what `slugOf` could have made, of any length. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
