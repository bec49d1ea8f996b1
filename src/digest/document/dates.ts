/** Days and years in the headings of a digest. */
import { readDay, type Day } from '../date.ts';
import { dayIn } from '../days.ts';

/** A span of days: `June 23 - June 29`, `Jan 1-8`, `Feb 27-Mar 5, 2023`. */
const span =
  /(\p{L}{3,9})\.?\s?(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?\s?(?:-|–|—|to|~)\s?(?:(\p{L}{3,9})\.?\s?)?(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?/u;

/**
 * The first day of the span, or the one day, that a heading names.
 *
 * @param year the year, where the heading leaves it to another
 */
export function headingDay(text: string, year?: number): Day | undefined {
  const heading = text.slice(0, 300);
  const found = span.exec(heading);
  const said = /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(heading.replace(found?.[0] ?? '\0', ' '))?.[1];
  const named = found?.[3] ?? found?.[6] ?? said ?? year;
  const withYear = (day: Day | undefined): Day | undefined =>
    day && (named === undefined ? day : { ...day, year: day.year ?? Number(named) });
  if (!found) return withYear(dayIn(heading));
  const from = readDay(`${found[1] ?? ''} ${found[2] ?? ''}`);
  const until = readDay(`${found[4] ?? found[1] ?? ''} ${found[5] ?? ''}`);
  if (!from) return withYear(dayIn(heading));
  const start = withYear(from);
  // A year after the span is of its last day: one that begins in December began the year before.
  const turns = until && until.month < from.month && found[3] === undefined;
  return turns === true && start?.year !== undefined ? { ...start, year: start.year - 1 } : start;
}

/** Whether a heading names a span of days. */
export const hasSpan = (text: string): boolean => {
  const found = span.exec(text.slice(0, 300));
  return found !== null && readDay(`${found[1] ?? ''} ${found[2] ?? ''}`) !== undefined;
};

/** A year that stands alone in a heading: `AI Papers of the Week — 2024`. */
export const yearIn = (text: string): number | undefined => {
  const years = text.slice(0, 200).match(/(?<![\d-])(?:19|20)\d{2}(?![\d-])/g) ?? [];
  return years.length === 1 ? Number(years[0]) : undefined;
};
