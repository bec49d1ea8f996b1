import * as words from '#words/lists.ts';
import * as common from '#words/common.ts';
import { daysWords, runs } from '../text/dates.ts';
import type { Paper } from './archive.ts';

type Dated = Pick<Paper, 'date' | 'listings'>;

/** Whether all digests that list papers on that day leave the year unsaid. */
const isInferred = (day: string, papers: readonly Dated[]): boolean =>
  papers.every(({ listings }) =>
    listings.every(({ date, yearInferred }) => date !== day || yearInferred),
  );

/**
 * The days on which papers were first listed, from the first to the last of them, as a page of them says it.
 *
 * @param papers newest first
 * @returns e.g. "3–11 March 2025 (year inferred)"; empty if no digest lists any
 */
export function daysListed(papers: readonly Dated[]): string {
  const days = papers.map(({ date }) => date).filter((date) => date !== '');
  const [last, first] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const inferred = isInferred(first, papers) || isInferred(last, papers);
  return `${daysWords(first, last)}${inferred ? ` ${common.yearInferred}` : ''}`;
}

/** What a later page of a list says of itself: nothing that the next digest changes. */
export const pageSentence = (papers: readonly Dated[]): string => words.held(daysListed(papers));

/** What a page of a list is called in its navigation: e.g. "Page 7 · 3–11 March 2025". */
export const pageLabel = (number: number, papers: readonly Dated[]): string =>
  [number === 1 ? words.newest : words.page(number), daysListed(papers)]
    .filter((part) => part !== '')
    .join(' · ');

/**
 * When each paper of a list was first listed, for scripts: neighbours of a day together.
 *
 * @returns e.g. `2025-03-11:4 2025-03-03`: four, then one; `-` for no day; empty if no digest lists any
 */
export const daysOf = (papers: readonly Pick<Paper, 'date'>[]): string =>
  papers.some(({ date }) => date !== '')
    ? runs(papers, ({ date }) => date)
        .map(({ key, items }) =>
          items.length === 1 ? key || '-' : `${key || '-'}:${items.length}`,
        )
        .join(' ')
    : '';
