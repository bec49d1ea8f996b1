/** Addresses of lines of captures. Pure. */
import type { Shown } from './rows.ts';

/** A place in a capture. */
export interface Place {
  readonly lines: readonly [number, number];
  readonly record?: number | undefined;
}

/** The page of a part, from the site's own. @param part counted from 0 */
export const partPath = (digest: string, part: number): string =>
  `digests/${digest}/source/${part === 0 ? '' : `${part + 1}/`}`;

/** The anchor of a place: `L11-13`, `L11` for one line, `R12` for a record where lines hold several. */
export function anchorOf({ lines: [first, last], record = 0 }: Place, { records }: Shown): string {
  if (records) return `R${record}`;
  return first === last ? `L${first}` : `L${first}-${last}`;
}

/** The part in which a place begins, counted from 0. */
export function partOf({ lines, record = 0 }: Place, { starts, records }: Shown): number {
  const number = records ? record : lines[0];
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= number),
  );
}

/** Where a place of a digest's capture is shown: a path from the site's own, with its anchor. */
export const placePath = (digest: string, place: Place, shown: Shown): string =>
  `${partPath(digest, partOf(place, shown))}#${anchorOf(place, shown)}`;
