/** The file system's side of the archive: reading its folder, writing entries. */
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  accountsFile,
  collectedFile,
  archiveFolder,
  digestsFolder,
  papersFolder,
  recordsFolder,
  entryFile,
  newEntryFile,
  siteFile,
  topicsFolder,
} from '../archive-folder.ts';
import { asJson, type Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Records } from './records/apply.ts';
import { removeLeftovers, writeAtomic } from './atomic.ts';
import type { ReadDigest } from './captures.ts';
import type { RememberedMeaning, RememberedMeanings } from './meaning.ts';
import { atATime, listMarkdown, lookInto, readBytes } from './owner-files.ts';
import { listPlaced } from './placed.ts';
import { removedFile, type EntriesReading } from './read-entries.ts';
import type { Seen } from './seen.ts';
import { planSync, type EntryWrite, type SyncPlan } from './sync.ts';
import type { SyncDigest } from './placing.ts';

export { forgetAccounts, keepAccounts, readAccountsFile } from './accounts-file.ts';
export { readDigests, type DigestsReading } from './read-digests.ts';
export { readEntries, type EntriesReading } from './read-entries.ts';

/** Digests as planning wants them. */
export const syncDigests = (digests: readonly ReadDigest[]): SyncDigest[] =>
  digests.map((digest) => ({
    id: digest.name.id,
    file: digest.file,
    date: digest.name.date,
    papers: digest.papers ?? digest.parsed.papers,
  }));

const keptMeanings: Kind<RememberedMeaning> = {
  name: 'meanings',
  modules: ['src/entries/meaning.ts'],
  together: true,
  codec: asJson(),
};

/** Meanings of all entries of an archive. */
const rememberedIn = (store: Store): RememberedMeanings => ({
  get: (wanted) => store.getMany(keptMeanings, wanted, true),
  put: (id, key, meaning) => store.put(keptMeanings, id, key, meaning),
});

/** Meanings of what was just planned for, to be planned for again; they are kept, too. */
export function newMeanings(store: Store): RememberedMeanings {
  const made = new Map<string, readonly [key: string, meaning: RememberedMeaning]>();
  return {
    get: (wanted) =>
      new Map(
        [...made].flatMap(([id, [key, meaning]]) =>
          wanted.get(id) === key ? [[id, meaning]] : [],
        ),
      ),
    put: (id, key, meaning) => {
      made.set(id, [key, meaning]);
      store.put(keptMeanings, id, key, meaning);
    },
  };
}

/**
 * The plan for what was read.
 *
 * @param records what arXiv says, by entry
 */
export function planFor(
  digests: readonly ReadDigest[],
  entries: EntriesReading,
  records: Records = new Map(),
  store?: Store,
): SyncPlan {
  return planSync(
    {
      digests: syncDigests(digests),
      entries: entries.entries,
      unreadable: entries.unreadable,
      removed: entries.removed,
      tombstones: entries.tombstones,
      records,
    },
    store && rememberedIn(store),
  );
}

/** Clears away what interrupted writes have left in the archive's folders and in the cache. */
export async function clearLeftovers(root: string): Promise<void> {
  await removeLeftovers(archiveFolder(root), { recursive: true });
  await removeLeftovers(join(root, '.cache', 'arxiv'), { recursive: true });
}

/**
 * Writes entries, each atomically. Interrupted, it leaves whole files only, and running it again writes the rest.
 * A file that was saved since it was read is left as it is.
 *
 * @param root the project's folder
 * @param onProgress called after each batch with the number done so far
 * @returns the ids of the files that were left
 * @throws what the file system throws
 */
export async function writeEntries(
  root: string,
  writes: readonly EntryWrite[],
  onProgress: (done: number) => void = () => undefined,
): Promise<string[]> {
  const left: string[] = [];
  for (let start = 0; start < writes.length; start += atATime) {
    const batch = writes.slice(start, start + atATime);
    const written = await Promise.all(
      batch.map(async ({ id, text, before, digest = '' }) => {
        const isNew = before === undefined;
        const path = resolve(root, isNew ? newEntryFile(id, digest) : entryFile(id));
        if (isNew) await mkdir(dirname(path), { recursive: true });
        return writeAtomic(path, text, { before: isNew ? null : { sha256: before } });
      }),
    );
    left.push(...batch.filter((_, at) => written[at] === false).map(({ id }) => id));
    onProgress(start + batch.length);
  }
  return left;
}

/** The error for each file that was saved while it was about to be written. */
export const changedProblems = (ids: readonly string[]): Diagnostic[] =>
  ids.map((id) => diagnostic('file/changed', { file: entryFile(id) }));

/**
 * Notes the bytes of all that a load of the archive reads, without parsing any of it.
 *
 * @param folders which folders the load reads; with the papers go the accounts
 */
export async function lookAt(
  root: string,
  seen: Seen,
  folders: readonly string[],
  store?: Store,
): Promise<void> {
  for (const folder of folders) {
    const deep = [papersFolder(), digestsFolder(), recordsFolder()].includes(folder);
    const extension = folder === digestsFolder() ? '' : '.md';
    const files = deep
      ? (await listPlaced(root, folder, extension)).files
      : await listMarkdown(root, folder);
    await lookInto(root, folder, files, { seen, store });
    const more = new Map([
      [papersFolder(), [removedFile(), accountsFile(), collectedFile()]],
      [digestsFolder(), [collectedFile()]],
      // The settings choose sets of topics.
      [topicsFolder(), [siteFile()]],
    ]).get(folder);
    for (const file of more ?? []) await readBytes(root, file, seen);
  }
}
