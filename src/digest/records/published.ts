import { isCalendarDate, readDate, resolveYear } from '../date.ts';
import { isObject, ofType, textOf } from './values.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** The most exact ISO date that the parts make. */
function isoOf(year: number, month?: number, day?: number): string | undefined {
  if (!Number.isInteger(year) || year < 1600 || year > 2199) return undefined;
  const years = String(year);
  if (month === undefined || !Number.isInteger(month) || month < 1 || month > 12) return years;
  const date = `${years}-${two(month)}-${two(day ?? 0)}`;
  return isCalendarDate(date) ? date : date.slice(0, 7);
}

function fromParts(parts: unknown): string | undefined {
  if (!Array.isArray(parts)) return undefined;
  const [year, month, day] = parts.map((part) => (part === null ? NaN : Number(part)));
  return year === undefined ? undefined : isoOf(year, month, day);
}

function fromText(text: string): string | undefined {
  const trimmed = text.trim().slice(0, 60);
  // PubMed's `2025 Jan 8`, `2025 Jan-Feb`.
  const yearFirst =
    /^(\d{4})\s{1,3}([A-Za-z]{3,9})(?:[-/ ][A-Za-z]{3,9})?(?:\s{1,3}(\d{1,2}))?$/.exec(trimmed);
  if (yearFirst) return publishedWith(yearFirst[1], yearFirst[2], yearFirst[3]);
  const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?=[T\s/]|$)/.exec(trimmed);
  if (iso) {
    const [, year, month, day] = iso.map((part) => (part === undefined ? undefined : Number(part)));
    return isoOf(year ?? 0, month, day);
  }
  const read = readDate(trimmed.replace(/(?<!\s)\s+\d{1,2}:\d{2}.*$/, ''));
  if (read && !read.span && read.day.year !== undefined) return resolveYear(read.day, '2000-01-01');
  const month = monthOf(trimmed.replace(/(?<![\s,./-])[\s,./-]*\d{4}$/, ''));
  const year = /(?:^|[\s,./-])(\d{4})$/.exec(trimmed)?.[1];
  return year === undefined ? undefined : isoOf(Number(year), month);
}

/** Seconds or milliseconds since 1970, between 1973 and 2128. */
function fromEpoch(value: number): string | undefined {
  const milliseconds = value > 1e11 ? value : value * 1000;
  if (milliseconds < 1e11 || milliseconds > 5e12) return undefined;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/**
 * Reads the date of a paper: ISO 8601, a date in words, `{ "date-parts": [[2024, 9, 17]] }`, a year,
 * or a Unix time.
 *
 * @returns YYYY, YYYY-MM or YYYY-MM-DD; the day as the text states it, whatever its time zone
 */
export function publishedOf(value: unknown): string | undefined {
  if (typeof value === 'number') return value > 9999 ? fromEpoch(value) : isoOf(value);
  if (typeof value === 'string') return fromText(value);
  if (Array.isArray(value)) {
    const [first]: readonly unknown[] = value;
    if (typeof first === 'number') return fromParts(value);
    const issued = ofType(value, /^(?:issued|published|submitted|available|created)$/i);
    return publishedOf(Array.isArray(issued) ? issued[0] : issued);
  }
  if (!isObject(value)) return undefined;
  const parts: unknown = value['date-parts'];
  if (Array.isArray(parts)) return fromParts(parts[0]);
  if ('year' in value) return publishedWith(value['year'], value['month'], value['day']);
  return publishedOf(
    value['value'] ?? value['date'] ?? value['raw'] ?? value['literal'] ?? value['date-time'],
  );
}

/** Month of the year, by number or English name; BibTeX's `10~jun` and `21--23 Apr` too. */
export function monthOf(value: unknown): number | undefined {
  const text = textOf(value)?.toLowerCase();
  if (text === undefined) return undefined;
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  const found = /(?:^|[^a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.exec(text)?.[1];
  const index = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(found ?? '?');
  return index === -1 ? undefined : index / 3 + 1;
}

/** The date that a year and, if known, a month and a day make. A range of days is none. */
export function publishedWith(year: unknown, month?: unknown, day?: unknown): string | undefined {
  const digits = /\b(1[6-9]\d\d|2[01]\d\d)\b/.exec(textOf(year) ?? '')?.[1];
  if (digits === undefined) return undefined;
  const dayText = textOf(day) ?? /^\D*(\d{1,2})\D*$/.exec(monthText(month))?.[1];
  return isoOf(Number(digits), monthOf(month), dayText === undefined ? undefined : Number(dayText));
}

/** A month with letters in it, which may name a day too. */
function monthText(month: unknown): string {
  const text = textOf(month) ?? '';
  return /[a-z]/i.test(text) ? text : '';
}
