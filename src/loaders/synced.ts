/** Entries brought in step with their digests, as the loader of papers has them. */
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { papersFolder, topicsFolder } from '../archive-folder.ts';
import { entryProblems } from '../check/entries.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readAccounts } from '../entries/account-lines.ts';
import { accountProblems, listsOf } from '../entries/accounts.ts';
import { removeLeftovers } from '../entries/atomic.ts';
import type { ReadDigest } from '../entries/captures.ts';
import {
  clearLeftovers,
  keepAccounts,
  lookAt,
  readAccountsFile,
  readDigests,
  readEntries,
} from '../entries/files.ts';
import { bringInStep } from '../entries/in-step.ts';
import type { StoredEntry } from '../entries/model.ts';
import type { Records } from '../entries/records/apply.ts';
import { readRecords } from '../entries/records/files.ts';
import type { Seen } from '../entries/seen.ts';
import type { EditedEntry } from '../entries/sync.ts';
import { openStore } from '../store/store.ts';
import { listTopicFiles } from '../topics/index.ts';
import type { RemovedPaper } from './loaded.ts';
import { rootOf } from './loading.ts';
import { removedPapers } from './removed-papers.ts';

/** As much of Astro's loader context as this needs. */
export interface SyncContext {
  readonly config: { readonly root: URL; readonly cacheDir: URL };
  readonly logger: Pick<LoaderContext['logger'], 'info'>;
}

/** Entries in step with their digests. */
export interface Synced {
  readonly entries: readonly StoredEntry[];
  readonly digests: readonly ReadDigest[];
  /** What the digests say where an edited entry says otherwise. */
  readonly edited: ReadonlyMap<string, EditedEntry>;
  readonly records: Records;
  readonly removed: readonly RemovedPaper[];
  readonly problems: readonly Diagnostic[];
}

/** Writes what the digests ask for, and returns the entries as they are then. */
export async function syncEntries(context: SyncContext, seen: Seen): Promise<Synced> {
  const root = rootOf(context);
  await clearLeftovers(root);
  await removeLeftovers(fileURLToPath(context.config.cacheDir));
  const aids = { seen, store: openStore(root) };
  const { digests } = await readDigests(root, aids);
  const entries = await readEntries(root, aids);
  await keepAccounts(root, digests, entries, seen);
  const { records, problems: inRecords } = await readRecords(root, aids);
  const { reading, plan, written, problems } = await bringInStep(root, digests, {
    records,
    entries,
    ...aids,
  });
  if (written.new + written.refreshed + written.listed > 0) {
    context.logger.info(
      `wrote ${papersFolder()}: ${written.new} new, ${written.refreshed} brought up to date, ${written.listed} listed again`,
    );
  }
  // Warnings are left to `npm run check`: telling them would mean to read everything for every build.
  await lookAt(root, seen, [topicsFolder()], aids.store);
  const across = [
    ...accountProblems(digests, readAccounts(await readAccountsFile(root)), listsOf(reading)),
    ...entryProblems(
      reading.entries,
      new Set(digests.map(({ name }) => name.id)),
      new Set((await listTopicFiles(root)).keys()),
      records,
    ),
  ].filter(({ severity }) => severity === 'error');
  return {
    entries: reading.entries,
    digests,
    edited: new Map(plan.edited.map((entry) => [entry.id, entry])),
    records,
    removed: removedPapers(reading.tombstones ?? [], plan.placements, reading.entries),
    problems: [...inRecords, ...problems, ...across],
  };
}
