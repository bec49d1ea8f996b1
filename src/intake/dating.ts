import { isCalendarDate, resolveYear } from '../digest/date.ts';
import type { ParsedDigest } from '../digest/model.ts';

/** The day of a digest and how it is known. */
export interface Dating {
  /** ISO date. */
  readonly date: string;
  readonly from: string;
}

export interface DatingInput {
  /** `--date`. */
  readonly given?: string | undefined;
  readonly fileName: string;
  readonly parsed: Pick<ParsedDigest, 'dates'>;
  /** ISO date the file was last changed on, or today for a paste. */
  readonly fallback: string;
}

/** A date at any place of a file name: `2025-03-11`, `2025_03_11`, `20250311`. */
const inName = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g;

/**
 * The day of a digest: as given, from its file name, from what it says itself, or else from the file's own date.
 * A stated day without a year takes the year nearest to the file's date.
 */
export function dateOf({ given, fileName, parsed, fallback }: DatingInput): Dating {
  if (given !== undefined) return { date: given, from: 'as given' };
  for (const [, year, month, day] of fileName.matchAll(inName)) {
    const date = `${year}-${month}-${day}`;
    if (isCalendarDate(date)) return { date, from: 'from the file name' };
  }
  const [stated] = parsed.dates;
  if (stated) {
    const date = resolveYear(stated, fallback);
    const from = `from line ${stated.line}, "${stated.text}"`;
    return { date, from: stated.year === undefined ? `${from}, with the nearest year` : from };
  }
  return { date: fallback, from: 'from the day the file was last changed' };
}
