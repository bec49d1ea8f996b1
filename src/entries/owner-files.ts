/** Reading files of the owner's: names of a folder, bytes, text. */
import { hash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { errorCode, reasonOf } from '../diagnostics/file-system.ts';
import { hashFiles } from '../store/files.ts';
import type { Store } from '../store/store.ts';
import { readText } from './entry-file.ts';
import type { Seen } from './seen.ts';

/** Files read or written at a time: enough to keep a disk busy, few enough for any open-file limit. */
export const atATime = 32;

/** Runs `work` on every item, a few at a time, results in the items' order. */
export async function mapLimited<In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  for (let start = 0; start < items.length; start += atATime) {
    results.push(...(await Promise.all(items.slice(start, start + atATime).map(work))));
  }
  return results;
}

/** A folder that is not there is empty; one that may not be read is not. */
export function missing(error: unknown): never[] {
  if (errorCode(error) === 'ENOENT') return [];
  throw error;
}

/** Names of the visible files of a folder, symbolic links to files included, sorted; none if there is no folder. */
export async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(missing);
  const visible = found.filter(({ name }) => !name.startsWith('.'));
  const names = await mapLimited(visible, async (item) => {
    if (!item.isSymbolicLink()) return item.isFile() ? [item.name] : [];
    // A link that leads nowhere is listed: who reads it will say so.
    const target = await stat(join(folder, item.name)).catch(() => undefined);
    return target?.isDirectory() ? [] : [item.name];
  });
  return names.flat().toSorted();
}

/** A file's bytes, or why they cannot be read. */
export type BytesReading =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: Diagnostic };

/**
 * Reads a file of the owner's. One that cannot be read is a problem of its own and stops nothing.
 *
 * @param file path from the root
 * @param seen where to note what was read
 */
export async function readBytes(root: string, file: string, seen?: Seen): Promise<BytesReading> {
  try {
    const bytes = await readFile(resolve(root, file));
    seen?.note(file, bytes);
    return { ok: true, bytes };
  } catch (error) {
    const why = reasonOf(error);
    return { ok: false, problem: diagnostic('file/unreadable', { file }, { why }) };
  }
}

/** Where readings note what they have read, and what they are spared by what is kept. */
export interface Aids {
  readonly seen?: Seen | undefined;
  readonly store?: Store | undefined;
}

/** A file of a folder: known by its hash, its bytes there for the asking, or not to be read. */
export interface FolderFile {
  /** Path from the root. */
  readonly file: string;
  readonly reading:
    | { readonly ok: true; readonly hash: string; readonly bytes?: Uint8Array }
    | Extract<BytesReading, { ok: false }>;
}

/**
 * Looks at files of a folder; with a store, those that did not change are not read.
 *
 * @param folder path from the root
 * @param files paths from the root, below the folder: all of it that matter
 */
export async function lookInto(
  root: string,
  folder: string,
  files: readonly string[],
  { seen, store }: Aids,
): Promise<FolderFile[]> {
  if (!store)
    return mapLimited(files, async (file) => {
      const reading = await readBytes(root, file, seen);
      return {
        file,
        reading: reading.ok ? { ...reading, hash: hash('sha256', reading.bytes) } : reading,
      };
    });
  const names = files.map((file) => file.slice(folder.length + 1));
  return (await hashFiles(store, root, folder, names)).map((found) => {
    const file = `${folder}/${found.name}`;
    if ('error' in found) {
      const problem = diagnostic('file/unreadable', { file }, { why: reasonOf(found.error) });
      return { file, reading: { ok: false, problem } };
    }
    seen?.noteHash(file, found.hash);
    return { file, reading: { ok: true, ...found } };
  });
}

/** The hashes of the files that can be read, by their paths. */
export const hashesOf = (files: readonly FolderFile[]): Map<string, string> =>
  new Map(files.flatMap(({ file, reading }) => (reading.ok ? [[file, reading.hash]] : [])));

/** The bytes of a file that was looked at. One that was saved since is as it is now. */
export async function bytesOf(
  root: string,
  { file, reading }: FolderFile,
  { seen }: Aids,
): Promise<BytesReading> {
  if (!reading.ok) return reading;
  return reading.bytes ? { ok: true, bytes: reading.bytes } : readBytes(root, file, seen);
}

/** Reads a file of the owner's that is to be UTF-8 text. @param file path from the root */
export async function readOwnText(
  root: string,
  file: string,
  seen?: Seen,
): Promise<{ readonly ok: true; readonly text: string } | Extract<BytesReading, { ok: false }>> {
  const reading = await readBytes(root, file, seen);
  return reading.ok ? readText(file, reading.bytes) : reading;
}

/** A Markdown file of the owner's. */
export interface MarkdownFile {
  /** Its name without `.md`. */
  readonly id: string;
  /** Path from the project's folder. */
  readonly file: string;
  readonly text: string;
}

/** Paths of the Markdown files that lie in a folder itself. @param folder from the project's folder, and so they */
export const listMarkdown = async (root: string, folder: string): Promise<string[]> =>
  (await listFiles(resolve(root, folder)))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);

/**
 * Reads Markdown files; those that cannot be read are problems.
 *
 * @param files paths from the project's folder
 * @param seen where to note what was read
 */
export async function readMarkdownFiles(
  root: string,
  files: readonly string[],
  seen?: Seen,
): Promise<{ texts: readonly MarkdownFile[]; problems: Diagnostic[] }> {
  const texts: MarkdownFile[] = [];
  const problems: Diagnostic[] = [];
  const readings = await mapLimited(files, async (file) => ({
    file,
    reading: await readOwnText(root, file, seen),
  }));
  for (const { file, reading } of readings) {
    if (reading.ok) texts.push({ id: basename(file, '.md'), file, text: reading.text });
    else problems.push(reading.problem);
  }
  return { texts, problems };
}
