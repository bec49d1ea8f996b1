/** What tells Markdown from other text before it is read. */
import { opensLike, startOf } from '../opening.ts';
import { countKinds } from '../account.ts';
import type { Capture, ParsedDigest } from '../model.ts';

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

/** Share of the lines of a reading, blank ones aside, that nothing explains. */
export const lostShare = ({ lines, problems }: Pick<ParsedDigest, 'lines' | 'problems'>): number =>
  problems.length / Math.max(1, lines.length - countKinds(lines).blank);

/** `3 papers`, `1 paper`. */
export const many = (count: number, one: string): string =>
  `${String(count)} ${one}${count === 1 ? '' : 's'}`;
