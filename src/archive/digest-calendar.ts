/** Digests as a calendar: years of months of weeks, and the pages that these are on. */
import { byMonth, type Year } from '../text/dates.ts';

interface Dated {
  /** ISO day. */
  readonly date: string;
}

/** A day of a month, with its digests. */
export interface Day<Item> {
  /** From 1. */
  readonly day: number;
  readonly items: readonly Item[];
}

/** A week from Monday to Sunday: seven days; what is of another month is empty. */
export type Week<Item> = readonly (Day<Item> | undefined)[];

/** Digests up to which the list of digests shows further years whole: about a year of a digest a day. */
export const onFirstPage = 400;

/**
 * The weeks of a month.
 *
 * @param month YYYY-MM
 * @param items those of this month, in any order; those of a day keep theirs
 */
export function weeksOf<Item extends Dated>(month: string, items: readonly Item[]): Week<Item>[] {
  const byDay = Map.groupBy(items, ({ date }) => Number(date.slice(8)));
  const first = new Date(`${month}-01T00:00:00Z`);
  const before = (first.getUTCDay() + 6) % 7;
  const last = new Date(first);
  last.setUTCMonth(first.getUTCMonth() + 1, 0);
  const length = last.getUTCDate();
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => {
      const day = week * 7 + column - before + 1;
      return day < 1 || day > length ? undefined : { day, items: byDay.get(day) ?? [] };
    }),
  );
}

/** Digests by year, and where each year is. */
export interface CalendarPages<Item> {
  /** Years of the list's own page, newest first. */
  readonly first: readonly Year<Item>[];
  /** Earlier years, newest first: each has a page of its own, `digests/2019/`. */
  readonly later: readonly Year<Item>[];
}

const sizeOf = <Item>({ months }: Year<Item>): number =>
  months.reduce((sum, { items }) => sum + items.length, 0);

/**
 * Parts the years of digests: the newest is on the first page, and earlier ones while they are few.
 *
 * @param digests newest first
 */
export function calendarPages<Item extends Dated>(digests: readonly Item[]): CalendarPages<Item> {
  const years = byMonth(digests);
  let held = 0;
  const end = years.findIndex((year, at) => {
    held += sizeOf(year);
    return at > 0 && held > onFirstPage;
  });
  return end < 0
    ? { first: years, later: [] }
    : { first: years.slice(0, end), later: years.slice(end) };
}

/**
 * Where the calendar shows a month or a year: a site path.
 *
 * @param date YYYY, YYYY-MM
 */
export function calendarPath<Item extends Dated>(
  { later }: CalendarPages<Item>,
  date: string,
): string {
  const year = date.slice(0, 4);
  return later.some((page) => page.year === year) ? `digests/${year}/#${date}` : `digests/#${date}`;
}
