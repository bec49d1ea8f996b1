import { arxivMonth } from '../digest/arxiv-month.ts';
import type { Paper } from './archive.ts';

/** A day, month or year as far as it is known. */
export interface KnownDate {
  /** Four digits. */
  readonly year: string;
  /** `01` to `12`. */
  readonly month?: string;
  /** `01` to `31`. */
  readonly day?: string;
}

/**
 * When a paper came out, from what is known of the paper alone.
 *
 * `published` counts first. Without it an arXiv id gives the year: four of its
 * digits are the year and the month in which arXiv gave it out, so the paper was public then. The
 * month is left out, for the paper may have got its id days before. A digest's date is never used:
 * digests list old papers too.
 */
export function paperDate({
  published,
  arxiv,
}: Pick<Paper, 'published' | 'arxiv'>): KnownDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(published ?? '') ?? [];
  if (year !== undefined) {
    if (month === undefined || month < '01' || month > '12') return { year };
    if (day === undefined || day < '01' || day > '31') return { year, month };
    return { year, month, day };
  }
  const fromId = arxivMonth(arxiv ?? '');
  return fromId === undefined ? undefined : { year: fromId.slice(0, 4) };
}

/** A known date with its parts joined: `-` gives ISO 8601, `/` what Highwire tags want. */
export function joinDate({ year, month, day }: KnownDate, separator: '-' | '/'): string {
  return [year, month, day].filter((part) => part !== undefined).join(separator);
}

/** The year in which a paper came out, never that of a digest; empty if it is not known. */
export const yearOf = (paper: Pick<Paper, 'published' | 'arxiv'>): string =>
  paperDate(paper)?.year ?? '';

/**
 * The month in which a paper came out, for readers of lists: its own, or that of its arXiv id; never a digest's.
 *
 * @returns `2024-09`, or a year where no more is known; empty if nothing is
 */
export function monthOf(paper: Pick<Paper, 'published' | 'arxiv'>): string {
  const { year = '', month } = paperDate(paper) ?? {};
  const inId = arxivMonth(paper.arxiv ?? '');
  if (month !== undefined) return `${year}-${month}`;
  return inId?.startsWith(year) ? inId : year;
}
