/** What tells Markdown from other text before it is read. */
import { opensLike, startOf } from '../opening.ts';
import type { Capture } from '../model.ts';

export { startOf } from '../opening.ts';

/** Signs of lists, headings, tables, links and stress, one of which every list of papers in Markdown has. */
const signs =
  /^[ \t>]{0,40}(?:#{1,6} |[-*+•] |\d{1,4}[.)\]、] |\||\[|<[a-z])|\]\(|\]\[|\*\*|__|<(?:a|td|details|summary)\b/im;

/** Why a capture cannot be Markdown; undefined if it may be. */
export function notMarkdown(capture: Capture): string | undefined {
  const other = opensLike(capture);
  if (other !== undefined) return other;
  return signs.test(startOf(capture).text) ? undefined : 'it has no mark of Markdown';
}

/** `3 papers`, `1 paper`. */
export const many = (count: number, one: string): string =>
  `${String(count)} ${one}${count === 1 ? '' : 's'}`;
