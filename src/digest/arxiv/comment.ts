import { joinTitle } from '../records/text.ts';

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
