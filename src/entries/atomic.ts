/** Writing files whole, and clearing away what an interrupted write has left. */
import { hash, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, unlinkSync } from 'node:fs';
import { open, readdir, realpath, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../diagnostics/file-system.ts';

/** What a file must still hold: its bytes, or their SHA-256. */
export type Before = string | Uint8Array | { readonly sha256: string };

const holds = (path: string, before: Before): boolean => {
  const bytes = readFileSync(path);
  return typeof before === 'object' && 'sha256' in before
    ? hash('sha256', bytes) === before.sha256
    : bytes.equals(Buffer.from(before));
};

export interface WriteOptions {
  /**
   * Also wait until the bytes are on the disk, so that a power cut loses nothing; for captures, which exist only
   * once. Entries can be made again from them.
   */
  readonly durable?: boolean;
  /** What the file must still hold for the writing to be right; null: there must be none. Left out: whatever. */
  readonly before?: Before | null | undefined;
}

/** A name beside a file that no other write, of this process or another, has. */
export const temporaryFor = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`);

/**
 * Writes a file so that a reader sees the old text or the new one, never a part: to a file beside it,
 * then renamed (POSIX rename is atomic). A crash leaves at most a dot file ending in `.tmp`.
 * A symbolic link stays one: the file that it leads to is written, and keeps its permissions.
 *
 * @returns false if the file does not hold what it should before (somebody has saved it in the meantime): it is
 *   left as it is then
 * @throws what the file system throws; the temporary file is gone then
 */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array,
  { durable = false, before }: WriteOptions = {},
): Promise<boolean> {
  const target = await realpath(path).catch(() => path);
  const mode = before === null ? undefined : (await stat(target).catch(() => undefined))?.mode;
  const temporary = temporaryFor(target);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    return before === null ? putNew(temporary, target) : putInPlace(temporary, target, before);
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

/** Linking fails where a file has appeared; some file systems have no links, and there looking first must do. */
function putNew(temporary: string, target: string): boolean {
  try {
    linkSync(temporary, target);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || existsSync(target)) return false;
    if (errorCode(error) === 'ENOENT') throw error;
    renameSync(temporary, target);
    return true;
  }
}

/** Compares and renames without a pause in between in which this process could do anything else. */
function putInPlace(temporary: string, target: string, before: Before | undefined): boolean {
  if (before !== undefined) {
    if (!existsSync(target) || !holds(target, before)) return false;
  }
  renameSync(temporary, target);
  return true;
}

/**
 * Deletes a file that still holds what it did; one that is gone already is as good.
 *
 * @returns false if somebody has saved it in the meantime: it is left as it is then
 */
export function removeUnchanged(path: string, before: Before): boolean {
  if (!existsSync(path)) return true;
  if (!holds(path, before)) return false;
  unlinkSync(path);
  return true;
}

/** Names that {@link temporaryFor} makes, and made before, with the process that made them. */
const leftover = /^.+\.(\d{1,10})(?:\.[0-9a-f]{8})?\.tmp$/;

/** Whether a process is running; another user's counts too. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Milliseconds after which no write can still be under way, whoever has the number of its process by now. */
const longestWrite = 3_600_000;

/**
 * Removes what interrupted writes have left in a folder and, if asked, in the folders below it. What a running
 * process is just writing stays.
 */
export async function removeLeftovers(
  folder: string,
  { recursive = false }: { recursive?: boolean } = {},
): Promise<void> {
  const items = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const item of items) {
    const path = `${folder}/${item.name}`;
    if (recursive && item.isDirectory()) await removeLeftovers(path, { recursive });
    if (!item.name.endsWith('.tmp')) continue;
    const pid = Number(leftover.exec(item.name)?.[1]);
    if (!(pid > 0)) continue;
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    // An own number may be that of a process before this one: containers count from 1 again.
    const ours = pid === process.pid && age < process.uptime() * 1000;
    const others = pid !== process.pid && isRunning(pid) && age < longestWrite;
    if (!ours && !others) await unlink(path).catch(() => undefined);
  }
}
