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
  /** arXiv ids of its papers, as far as they are known. */
  readonly ids?: readonly string[];
  /** ISO date the file was last changed on, or today for a paste; in UTC. */
  readonly fallback: string;
}

/** A date at any place of a file name: `2025-03-11`, `2025_03_11`, `20250311`. */
const inName = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g;

/** Days a digest may seem to lie ahead of its file: time zones, clocks. */
const tolerance = 2;

/** The latest day that a digest may be of: none comes from the future. */
function limitOf(fileDate: string): string {
  const last = new Date(`${fileDate}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + tolerance);
  return last.toISOString().slice(0, 10);
}

/** The full date of a stated day: the latest one that is not after the file. */
function notAfter(stated: Day, fileDate: string): string {
  const nearest = resolveYear(stated, fileDate);
  if (stated.year !== undefined || nearest <= limitOf(fileDate)) return nearest;
  return resolveYear(stated, otherYear(fileDate, -1));
}

const otherYear = (date: string, years: number): string =>
  `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;

/** The newest of some arXiv ids that arXiv had given out by a day; ids from before April 2007 do not tell. */
function newestId(ids: readonly string[], limit: string): string | undefined {
  const told = ids.filter((id) => {
    const [, year, month = ''] = /^(\d\d)(\d\d)\.\d{4,5}$/.exec(id) ?? [];
    return year !== undefined && month >= '01' && month <= '12' && `20${year}-${month}` <= limit;
  });
  return told.toSorted().at(-1);
}

/** The first day after the newest paper's id was given out that is a stated day. */
function notBefore(stated: Day, id: string): string {
  const month = `20${id.slice(0, 2)}-${id.slice(2, 4)}`;
  const [before, after] = [resolveYear(stated, `${month}-01`), otherYear(`${month}-28`, 1)];
  if (before.slice(0, 7) >= month && before <= after) return before;
  return resolveYear(stated, `${Number(before.slice(0, 4)) + 1}-${before.slice(5)}`);
}

/**
 * The day of a digest: as given, from its file name, from what it says itself, or else from the file's own date.
 * A stated day without a year is inferred to be the first one that the newest of its papers was there on, if that
 * was before the file's date; else it takes the last year that puts it before that.
 */
export function dateOf({ given, fileName, parsed, ids = [], fallback }: DatingInput): Dating {
  if (given !== undefined) return { date: given, from: 'as given' };
  for (const [, year, month, day] of fileName.matchAll(inName)) {
    const date = `${year}-${month}-${day}`;
    if (isCalendarDate(date)) return { date, from: 'from the file name' };
  }
  const [stated] = parsed.dates;
  if (stated) {
    const from = `from line ${stated.line}, "${stated.text}"`;
    if (stated.year !== undefined) return { date: notAfter(stated, fallback), from };
    const limit = limitOf(fallback);
    const newest = newestId(ids, limit);
    const date = newest === undefined ? limit : notBefore(stated, newest);
    if (newest !== undefined && date <= limit) {
      return { date, from: `${from}; year inferred from the newest paper's id, ${newest}` };
    }
    return {
      date: notAfter(stated, fallback),
      from: `${from}; year inferred from the file's own date`,
    };
  }
  return { date: fallback, from: 'from the day the file was last changed (UTC)' };
}
