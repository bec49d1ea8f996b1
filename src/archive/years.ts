/** The years in which papers came out. */
import { paperDate } from './paper-date.ts';
import type { Archive, Paper } from './model.ts';

/** The year in which a paper came out, never that of a digest; empty if it is not known. */
export const yearOf = (paper: Pick<Paper, 'published' | 'arxiv'>): string =>
  paperDate(paper)?.year ?? '';

const known = new WeakMap<Pick<Archive, 'papers'>, readonly string[]>();

/** All years, newest first; found once for an archive. */
export function yearsOf(archive: Pick<Archive, 'papers'>): readonly string[] {
  const before = known.get(archive);
  if (before !== undefined) return before;
  const years = [...new Set(archive.papers.map(yearOf))].filter((year) => year !== '');
  const newestFirst = years.toSorted().toReversed();
  known.set(archive, newestFirst);
  return newestFirst;
}
