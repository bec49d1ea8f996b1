import type { Day } from '../date.ts';
import { isCalendarDate } from '../date.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Day, month by name and year anywhere in a text: `Fri,  9 Jun 23 00:44:20 GMT`, `3 March, 2025`. */
const pattern =
  /(?<![\d-])(\d{1,2})(?:st|nd|rd|th)?[ -]{1,3}(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?[ -]{1,3}(\d{4}|\d{2})(?!\d)/i;

/** Month by name first, as some pages print it: `November 12, 2024`. */
const american =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? {1,3}(\d{1,2})(?:st|nd|rd|th)?,? {1,3}(\d{4})(?!\d)/i;

const numeric = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** A day whose year is known. */
export interface FullDay extends Day {
  readonly year: number;
}

/** `2024-09-17` */
export function isoDay({ year, month, day }: FullDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Finds the first day in a text, as mails (RFC 5322, with the two-digit years of RFC 822), feeds and
 * arXiv's pages write it. The day is the one written, whatever the time zone.
 *
 * @returns undefined if there is none, or none that a calendar has
 */
export function findDay(text: string): FullDay | undefined {
  const head = text.slice(0, 400);
  let found: FullDay | undefined;
  const iso = numeric.exec(head);
  const mail = pattern.exec(head);
  const us = american.exec(head);
  if (iso) found = { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  else if (mail) {
    const stated = Number(mail[3]);
    // arXiv began in 1991: a two-digit year before that is of this century.
    const century = stated > 90 ? 1900 : 2000;
    const year = mail[3]?.length === 2 ? century + stated : stated;
    found = { year, month: monthOf(mail[2]), day: Number(mail[1]) };
  } else if (us) found = { year: Number(us[3]), month: monthOf(us[1]), day: Number(us[2]) };
  return found && isCalendarDate(isoDay(found)) ? found : undefined;
}

function monthOf(name = ''): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

/** How many months a submission may wait for its id, on hold with the moderators. */
const longestHold = 9;

/**
 * Whether a paper of this arXiv id can have been submitted on this day. An id holds the month it was
 * given in, which no first version is later than, but for the night of its last day.
 */
export function fitsArxivId(id: string, { year, month }: FullDay): boolean {
  const stamp = /^(?:[a-z-]+\/)?(\d{2})(\d{2})/.exec(id);
  if (!stamp) return true;
  const short = Number(stamp[1]);
  const given = (short > 90 ? 1900 + short : 2000 + short) * 12 + Number(stamp[2]);
  const late = year * 12 + month - given;
  return late <= 1 && late >= -longestHold;
}
