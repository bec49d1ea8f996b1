/** A list of papers, page by page, with what each page says of the others. Pure. */
import { daysListed } from './days-listed.ts';
import { paginate, type ListingPage } from './pages.ts';
import type { Paper } from './archive.ts';

/** A month in which papers were first listed, and the page on which the latest of them stand. */
export interface MonthPlace {
  /** YYYY-MM. */
  readonly month: string;
  readonly number: number;
}

/** One page of a list of papers. What stands on a later page is the same whatever comes. */
export interface PapersPage extends ListingPage<Paper> {
  /** When the papers of the page with what is next older were first listed; and those of the oldest. */
  readonly olderDays?: string;
  readonly oldestDays?: string;
  /** Of a list of several pages and months, on the first of them. */
  readonly months?: readonly MonthPlace[];
}

/** The months of a list, newest first. */
function monthsOf(pages: readonly ListingPage<Paper>[]): MonthPlace[] {
  const places = new Map<string, MonthPlace>();
  for (const { number, items } of pages) {
    for (const { date } of items) {
      const month = date.slice(0, 7);
      if (month !== '' && !places.has(month)) places.set(month, { month, number });
    }
  }
  return [...places.values()];
}

/**
 * Cuts a list of papers into pages (`paginate`) that name what lies behind their links.
 *
 * @param papers the whole list, newest first
 * @param size papers a page
 */
export function papersPages(papers: readonly Paper[], size: number): PapersPage[] {
  const pages = paginate(papers, size);
  const oldest = pages.at(-1);
  const months = monthsOf(pages);
  return pages.map((page, at) => ({
    ...page,
    ...(page.older !== undefined &&
      oldest && {
        olderDays: daysListed(pages[at + 1]?.items ?? []),
        oldestDays: daysListed(oldest.items),
      }),
    ...(at === 0 && pages.length > 1 && months.length > 1 && { months }),
  }));
}
