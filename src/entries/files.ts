/** The file system's side of the archive: reading `content/`, writing entries. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { decodeCapture } from '../digest/encoding.ts';
import type { ParsedDigest } from '../digest/model.ts';
import { parseDigestName, type DigestName } from '../digest/name.ts';
import { dateProblems } from '../digest/date.ts';
import { parseDigest } from '../digest/parse.ts';
import { accountsFile, listsOf, updateAccounts } from './accounts.ts';
import type { Records } from '../enrich/with-record.ts';
import { writeAtomic } from './atomic.ts';
import { parseEntry } from './parse.ts';
import { isSlug } from './slug.ts';
import { planSync, type EntryWrite, type StoredEntry, type SyncPlan } from './sync.ts';

/** Files read or written at a time: enough to keep a disk busy, few enough for any open-file limit. */
const atATime = 32;

export const digestsFolder = 'content/digests';
export const papersFolder = 'content/papers';

/** A digest of the archive, read and parsed. */
export interface ReadDigest {
  readonly name: DigestName;
  /** Path from the root, for messages and links. */
  readonly file: string;
  readonly parsed: ParsedDigest;
  /** The decoded capture. */
  readonly text: string;
  /** SHA-256 of the capture's bytes: the same bytes are the same digest, whatever their name. */
  readonly hash: string;
}

/** All files of a folder: what could be read, what could not, and why. */
export interface DigestsReading {
  readonly digests: readonly ReadDigest[];
  readonly problems: readonly Diagnostic[];
}

export interface EntriesReading {
  readonly entries: readonly StoredEntry[];
  readonly unreadable: readonly { readonly id: string; readonly text: string }[];
  /** What `content/papers/.removed` lists: papers whose entries were deleted on purpose. */
  readonly removed: ReadonlySet<string>;
  readonly problems: readonly Diagnostic[];
}

/** Runs `work` on every item, a few at a time, results in the items' order. */
async function mapLimited<In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  for (let start = 0; start < items.length; start += atATime) {
    results.push(...(await Promise.all(items.slice(start, start + atATime).map(work))));
  }
  return results;
}

/** Names of the visible files of a folder, sorted; none if the folder does not exist. */
export async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return found
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => item.name)
    .toSorted();
}

/** SHA-256 of bytes, hexadecimal. */
export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Reads and parses every digest of `content/digests`.
 *
 * @param root the project's folder
 */
export async function readDigests(root: string): Promise<DigestsReading> {
  const folder = join(root, digestsFolder);
  const digests: ReadDigest[] = [];
  const problems: Diagnostic[] = [];
  for (const fileName of await listFiles(folder)) {
    const file = `${digestsFolder}/${fileName}`;
    const name = parseDigestName(fileName);
    if (!name.ok) {
      problems.push(name.problem);
      continue;
    }
    const bytes = await readFile(join(folder, fileName));
    const decoded = decodeCapture(file, bytes);
    if (!decoded.ok) {
      problems.push(decoded.problem);
      continue;
    }
    const parsed = parseDigest({ file, text: decoded.text }, { format: name.name.format });
    problems.push(...parsed.problems, ...dateProblems(parsed, name.name, file));
    digests.push({ name: name.name, file, parsed, text: decoded.text, hash: hashOf(bytes) });
  }
  return { digests, problems };
}

/**
 * Reads every entry of `content/papers`.
 *
 * @param root the project's folder
 */
export async function readEntries(root: string): Promise<EntriesReading> {
  const folder = join(root, papersFolder);
  const names = (await listFiles(folder)).filter((name) => name.endsWith('.md'));
  const entries: StoredEntry[] = [];
  const unreadable: { id: string; text: string }[] = [];
  const problems: Diagnostic[] = [];
  const texts = await mapLimited(names, (name) => readFile(join(folder, name), 'utf8'));
  for (const [at, name] of names.entries()) {
    const id = name.slice(0, -'.md'.length);
    const file = `${papersFolder}/${name}`;
    const text = texts[at] ?? '';
    const reading = parseEntry(id, file, text);
    if (!isSlug(id)) {
      problems.push(diagnostic('entry/file-name', { file }, { name }));
      unreadable.push({ id, text });
    } else if (reading.ok) {
      entries.push({ entry: reading.entry, text });
    } else {
      problems.push(...reading.problems);
      unreadable.push({ id, text });
    }
  }
  return { entries, unreadable, removed: await readRemoved(folder), problems };
}

/** One id, arXiv id or place (`digest:line`) a line; `#` begins a comment. */
async function readRemoved(folder: string): Promise<Set<string>> {
  const text = await readFile(join(folder, '.removed'), 'utf8').catch(() => '');
  const lines = text.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trim());
  return new Set(lines.filter((line) => line !== ''));
}

/** The plan for what was read; `records` are what arXiv says, by entry. */
export function planFor(
  digests: readonly ReadDigest[],
  entries: EntriesReading,
  records: Records = new Map(),
): SyncPlan {
  return planSync({
    digests: digests.map(({ name, parsed }) => ({
      id: name.id,
      date: name.date,
      papers: parsed.papers,
    })),
    entries: entries.entries,
    unreadable: entries.unreadable,
    removed: entries.removed,
    records,
  });
}

/** What `content/accounts.jsonl` says; empty if there is none. */
export const readAccountsFile = (root: string): Promise<string> =>
  readFile(join(root, accountsFile), 'utf8').catch(() => '');

/**
 * Brings `content/accounts.jsonl` up to date. A capture whose bytes changed keeps its line, so that `check` can tell.
 *
 * @returns whether anything was written
 */
export async function keepAccounts(
  root: string,
  digests: readonly ReadDigest[],
  entries: EntriesReading,
): Promise<boolean> {
  const before = await readAccountsFile(root);
  const text = updateAccounts(before, digests, listsOf(entries));
  if (text === before) return false;
  await writeAtomic(join(root, accountsFile), text);
  return true;
}

/** Removes what an interrupted write may have left: dot files ending in `.tmp`. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const leftovers = names.filter((name) => name.startsWith('.') && name.endsWith('.tmp'));
  await Promise.all(leftovers.map((name) => unlink(join(folder, name)).catch(() => undefined)));
}

/**
 * Writes entries, each atomically. Interrupted, it leaves whole files only, and running it again writes the rest.
 *
 * @param root the project's folder
 * @param onProgress called after each batch with the number written so far
 */
export async function writeEntries(
  root: string,
  writes: readonly EntryWrite[],
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const folder = join(root, papersFolder);
  await mkdir(folder, { recursive: true });
  for (let start = 0; start < writes.length; start += atATime) {
    const batch = writes.slice(start, start + atATime);
    await Promise.all(batch.map(({ id, text }) => writeAtomic(join(folder, `${id}.md`), text)));
    onProgress(start + batch.length);
  }
}
