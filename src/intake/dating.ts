import { isCalendarDate, resolveYear, type Day } from '../digest/date.ts';
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
  /** ISO date the file was last changed on, or today for a paste; in UTC. */
  readonly fallback: string;
}

/** A date at any place of a file name: `2025-03-11`, `2025_03_11`, `20250311`. */
const inName = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g;

/** Days a digest may seem to lie ahead of its file: time zones, clocks. */
const tolerance = 2;

/** The full date of a stated day: the latest one that is not after the file, for no digest comes from the future. */
function notAfter(stated: Day, fileDate: string): string {
  const last = new Date(`${fileDate}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + tolerance);
  const limit = last.toISOString().slice(0, 10);
  const nearest = resolveYear(stated, fileDate);
  if (stated.year !== undefined || nearest <= limit) return nearest;
  const yearBefore = String(Number(fileDate.slice(0, 4)) - 1);
  return resolveYear(stated, `${yearBefore}${fileDate.slice(4)}`);
}

/**
 * The day of a digest: as given, from its file name, from what it says itself, or else from the file's own date.
 * A stated day without a year takes the last year that puts it before the file's date.
 */
export function dateOf({ given, fileName, parsed, fallback }: DatingInput): Dating {
  if (given !== undefined) return { date: given, from: 'as given' };
  for (const [, year, month, day] of fileName.matchAll(inName)) {
    const date = `${year}-${month}-${day}`;
    if (isCalendarDate(date)) return { date, from: 'from the file name' };
  }
  const [stated] = parsed.dates;
  if (stated) {
    const date = notAfter(stated, fallback);
    const from = `from line ${stated.line}, "${stated.text}"`;
    return { date, from: stated.year === undefined ? `${from}, in the last year that fits` : from };
  }
  return { date: fallback, from: 'from the day the file was last changed (UTC)' };
}
