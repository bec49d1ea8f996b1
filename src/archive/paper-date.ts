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

/** The year in an arXiv id: `2409.11321` → `2024`; of the form used until March 2007, `math.GT/0309136` → `2003`. */
function arxivYear(id: string): string | undefined {
  const [, old, year, month] =
    /^(?:([a-z-]+(?:\.[A-Z]{2})?\/)|(?=\d{4}\.))(\d\d)(\d\d)(?:\d{3}|\.\d{4,5})$/.exec(id) ?? [];
  if (year === undefined || month === undefined || month < '01' || month > '12') return undefined;
  // arXiv began in August 1991.
  if (old !== undefined && year > '90') return `19${year}`;
  return old !== undefined || `${year}${month}` >= '0704' ? `20${year}` : undefined;
}

/**
 * When a paper came out, from what is known of the paper alone.
 *
 * `published` counts first. Without it an arXiv id gives the year: its first four digits are the year and the month in which arXiv gave it out, so the paper was public then. The
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
  const fromId = arxivYear(arxiv ?? '');
  return fromId === undefined ? undefined : { year: fromId };
}

/** A known date with its parts joined: `-` gives ISO 8601, `/` what Highwire tags want. */
export function joinDate({ year, month, day }: KnownDate, separator: '-' | '/'): string {
  return [year, month, day].filter((part) => part !== undefined).join(separator);
}

/** The year in which a paper came out, never that of a digest; empty if it is not known. */
export const yearOf = (paper: Pick<Paper, 'published' | 'arxiv'>): string =>
  paperDate(paper)?.year ?? '';
