/** Years of the papers' dates: of their first listings. */
import type { Archive, Paper } from './model.ts';

/** The year of a paper's date; empty if it has none. */
export const yearOf = ({ date }: Pick<Paper, 'date'>): string => date.slice(0, 4);

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
