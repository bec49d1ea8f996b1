/** What is wrong with the facts and texts of each entry, worked out once for the same file, captures and record. */
import { hash } from 'node:crypto';
import { entryFile, recordFile } from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hashOfRecord, marksOfEntry, marksOfPaper } from '../entries/marks.ts';
import type { StoredEntry } from '../entries/model.ts';
import { recordOf, type Records } from '../entries/records/apply.ts';
import { capturedTexts } from '../entries/shown.ts';
import type { SyncPlan } from '../entries/sync.ts';
import { asJson, type Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { factProblems } from './facts.ts';
import { textNotices } from './texts.ts';

/** Entries, and what is to be held against them. */
export interface EntriesInput {
  readonly entries: readonly StoredEntry[];
  readonly plan: Pick<SyncPlan, 'placements' | 'edited'>;
  readonly records: Records;
  /** Ids of the digests there are. */
  readonly digests: ReadonlySet<string>;
}

const keptNotices: Kind<readonly Diagnostic[]> = {
  name: 'entry-notices',
  modules: ['src/check/entry-notices.ts'],
  together: true,
  codec: asJson(),
};

/**
 * What `factProblems` and `textNotices` tell of each entry.
 *
 * @param store where it is kept; without it, all is worked out
 */
export function entryNotices(
  { entries, plan, records, digests }: EntriesInput,
  store?: Store,
): Diagnostic[] {
  const listed = Map.groupBy(plan.placements, ({ id }) => id);
  const edited = new Map(plan.edited.map((entry) => [entry.id, entry]));
  const keyOf = (stored: StoredEntry): string => {
    const { id, data } = stored.entry;
    const record = recordOf(id, data, records);
    const from = [
      entryFile(id),
      marksOfEntry(stored).hash,
      edited.get(id)?.hash,
      record && [recordFile(record.id), hashOfRecord(record)],
      (listed.get(id) ?? []).map(({ digest, paper }) => [digest, marksOfPaper(paper).hash]),
      data.digests.map(({ digest }) => digests.has(digest)),
    ];
    return hash('sha256', JSON.stringify(from), 'base64url');
  };
  const keys = store && new Map(entries.map((stored) => [stored.entry.id, keyOf(stored)]));
  const kept = keys && store?.getMany(keptNotices, keys, true);
  return entries.flatMap((stored) => {
    const { id } = stored.entry;
    const before = kept?.get(id);
    if (before) return before;
    const today = edited.get(id);
    const notices = [
      ...factProblems(stored, listed.get(id) ?? [], records, digests),
      ...textNotices(stored, records, today && capturedTexts([today]).get(id)),
    ];
    store?.put(keptNotices, id, keys?.get(id) ?? '', notices);
    return notices;
  });
}
