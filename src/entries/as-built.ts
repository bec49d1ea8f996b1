import { entryFile } from '../archive-folder.ts';
import type { Store } from '../store/store.ts';
import type { ReadDigest } from './captures.ts';
import { planFor, type EntriesReading } from './files.ts';
import type { StoredEntry } from './model.ts';
import { parseEntry } from './parse.ts';
import type { Records } from './records/apply.ts';
import type { EditedEntry } from './sync.ts';

/**
 * Entries as the next build would have them, and what digests say of edited ones. Writes nothing.
 *
 * @param before the entries as they are
 * @param records what arXiv says, by entry
 */
export function asBuilt(
  digests: readonly ReadDigest[],
  before: EntriesReading,
  records: Records,
  store?: Store,
): { readonly entries: readonly StoredEntry[]; readonly edited: readonly EditedEntry[] } {
  const { writes, edited } = planFor(digests, before, records, store);
  const entries = new Map(before.entries.map((item) => [item.entry.id, item]));
  for (const { id, text } of writes) {
    const reading = parseEntry(id, entryFile(id), text);
    if (reading.ok) entries.set(id, { entry: reading.entry, text });
  }
  return { entries: [...entries.values()], edited };
}
