/** What the fields say that arXiv's listings, mails and records share: categories, the authors' comment. */
import { findUrls } from '../../text/urls.ts';
import { archives } from '../identity.ts';
import type { CapturedLink } from '../model.ts';
import { joinTitle } from '../records/text.ts';

/** `cs.LG`, `hep-th`, `cond-mat.stat-mech`: archive, and subject class if the archive has any. */
const code = new RegExp(`^(?:${archives})(?:\\.[A-Za-z]{2}|\\.[a-z]{2,9}(?:-[a-z]{2,5})?)?$`);

/**
 * The arXiv categories in a text, in its order, each once: `cs.LG stat.ML`, or
 * `Machine Learning (cs.LG); Statistics (stat.ML)`. MSC and ACM classes are none.
 *
 * @see https://arxiv.org/category_taxonomy
 */
export const categoryCodes = (text: string): string[] => [
  ...new Set(text.split(/[\s,;()[\]|]+/).filter((word) => code.test(word))),
];

/** What a page says of its readers' comments, not of the paper. */
const counted = /^(?:\d[\d,]*|no) (?:comments?|replies|reply)$/i;

/**
 * The comment that authors give with a paper (`12 pages, accepted to ICML 2025`), on one line.
 *
 * @param text what a field of that name says
 * @returns undefined for a text without a letter, and for a number of readers' comments
 */
export function authorsComment(text: string): string | undefined {
  const comment = joinTitle(text);
  return /\p{L}/u.test(comment) && !counted.test(comment) ? comment : undefined;
}

const clues: readonly (readonly [RegExp, string])[] = [
  [/\b(?:code|implementation|repository|software|github|gitlab)\b/i, 'Code'],
  [/\b(?:project|web ?site|web ?page|home ?page)\b/i, 'Project page'],
  [/\b(?:data|data ?set|benchmark|corpus)\b/i, 'Data'],
  [/\b(?:video|demo|demonstration)\b/i, 'Demo'],
];

/** How many characters before an address can speak of it. */
const reach = 60;

/** The addresses in an author's comments (`12 pages, code at https://…`), named by the words before them. */
export function commentLinks(comments: string): CapturedLink[] {
  let previous = 0;
  return findUrls(comments).map(({ url, start, end }) => {
    const before = comments.slice(Math.max(previous, start - reach), start);
    previous = end;
    const clue =
      clues.find(([words]) => words.test(before)) ?? clues.find(([words]) => words.test(url));
    return { label: clue?.[1] ?? 'Link', url };
  });
}
