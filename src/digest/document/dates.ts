/** Dates in Markdown: of a paper beside its entry, of the digest in its headings. */
import { readDate, resolveYear, type Day } from '../date.ts';

const around =
  /^(?:(?:publication date|published|submitted|updated|announced|posted|date|released?|发布日期|发表时间|日期)(?: on)?[ :：]{0,3})/i;

/** The words of a text that a sign parts; each may be a date. */
function pieces(text: string): string[] {
  return text
    .slice(0, 400)
    .split(/[·•|｜]|\s[-–—]\s|[()（）[\]]/)
    .map((piece) =>
      piece
        .trim()
        .replace(around, '')
        .replace(/^[-*_:,.]+|(?<![-*_:,])[-*_:,]+$/g, '')
        .trim(),
    )
    .filter((piece) => piece !== '');
}

/** The first day that a text names, as a whole or between signs: `Lab · Published on Oct 4, 2026`. */
export function dayIn(text: string): Day | undefined {
  for (const piece of pieces(text)) {
    const read = readDate(piece);
    if (read && !read.span) return read.day;
  }
  return undefined;
}

/** Days from one date to another. */
const apart = (one: string, other: string): number =>
  Math.abs(Date.parse(`${one}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / 86_400_000;

/** A paper's id is of the month it was submitted in, or of the next one. */
const farthest = 50;

/**
 * A paper's own date.
 *
 * @param arxiv id of the paper, whose month gives a day without a year its year, if both fit
 * @returns ISO date; undefined if the year is not known
 */
export function publishedOn(day: Day, arxiv: string | undefined): string | undefined {
  if (day.year !== undefined) return resolveYear(day, '2000-01-01');
  const month = /^(\d{2})(\d{2})\.\d/.exec(arxiv ?? '');
  if (!month) return undefined;
  const middle = `20${month[1] ?? '00'}-${month[2] ?? '01'}-15`;
  const date = resolveYear(day, middle);
  return apart(date, middle) <= farthest ? date : undefined;
}

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
  const from = readDate(`${found[1] ?? ''} ${found[2] ?? ''}`);
  const until = readDate(`${found[4] ?? found[1] ?? ''} ${found[5] ?? ''}`);
  if (!from || from.span) return withYear(dayIn(heading));
  const start = withYear({ month: from.day.month, day: from.day.day });
  // A year after the span is of its last day: one that begins in December began the year before.
  const turns = until && !until.span && until.day.month < from.day.month && found[3] === undefined;
  return turns === true && start?.year !== undefined ? { ...start, year: start.year - 1 } : start;
}

/** Whether a heading names a span of days. */
export const hasSpan = (text: string): boolean => {
  const found = span.exec(text.slice(0, 300));
  return found !== null && readDate(`${found[1] ?? ''} ${found[2] ?? ''}`) !== undefined;
};

/** A year that stands alone in a heading: `AI Papers of the Week — 2024`. */
export const yearIn = (text: string): number | undefined => {
  const years = text.slice(0, 200).match(/(?<![\d-])(?:19|20)\d{2}(?![\d-])/g) ?? [];
  return years.length === 1 ? Number(years[0]) : undefined;
};
