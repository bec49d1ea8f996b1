/** Days that texts name among other words. */
import { arxivMonth } from './arxiv-month.ts';
import {
  englishMonth,
  isCalendarDate,
  isoDay,
  monthNamed,
  readDay,
  resolveYear,
  type Day,
  type FullDay,
} from './date.ts';

/** Ways to write a day with its year in English; the first one that a text has counts. */
const forms: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/,
  // Mails (RFC 5322, with the two-digit years of RFC 822): `Fri,  9 Jun 23 00:44:20 GMT`, `3 March, 2025`.
  new RegExp(
    `(?<![\\d-])(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -]{1,3}(?<month>${englishMonth})[a-z]{0,6}\\.?,?[ -]{1,3}(?<year>\\d{4}|\\d{2})(?!\\d)`,
    'i',
  ),
  // `November 12, 2024`
  new RegExp(
    `\\b(?<month>${englishMonth})[a-z]{0,6}\\.? {1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?,? {1,3}(?<year>\\d{4})(?!\\d)`,
    'i',
  ),
];

/** arXiv began in 1991: a two-digit year before that is of this century. */
const fullYear = (digits: string): number =>
  Number(digits) + (digits.length > 2 ? 0 : Number(digits) > 90 ? 1900 : 2000);

/**
 * Finds the first day in a text, as mails, feeds and arXiv's pages write it. The day is the one written, whatever the
 * time zone.
 *
 * @returns undefined if there is none, or none that a calendar has
 */
export function findDay(text: string): FullDay | undefined {
  const head = text.slice(0, 400);
  const form = forms.map((pattern) => pattern.exec(head)?.groups).find(Boolean);
  if (!form) return undefined;
  const { year = '', month = '', day = '' } = form;
  const found = {
    year: fullYear(year),
    month: Number(month) || (monthNamed(month) ?? 0),
    day: Number(day),
  };
  return isCalendarDate(isoDay(found)) ? found : undefined;
}

/** What a page says before a day. */
const around =
  /^(?:(?:publication date|published|submitted|updated|announced|posted|date|released?|发布日期|发表时间|日期)(?: on)?[ :：]{0,3})/i;

/** The first day that a text names, as a whole or between signs: `Lab · Published on Oct 4, 2026`. */
export function dayIn(text: string): Day | undefined {
  for (const piece of text.slice(0, 400).split(/[·•|｜]|\s[-–—]\s|[()（）[\]]/)) {
    const bare = piece
      .trim()
      .replace(around, '')
      .replace(/^[-*_:,.]+|(?<![-*_:,])[-*_:,]+$/g, '');
    const day = readDay(bare.trim());
    if (day) return day;
  }
  return undefined;
}

/** How many months a submission may wait for its id, on hold with the moderators. */
const longestHold = 9;

/**
 * Whether a paper of this arXiv id can have been submitted on this day. An id holds the month it was
 * given in, which no first version is later than, but for the night of its last day.
 */
export function fitsArxivId(id: string, { year, month }: FullDay): boolean {
  const given = arxivMonth(id);
  if (given === undefined) return true;
  const late = (year - Number(given.slice(0, 4))) * 12 + month - Number(given.slice(5));
  return late <= 1 && late >= -longestHold;
}

/** A paper's id is of the month it was submitted in, or of the next one. */
const farthest = 50;

/** Days from one date to another. */
const apart = (one: string, other: string): number =>
  Math.abs(Date.parse(`${one}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / 86_400_000;

/**
 * A paper's own date.
 *
 * @param arxiv id of the paper, whose month gives a day without a year its year, if both fit
 * @returns ISO date; undefined if the year is not known
 */
export function publishedOn(day: Day, arxiv: string | undefined): string | undefined {
  if (day.year !== undefined) return isoDay({ ...day, year: day.year });
  const given = arxivMonth(arxiv ?? '');
  if (given === undefined) return undefined;
  const middle = `${given}-15`;
  const date = resolveYear(day, middle);
  return apart(date, middle) <= farthest ? date : undefined;
}
