/** Brings entries in step with their digests: plans, writes, and plans again for what was saved in the meantime. */
import { entryFile } from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Records } from './records/apply.ts';
import { readEntryFile } from './entry-file.ts';
import { changedProblems, planFor, writeEntries } from './files.ts';
import type { Aids } from './owner-files.ts';
import { keepEntry, readEntries, type EntriesReading } from './read-entries.ts';
import type { ReadDigest } from './captures.ts';
import type { EntryWrite, SyncPlan, WriteReason } from './sync.ts';

/** How often writing is tried while somebody is saving entries. */
const rounds = 3;

export interface InStep {
  /** The entries as they are now. */
  readonly reading: EntriesReading;
  /** What was planned for them last. */
  readonly plan: SyncPlan;
  /** Entries written, by why. */
  readonly written: Readonly<Record<WriteReason, number>>;
  /** What is wrong with entries, with what digests say of them, and what could not be written. */
  readonly problems: readonly Diagnostic[];
}

export interface InStepOptions extends Aids {
  /** What arXiv says, by entry. */
  readonly records: Records;
  /** The entries as they were read. */
  readonly entries: EntriesReading;
  /** The plan for just these digests, entries and records, if it is made already. */
  readonly plan?: SyncPlan | undefined;
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Writes what the digests ask for. What was saved since it was read is read again, and planned for again.
 *
 * @param root the project's folder
 * @param digests all digests of the archive; or how they are read, where a plan is given and they may not be needed
 * @throws what the file system throws
 */
export async function bringInStep(
  root: string,
  digests: readonly ReadDigest[] | (() => Promise<readonly ReadDigest[]>),
  { records, entries, plan: made, seen, store, onProgress = () => undefined }: InStepOptions,
): Promise<InStep> {
  const written = { new: 0, refreshed: 0, listed: 0 };
  let reading = entries;
  for (let round = 1; ; round++) {
    const plan =
      (round === 1 ? made : undefined) ??
      planFor(typeof digests === 'function' ? await digests() : digests, reading, records, store);
    const left = await writeEntries(root, plan.writes, (done) =>
      onProgress(done, plan.writes.length),
    );
    const kept = new Set(left);
    for (const { id, reason } of plan.writes) if (!kept.has(id)) written[reason]++;
    if (left.length > 0) reading = await readEntries(root, { seen, store });
    else reading = withWrites(reading, plan.writes, { seen, store });
    if (left.length > 0 && round < rounds) continue;
    const problems = [...reading.problems, ...plan.problems, ...changedProblems(left)];
    return { reading, plan, written, problems };
  }
}

/** The entries as they are once all is written: as they would be read, in the order of their file names. */
function withWrites(
  reading: EntriesReading,
  writes: readonly EntryWrite[],
  aids: Aids,
): EntriesReading {
  if (writes.length === 0) return reading;
  const stored = new Map(reading.entries.map((item) => [`${item.entry.id}.md`, item]));
  for (const { id, text } of writes) {
    const file = entryFile(id);
    const again = readEntryFile(`${id}.md`, file, Buffer.from(text));
    if (again.ok) {
      stored.set(`${id}.md`, again.stored);
      keepEntry(aids, file, again);
    }
    aids.seen?.note(file, text);
  }
  const names = [...stored.keys()].toSorted();
  return { ...reading, entries: names.flatMap((name) => stored.get(name) ?? []) };
}
