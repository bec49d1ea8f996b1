/** Removing a paper for good: its files go, and what is left of it stays at its address, in `removed`. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { stringify } from 'yaml';
import {
  archiveFolder,
  entryFile,
  fromArchive,
  noteFile,
  notesFolder,
  recordFile,
  removedFolder,
} from '../archive-folder.ts';
import { didYouMean } from '../diagnostics/likely.ts';
import { removeUnchanged, writeAtomic } from '../entries/atomic.ts';
import { planFor, readDigests, readEntries } from '../entries/files.ts';
import { hashOfRecord, knownWith, marksOfEntry, marksOfPaper } from '../entries/marks.ts';
import type { StoredEntry } from '../entries/model.ts';
import { listPlaced } from '../entries/placed.ts';
import { recordOf, type Records } from '../entries/records/apply.ts';
import { readRecords } from '../entries/records/files.ts';
import { hashedKeys, type Tombstone } from '../entries/tombstones.ts';

export interface RemovePaperOptions {
  readonly reason: string;
  /** At its author's wish: then nothing is told of it. */
  readonly withdrawn: boolean;
  readonly dryRun: boolean;
  /** ISO day. */
  readonly today: string;
}

export interface PaperRemoval {
  /** False: a file was saved in the meantime, and the run is to be repeated. */
  readonly ok: boolean;
  readonly dryRun: boolean;
  readonly id: string;
  readonly withdrawn: boolean;
  /** Files that go, from the project's folder. */
  readonly files: readonly string[];
  /** The file that stays. */
  readonly tombstone: string;
  /** Where captures still hold it: `digests/2025-03-11-trending.txt:11`. */
  readonly captures: readonly string[];
}

/** Nothing was done, and why. */
export interface NothingDone {
  readonly problem: string;
}

export const tombstoneFile = (id: string): string => `${removedFolder()}/${id}.md`;

/** Where the files of removed papers are kept on this machine alone, so that a removal can be taken back. */
function keptFolder(root: string, id: string): string {
  const mark = hash('sha256', archiveFolder(root)).slice(0, 8);
  return resolve(root, '.cache', 'removed', `${basename(archiveFolder(root))}-${mark}`, id);
}

/** The entry that somebody means: by its id, a former one, its page's address, its file, its arXiv id or DOI. */
function meant(wanted: string, entries: readonly StoredEntry[]): StoredEntry | undefined {
  const name = basename(wanted, '.md');
  const bare = wanted.replace(/^(?:arxiv:|doi:|https?:\/\/(?:arxiv\.org\/abs|doi\.org)\/)/i, '');
  const by = (test: (item: StoredEntry['entry']) => boolean) =>
    entries.find(({ entry }) => test(entry));
  return (
    by(({ id }) => id === name) ??
    by(({ data }) => data.arxiv === bare || data.doi?.toLowerCase() === bare.toLowerCase()) ??
    by(({ data }) => data.aliases?.includes(name) ?? false)
  );
}

/** The file, written so that it reads back. */
function tombstoneText({ removed, withdrawn, title, aliases, keys, reason }: Tombstone): string {
  const said = {
    removed,
    ...(withdrawn && { withdrawn }),
    ...(title !== undefined && { title }),
    ...(aliases.length > 0 && { aliases }),
    keys,
  };
  return `---\n${stringify(said, { lineWidth: 0 })}---\n${reason === '' ? '' : `\n${reason}\n`}`;
}

/** A file that goes, and the SHA-256 of it. */
interface Goes {
  readonly file: string;
  readonly sha256: string;
}

/** The files of a paper: its entry first, then its record and its note. */
function filesOf(root: string, item: StoredEntry, records: Records): Goes[] {
  const { id, data } = item.entry;
  const record = recordOf(id, data, records);
  const note = noteFile(id);
  return [
    { file: entryFile(id), sha256: marksOfEntry(item).hash },
    ...(record ? [{ file: recordFile(record.id), sha256: hashOfRecord(record) }] : []),
    ...(existsSync(resolve(root, note))
      ? [{ file: note, sha256: hash('sha256', readFileSync(resolve(root, note))) }]
      : []),
  ];
}

/** Keeps copies, writes what stays, and deletes. @returns false if a file was saved in the meantime, and stays */
async function carryOut(root: string, stone: Tombstone, files: readonly Goes[]): Promise<boolean> {
  for (const { file } of files) {
    const copy = resolve(keptFolder(root, stone.id), fromArchive(file));
    await mkdir(dirname(copy), { recursive: true });
    await cp(resolve(root, file), copy);
  }
  await mkdir(resolve(root, removedFolder()), { recursive: true });
  await writeAtomic(resolve(root, stone.file), tombstoneText(stone));
  // The entry last: as long as it is there, the next run finds the rest.
  return files
    .toReversed()
    .every(({ file, sha256 }) => removeUnchanged(resolve(root, file), { sha256 }));
}

/**
 * Removes a paper. What stays is written first, then the files go: killed at any moment and run again, it finishes.
 *
 * @param wanted what somebody typed
 * @throws what the file system throws
 */
export async function removePaper(
  root: string,
  wanted: string,
  { reason, withdrawn, dryRun, today }: RemovePaperOptions,
): Promise<PaperRemoval | NothingDone> {
  const { digests } = await readDigests(root);
  const reading = await readEntries(root);
  const { records } = await readRecords(root);
  await listPlaced(root, notesFolder(), '.md');
  const item = meant(wanted, reading.entries);
  const id = item?.entry.id ?? basename(wanted, '.md');
  const before = reading.tombstones?.find((stone) => stone.id === id);
  if (item === undefined && before === undefined) {
    const ids = reading.entries.map(({ entry }) => entry.id);
    return { problem: `There is no paper "${wanted}"${didYouMean(wanted, ids)}.` };
  }
  const { placements } = planFor(digests, reading, records);
  const own = placements.filter((it) => (item ? it.id === id : it.tombstone === id));
  const keys = new Set([
    ...(before?.keys ?? []),
    ...(item ? hashedKeys(knownWith(item, records)) : []),
    ...own.flatMap(({ paper }) => hashedKeys(marksOfPaper(paper).known)),
  ]);
  const isWithdrawn = withdrawn || before?.withdrawn === true;
  const stone: Tombstone = {
    id,
    file: tombstoneFile(id),
    removed: before?.removed ?? today,
    withdrawn: isWithdrawn,
    title: isWithdrawn ? undefined : (item?.entry.data.title ?? before?.title),
    aliases: [...new Set([...(before?.aliases ?? []), ...(item?.entry.data.aliases ?? [])])],
    keys: [...keys].toSorted(),
    reason: reason.trim() || (before?.reason ?? ''),
  };
  const files = item ? filesOf(root, item, records) : [];
  const ok = dryRun || (await carryOut(root, stone, files));
  const fileOf = new Map(digests.map(({ name, file }) => [name.id, file]));
  return {
    ok,
    dryRun,
    id,
    withdrawn: isWithdrawn,
    files: files.map(({ file }) => file),
    tombstone: stone.file,
    captures: own.map(({ digest, paper }) => `${fileOf.get(digest) ?? digest}:${paper.lines[0]}`),
  };
}

/**
 * Takes a removal back: what is left of the paper goes, and its files come again, where this machine has them still.
 * Of others, the next build makes the entry again from its digests.
 */
export async function restorePaper(
  root: string,
  wanted: string,
  { dryRun }: Pick<RemovePaperOptions, 'dryRun'>,
): Promise<{ readonly id: string; readonly files: boolean } | NothingDone> {
  const id = basename(wanted, '.md');
  const { tombstones = [] } = await readEntries(root);
  if (!tombstones.some((stone) => stone.id === id)) {
    const ids = tombstones.map((stone) => stone.id);
    return { problem: `No paper "${wanted}" was removed${didYouMean(wanted, ids)}.` };
  }
  const kept = keptFolder(root, id);
  const files = existsSync(kept);
  if (!dryRun) {
    // What has come there since is newer.
    if (files) await cp(kept, archiveFolder(root), { recursive: true, force: false });
    await rm(resolve(root, tombstoneFile(id)), { force: true });
    await rm(kept, { recursive: true, force: true });
  }
  return { id, files };
}
