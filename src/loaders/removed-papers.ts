/** Papers that were removed, as their pages tell of them. Pure. */
import type { RemovedPaper } from './loaded.ts';
import { listingOf } from '../entries/merge.ts';
import type { StoredEntry } from '../entries/model.ts';
import type { Placement } from '../entries/placing.ts';
import type { Tombstone } from '../entries/tombstones.ts';

/**
 * What pages tell of removed papers, and where digests list them.
 *
 * @param entries of which a paper that was put back is one: its tombstone counts no more
 */
export function removedPapers(
  tombstones: readonly Tombstone[],
  placements: readonly Placement[],
  entries: readonly StoredEntry[],
): RemovedPaper[] {
  const there = new Set(entries.map(({ entry }) => entry.id));
  const placed = Map.groupBy(placements, ({ tombstone }) => tombstone);
  return tombstones
    .filter(({ id }) => !there.has(id))
    .map(({ keys: _, file: __, ...stone }) => ({
      ...stone,
      places: (placed.get(stone.id) ?? []).map(listingOf),
    }));
}
