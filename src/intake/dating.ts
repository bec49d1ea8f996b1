import {
  isCalendarDate,
  isoDay,
  monthNamed,
  resolveYear,
  type Day,
  type FullDay,
} from '../digest/date.ts';
import { arxivMonth } from '../digest/arxiv-month.ts';
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
  readonly parsed: Pick<ParsedDigest, 'dates' | 'papers'>;
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

/** A month in which a digest's papers cannot all have been there before, and by what that is known. */
interface Evidence {
  /** YYYY-MM. */
  readonly month: string;
  readonly by: string;
}

const monthOf = (month: Pick<FullDay, 'year' | 'month'>): string =>
  isoDay({ ...month, day: 1 }).slice(0, 7);

/** When arXiv gave out an id; one from before April 2007 does not tell. */
function fromId(id: string): Evidence[] {
  const given = /^\d/.test(id) ? arxivMonth(id) : undefined;
  return given === undefined ? [] : [{ month: given, by: `the newest paper's id, ${id}` }];
}

/** A day or a month with its year, as English abstracts write them: `1 Oct 2024`, `October 1, 2024`, `Oct 2024`. */
const datesInText =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(20\d\d)\b/gi;

const fromText = (text: string): Evidence[] =>
  Array.from(text.matchAll(datesInText), ([said, name = '', year = '']) => {
    const month = monthOf({ year: Number(year), month: monthNamed(name) ?? 0 });
    return { month, by: `a date in one of its abstracts, "${said}"` };
  });

/** The first stated day in a month or after it. */
function notBefore(stated: Day, month: string): string {
  const nearest = resolveYear(stated, `${month}-01`);
  if (nearest.slice(0, 7) >= month) return nearest;
  return resolveYear(stated, otherYear(nearest, 1));
}

/**
 * The day of a digest: as given, from its file name, from what it says itself, or else from the file's own date.
 * Of a stated day without a year, the year is inferred: the first one in which the newest of its papers was there,
 * by their ids and by the dates that their abstracts name; else the last one that puts it before the file's date.
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
    const evidence = [
      ...ids.flatMap(fromId),
      ...parsed.papers.flatMap(({ abstract = '' }) => fromText(abstract)),
    ];
    const newest = evidence
      .filter(({ month }) => month <= limit)
      .toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.by < b.by ? -1 : 1))
      .at(-1);
    const date = newest && notBefore(stated, newest.month);
    if (date !== undefined && date <= limit) {
      return { date, from: `${from}; year inferred from ${newest?.by}` };
    }
    return {
      date: notAfter(stated, fallback),
      from: `${from}; year inferred from the file's own date`,
    };
  }
  return { date: fallback, from: 'from the day the file was last changed (UTC)' };
}
