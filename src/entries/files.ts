/** The file system's side of the archive: reading its folder, writing entries. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  inArchive,
  archiveFolder,
  digestsFolder,
  papersFolder,
  recordsFolder,
  accountsFile,
  dialectsFile,
  entryFile,
  newEntryFile,
} from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseDigestName } from '../digest/name.ts';
import { dateProblems } from '../digest/date.ts';
import { parseDialects, type Dialects } from '../digest/plain/dialects.ts';
import type { Dialect } from '../digest/plain/boilerplate.ts';
import { cutWords } from '../digest/wrapping/private.ts';
import { readCapture } from '../digest/wrapping/read.ts';
import { listsOf, readAccounts, updateAccounts } from './accounts.ts';
import type { Records } from './records/apply.ts';
import { removeLeftovers, writeAtomic } from './atomic.ts';
import { digestsOf, hashOf, type ReadDigest } from './captures.ts';
import { readEntryFile, readText } from './entry-file.ts';
import {
  atATime,
  listMarkdown,
  mapLimited,
  missing,
  readBytes,
  readOwnText,
} from './owner-files.ts';
import { listPlaced } from './placed.ts';
import type { Seen } from './seen.ts';
import { planSync, type EntryWrite, type SyncPlan } from './sync.ts';
import type { StoredEntry } from './model.ts';
import type { SyncDigest } from './placing.ts';

const removedFile = (): string => inArchive('papers', '.removed');

/** All files of a folder: what could be read, what could not, and why. */
export interface DigestsReading {
  readonly digests: readonly ReadDigest[];
  /** In which they were read: see dialects.ts. */
  readonly dialect: Dialect;
  readonly problems: readonly Diagnostic[];
}

export interface EntriesReading {
  readonly entries: readonly StoredEntry[];
  readonly unreadable: readonly { readonly id: string; readonly text: string }[];
  /** What `papers/.removed` lists: papers whose entries were deleted on purpose. */
  readonly removed: ReadonlySet<string>;
  readonly problems: readonly Diagnostic[];
}

/** What the owner's sites and newsletters say around papers; nothing for an archive that does not tell. */
async function readDialects(root: string): Promise<Dialects> {
  const file = dialectsFile();
  if (!existsSync(resolve(root, file))) return parseDialects(file, '');
  const read = await readOwnText(root, file);
  return read.ok
    ? parseDialects(file, read.text)
    : { ...parseDialects(file, ''), problems: [read.problem] };
}

/**
 * Reads and parses every digest of `digests`: the documents of its captures. What passes no gate (see `judge`)
 * has no papers: a `yes` in its name opens the gate, and what was taken from the same bytes before, by the accounts,
 * stays taken.
 *
 * @param root the project's folder
 */
export async function readDigests(root: string, seen?: Seen): Promise<DigestsReading> {
  seen?.forget(digestsFolder());
  const digests: ReadDigest[] = [];
  const { dialect, problems: flaws } = await readDialects(root);
  const problems: Diagnostic[] = [...flaws];
  const files = new Map<string, string>();
  const placed = await listPlaced(root, digestsFolder());
  problems.push(...placed.problems);
  const accounts = readAccounts(await readAccountsFile(root));
  const accounted = new Map(accounts.map(({ sha256, papers }) => [sha256, papers]));
  for (const file of placed.files) {
    const name = parseDigestName(file);
    if (!name.ok) {
      problems.push(name.problem);
      continue;
    }
    const reading = await readBytes(root, file, seen);
    const { format, marks = [] } = name.name;
    const before = reading.ok ? accounted.get(hashOf(reading.bytes)) : undefined;
    const known = {
      format,
      yes: marks.includes('yes'),
      keepPrivate: marks.includes('private'),
      accounted: before,
      dialect,
    };
    const capture = reading.ok ? await readCapture(file, reading.bytes, known) : reading;
    if (!reading.ok || !capture.ok) {
      if (!capture.ok) problems.push(capture.problem);
      continue;
    }
    problems.push(...capture.problems);
    const cut = cutWords(capture.cuts);
    if (cut !== '') problems.push(diagnostic('digest/private', { file }, { cut }));
    for (const digest of digestsOf(name.name, file, reading.bytes, capture)) {
      const { parsed, name: own } = digest;
      const other = files.get(own.id);
      if (other === undefined) digests.push(digest);
      else problems.push(diagnostic('digest/id-taken', { file }, { id: own.id, other }));
      files.set(own.id, file);
      problems.push(...parsed.problems, ...dateProblems(parsed, own, file));
    }
  }
  return { digests, dialect, problems };
}

/**
 * Reads every entry of `papers`.
 *
 * @param root the project's folder
 */
export async function readEntries(root: string, seen?: Seen): Promise<EntriesReading> {
  seen?.forget(papersFolder());
  const placed = await listPlaced(root, papersFolder(), '.md');
  const entries: StoredEntry[] = [];
  const unreadable: { id: string; text: string }[] = [];
  const problems: Diagnostic[] = [...placed.problems];
  const files = await mapLimited(placed.files, async (file) => {
    const reading = await readBytes(root, file, seen);
    return { name: basename(file), file, reading };
  });
  for (const { name, file, reading: bytes } of files) {
    const reading = bytes.ok
      ? readEntryFile(name, file, bytes.bytes)
      : { ok: false as const, problems: [bytes.problem], text: '' };
    problems.push(...reading.problems);
    if (reading.ok) entries.push(reading.stored);
    else {
      unreadable.push({ id: name.slice(0, -'.md'.length), text: reading.text });
    }
  }
  return { entries, unreadable, removed: await readRemoved(root, seen), problems };
}

/** One id, arXiv id or place (`digest:line`) a line, in any encoding; `#` begins a comment. */
async function readRemoved(root: string, seen?: Seen): Promise<Set<string>> {
  const bytes = await readFile(resolve(root, removedFile())).catch(missing);
  if (Array.isArray(bytes)) return new Set();
  seen?.note(removedFile(), bytes);
  const text = readText(removedFile(), bytes).text.replace(/^\uFEFF/, '');
  const lines = text.split(/\r?\n/).map((line) => (line.split(/(?<!\S)#/, 1)[0] ?? '').trim());
  return new Set(lines.filter((line) => line !== ''));
}

/** Digests as planning wants them. */
export const syncDigests = (digests: readonly ReadDigest[]): SyncDigest[] =>
  digests.map(({ name, file, parsed }) => ({
    id: name.id,
    file,
    date: name.date,
    papers: parsed.papers,
  }));

/** The plan for what was read; `records` are what arXiv says, by entry. */
export function planFor(
  digests: readonly ReadDigest[],
  entries: EntriesReading,
  records: Records = new Map(),
): SyncPlan {
  return planSync({
    digests: syncDigests(digests),
    entries: entries.entries,
    unreadable: entries.unreadable,
    removed: entries.removed,
    records,
  });
}

/** What `accounts.jsonl` says; empty if there is none. */
export const readAccountsFile = (root: string): Promise<string> =>
  readFile(resolve(root, accountsFile()), 'utf8').catch(() => '');

/**
 * Brings `accounts.jsonl` up to date. A capture whose bytes changed keeps its line, so that `check` can tell.
 */
export async function keepAccounts(
  root: string,
  digests: readonly ReadDigest[],
  entries: EntriesReading,
  seen?: Seen,
): Promise<void> {
  const before = await readAccountsFile(root);
  const text = updateAccounts(before, digests, listsOf(entries));
  if (text === '') await rm(resolve(root, accountsFile()), { force: true });
  else if (text !== before) await writeAtomic(resolve(root, accountsFile()), text);
  if (text !== '') seen?.note(accountsFile(), text);
}

/** Takes the lines of digests out of `accounts.jsonl`: their captures are about to be written again. */
export async function forgetAccounts(root: string, ids: readonly string[]): Promise<void> {
  const before = await readAccountsFile(root);
  const rest = readAccounts(before).filter(({ digest }) => !ids.includes(digest));
  const text = rest.map((account) => `${JSON.stringify(account)}\n`).join('');
  if (text !== before) await writeAtomic(resolve(root, accountsFile()), text);
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
      batch.map(async ({ id, text, before = null, digest = '' }) => {
        const path = resolve(root, before === null ? newEntryFile(id, digest) : entryFile(id));
        if (before === null) await mkdir(dirname(path), { recursive: true });
        return writeAtomic(path, text, { before });
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
export async function lookAt(root: string, seen: Seen, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const deep = [papersFolder(), digestsFolder(), recordsFolder()].includes(folder);
    const extension = folder === digestsFolder() ? '' : '.md';
    const files = deep
      ? (await listPlaced(root, folder, extension)).files
      : await listMarkdown(root, folder);
    const more = folder === papersFolder() ? [removedFile(), accountsFile()] : [];
    await mapLimited([...files, ...more], (file) => readBytes(root, file, seen));
  }
}
