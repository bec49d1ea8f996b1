/** What a list says of a paper beside its title and authors, in a line. */
import { counted } from '../text/counted.ts';
import { dateWords } from '../text/dates.ts';
import { cutAtWord, oneLine } from '../text/line.ts';
import type { Paper } from './archive.ts';
import { monthOf } from './paper-date.ts';

/** A name of a venue may be that of its proceedings, with place and days. */
const longestVenue = 60;

/** Between what stands in a line. */
export const between = ' · ';

/**
 * When and where a paper came out, and what else there is of it: `September 2024 · ICLR 2025 · 42 votes · Code`.
 *
 * @returns empty where nothing is known
 */
export function listedFacts(
  paper: Pick<Paper, 'published' | 'arxiv' | 'venue' | 'upvotes' | 'links'>,
): string {
  const { venue = '', upvotes = 0, links } = paper;
  return [
    dateWords(monthOf(paper)),
    cutAtWord(oneLine(venue), longestVenue, '…'),
    upvotes > 0 ? counted(upvotes, 'vote') : '',
    links.some(({ kind }) => kind === 'code') ? 'Code' : '',
  ]
    .filter((fact) => fact !== '')
    .join(between);
}
