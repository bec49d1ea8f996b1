/** Dates for readers, from ISO 8601 text, in the language of the pages. In UTC: a day of a digest has no time zone. */
import * as words from '#words/common.ts';
import { locale } from '#words/locale.ts';

/** Makers are kept: each takes a while to make. */
const made = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  made.set(key, known);
  return known;
}

const isDate = (iso: string): boolean =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(iso) && !Number.isNaN(Date.parse(iso));

/**
 * @param iso YYYY, YYYY-MM or YYYY-MM-DD
 * @param month whether its name is whole
 * @returns e.g. "11 March 2025", "March 2025", "2025"; what is not such a date comes back as it is
 */
export function dateWords(iso: string, month: 'long' | 'short' = 'long'): string {
  if (iso.length === 4 || !isDate(iso)) return iso;
  const day = iso.length > 7 && ({ day: 'numeric' } as const);
  return format({ year: 'numeric', month, ...day }).format(Date.parse(iso));
}

/** E.g. "11 March". @param iso YYYY-MM-DD */
export const dayAndMonth = (iso: string): string =>
  isDate(iso) ? format({ month: 'long', day: 'numeric' }).format(Date.parse(iso)) : iso;

/** The name of a month, e.g. "March", "Mar". @param month YYYY-MM */
export const monthName = (month: string, length: 'long' | 'short' = 'long'): string =>
  format({ month: length }).format(Date.parse(month));

/** Names of the days of the week, from Monday on. */
export const weekdays = (length: 'long' | 'short'): string[] =>
  Array.from({ length: 7 }, (_, day) =>
    format({ weekday: length }).format(Date.UTC(2024, 0, 1 + day)),
  );

/** The date of a digest in words, which say so if its year is inferred. */
export const digestDate = ({
  date,
  yearInferred = false,
}: {
  readonly date: string;
  readonly yearInferred?: boolean;
}): string => `${dateWords(date)}${yearInferred ? ` ${words.yearInferred}` : ''}`;

/**
 * From one day to another, saying once what both have in common.
 *
 * @param first ISO day
 * @param last ISO day, not before `first`
 * @returns e.g. "11 March 2025", "3–11 March 2025", "28 March – 2 April 2025"
 */
export function daysWords(first: string, last: string): string {
  if (first === last || !isDate(first) || !isDate(last)) return dateWords(last);
  // Engines differ in the spaces about the dash: there are none within a month.
  return format({ year: 'numeric', month: 'long', day: 'numeric' })
    .formatRange(Date.parse(first), Date.parse(last))
    .replaceAll('\u2009', ' ')
    .replace(/^(\d{1,2}\.?) – /, '$1–');
}

/** Neighbours in a list that share a key. */
export interface Run<Item> {
  readonly key: string;
  readonly items: readonly Item[];
}

/** Parts a list where the key of its items changes: a heading for each date of a listing. */
export function runs<Item>(items: readonly Item[], key: (item: Item) => string): Run<Item>[] {
  const found: { key: string; items: Item[] }[] = [];
  for (const item of items) {
    const own = key(item);
    if (found.at(-1)?.key !== own) found.push({ key: own, items: [] });
    found.at(-1)?.items.push(item);
  }
  return found;
}

/** Things of one month. */
export interface Month<Item> {
  /** YYYY-MM. */
  readonly month: string;
  readonly items: readonly Item[];
}

/** A year and the months in it that hold anything. */
export interface Year<Item> {
  readonly year: string;
  readonly months: readonly Month<Item>[];
}

/**
 * Groups dated things by year and month, keeping their order.
 *
 * @param items ordered by date, either way; each with an ISO date
 */
export const byMonth = <Item extends { readonly date: string }>(
  items: readonly Item[],
): Year<Item>[] =>
  runs(items, ({ date }) => date.slice(0, 4)).map(({ key: year, items: ofYear }) => ({
    year,
    months: runs(ofYear, ({ date }) => date.slice(0, 7)).map(({ key: month, items: ofMonth }) => ({
      month,
      items: ofMonth,
    })),
  }));
