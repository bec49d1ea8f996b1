/** Dates for readers, from ISO 8601 text. No `Date`: a day of a digest has no time zone. */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * @param iso YYYY, YYYY-MM or YYYY-MM-DD
 * @returns e.g. "11 March 2025", "March 2025", "2025"; what is not such a date comes back as it is
 */
export function dateWords(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return iso;
  const [, year = '', month, day] = match;
  if (month === undefined) return year;
  const name = months[Number(month) - 1];
  if (name === undefined) return iso;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The date of a digest in words, which say so if its year is inferred. */
export const digestDate = ({
  date,
  yearInferred = false,
}: {
  readonly date: string;
  readonly yearInferred?: boolean;
}): string => `${dateWords(date)}${yearInferred ? ' (year inferred)' : ''}`;

/**
 * From one day to another, saying once what both have in common.
 *
 * @param first ISO day
 * @param last ISO day, not before `first`
 * @returns e.g. "11 March 2025", "3–11 March 2025", "28 March – 2 April 2025"
 */
export function daysWords(first: string, last: string): string {
  if (first === last) return dateWords(last);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${dateWords(last)}`;
  const from = dateWords(first);
  return `${first.slice(0, 4) === last.slice(0, 4) ? from.slice(0, -5) : from} – ${dateWords(last)}`;
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
export function byMonth<Item extends { readonly date: string }>(
  items: readonly Item[],
): Year<Item>[] {
  const years: { year: string; months: { month: string; items: Item[] }[] }[] = [];
  for (const item of items) {
    const month = item.date.slice(0, 7);
    const year = month.slice(0, 4);
    if (years.at(-1)?.year !== year) years.push({ year, months: [] });
    const inYear = years.at(-1)?.months;
    if (inYear?.at(-1)?.month !== month) inYear?.push({ month, items: [] });
    inYear?.at(-1)?.items.push(item);
  }
  return years;
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
