import { englishMonth, isoDate, monthNamed, readPartialDate } from '../date.ts';
import { dateFields, fieldOf, isObject, ofType, textOf } from './values.ts';

function fromParts(parts: unknown): string | undefined {
  if (!Array.isArray(parts)) return undefined;
  const [year, month, day] = parts.map((part) => (part === null ? NaN : Number(part)));
  return year === undefined ? undefined : isoDate(year, month, day);
}

function fromText(text: string): string | undefined {
  const stated = text.trim().slice(0, 60);
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?=[T\s/]|$)/.exec(stated);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const read = readPartialDate(stated.replace(/(?<!\s)\s+\d{1,2}:\d{2}.*$/, ''));
  // `Spring 2024`, `2024 in press`
  const year = /^(\d{4})(?=[T\s/]|$)|(?:^|[\s,./-])(\d{4})$/.exec(stated);
  return read ?? isoDate(Number(year?.[1] ?? year?.[2]), monthOf(stated));
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
  if (typeof value === 'number') return value > 9999 ? fromEpoch(value) : isoDate(value);
  if (typeof value === 'string') return fromText(value);
  if (Array.isArray(value)) {
    const [first]: readonly unknown[] = value;
    if (typeof first === 'number') return fromParts(value);
    const issued = ofType(value, /^(?:issued|published|submitted|available|created)$/i);
    return publishedOf(Array.isArray(issued) ? issued[0] : issued);
  }
  if (!isObject(value)) return undefined;
  const parts = fieldOf(value, dateFields.parts);
  if (Array.isArray(parts)) return fromParts(parts[0]);
  const year = fieldOf(value, dateFields.year);
  if (year === undefined) return publishedOf(fieldOf(value, dateFields.whole));
  return publishedWith(year, fieldOf(value, dateFields.month), fieldOf(value, dateFields.day));
}

const english = new RegExp(`(?<![a-z])(?:${englishMonth})`, 'i');

/** Month of the year, by number or English name; BibTeX's `10~jun` and `21--23 Apr` too. */
function monthOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  const name = english.exec(text)?.[0];
  return name === undefined ? undefined : monthNamed(name);
}

/** The date that a year and, if known, a month and a day make. A range of days is none. */
export function publishedWith(year: unknown, month?: unknown, day?: unknown): string | undefined {
  const digits = /\b(1[6-9]\d\d|2[01]\d\d)\b/.exec(textOf(year) ?? '')?.[1];
  if (digits === undefined) return undefined;
  const dayText = textOf(day) ?? /^\D*(\d{1,2})\D*$/.exec(monthText(month))?.[1];
  return isoDate(
    Number(digits),
    monthOf(month),
    dayText === undefined ? undefined : Number(dayText),
  );
}

/** A month with letters in it, which may name a day too. */
function monthText(month: unknown): string {
  const text = textOf(month) ?? '';
  return /[a-z]/i.test(text) ? text : '';
}
