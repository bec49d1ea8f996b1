/**
 * The account of a capture: what each of its lines was read as, and why, so that no line is lost unseen. A house word:
 * provenance leads from a fact back to its source, coverage only counts; this leads from every line of the source on.
 */
import { lineKinds, type LineAccount, type LineKind } from './model.ts';

/** The account of a line of white space. */
export const blankLine: LineAccount = { kind: 'blank', reason: 'blank: white space only' };

/**
 * Counts the lines of each kind.
 *
 * @returns every kind, 0 included; the counts add up to the number of lines
 */
export function countKinds(lines: readonly LineAccount[]): Record<LineKind, number> {
  const counts: Record<LineKind, number> = {
    banner: 0,
    date: 0,
    title: 0,
    abstract: 0,
    meta: 0,
    footer: 0,
    record: 0,
    blank: 0,
    unaccounted: 0,
  };
  for (const { kind } of lines) counts[kind]++;
  return counts;
}

/** Adds up counts of several digests. */
export function addCounts(
  all: readonly Readonly<Partial<Record<LineKind, number>>>[],
): Record<LineKind, number> {
  const sum = countKinds([]);
  for (const counts of all) for (const kind of lineKinds) sum[kind] += counts[kind] ?? 0;
  return sum;
}
