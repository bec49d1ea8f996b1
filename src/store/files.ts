/** Which files changed since they were last read: hashes of files without reading those that did not change. */
import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Kind } from './kind.ts';
import type { Store } from './store.ts';

/** Files that are read at a time. */
const atATime = 32;

/**
 * Milliseconds within which a file may be saved again without its time telling: the coarsest clock of a file system
 * (FAT) steps by two seconds.
 */
const clockStep = 2000;

/** What the file system says of a file; a change of any makes it another. */
type State = readonly [size: number, changed: number, status: number, inode: number];

interface Known {
  readonly state: State;
  /** Of when the file was read, in milliseconds since 1970. */
  readonly read: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** Columns: a folder has many files, and one packed value is quicker than many small ones. */
interface Packed {
  readonly names: string;
  readonly numbers: Float64Array;
  readonly hashes: Buffer;
}

const fileStates: Kind<Packed> = { name: 'files', modules: ['src/store/files.ts'] };
const numbersEach = 5;
const hashLength = 32;

/** A file of a folder. */
export interface HashedFile {
  readonly name: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  /** Its bytes, if they had to be read. */
  readonly bytes?: Uint8Array;
}

/** A file that cannot be read, and why. */
export interface UnreadFile {
  readonly name: string;
  readonly error: unknown;
}

function stateOf(path: string): State {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return [size, mtimeMs, ctimeMs, ino];
}

/**
 * The hashes of files of a folder. A file is read only if the file system says that it may have changed since it was
 * read last, or if it was read so soon after a change that another one would not show.
 *
 * @param root the project's folder
 * @param folder path from there
 * @param names of its files
 */
export async function hashFiles(
  store: Store,
  root: string,
  folder: string,
  names: readonly string[],
): Promise<(HashedFile | UnreadFile)[]> {
  const before = unpacked(store.get(fileStates, folder, ''));
  const now = new Map<string, Known>();
  const at = resolve(root, folder);
  const look = async (name: string): Promise<HashedFile | UnreadFile> => {
    const path = join(at, name);
    // Time before state before bytes: what changes in between is read again the next time.
    const read = Date.now();
    const state = stateOf(path);
    const bytes = await readFile(path);
    const known = { state, read, hash: hash('sha256', bytes) };
    now.set(name, known);
    return { name, hash: known.hash, bytes };
  };
  const found: (HashedFile | UnreadFile | undefined)[] = names.map((name) => {
    const known = before.get(name);
    if (known === undefined) return undefined;
    try {
      if (!isCertain(known) || !isSame(known.state, stateOf(`${at}/${name}`))) return undefined;
    } catch (error) {
      return { name, error };
    }
    now.set(name, known);
    return { name, hash: known.hash };
  });
  const unknown = names.flatMap((name, index) => (found[index] ? [] : [{ name, index }]));
  for (let start = 0; start < unknown.length; start += atATime) {
    await Promise.all(
      unknown.slice(start, start + atATime).map(async ({ name, index }) => {
        found[index] = await look(name).catch((error: unknown) => ({ name, error }));
      }),
    );
  }
  if (unknown.length > 0 || now.size !== before.size)
    store.put(fileStates, folder, '', packed(now));
  return found.flatMap((file) => file ?? []);
}

/** Whether a later change would show in the file's state. */
const isCertain = ({ state: [, changed, status], read }: Known): boolean =>
  Math.max(changed, status) + clockStep < read;

const isSame = (one: State, other: State): boolean => one.every((part, at) => part === other[at]);

function packed(files: ReadonlyMap<string, Known>): Packed {
  const numbers = new Float64Array(files.size * numbersEach);
  const hashes = Buffer.alloc(files.size * hashLength);
  let at = 0;
  for (const { state, read, hash } of files.values()) {
    numbers.set([...state, read], at * numbersEach);
    hashes.write(hash, at * hashLength, 'hex');
    at++;
  }
  return { names: [...files.keys()].join('\0'), numbers, hashes };
}

function unpacked(value: Packed | undefined): Map<string, Known> {
  const files = new Map<string, Known>();
  if (!value?.names) return files;
  const { numbers, hashes } = value;
  const all = Buffer.from(hashes).toString('hex');
  for (const [at, name] of value.names.split('\0').entries()) {
    const [size = 0, changed = 0, status = 0, inode = 0, read = 0] = numbers.subarray(
      at * numbersEach,
      (at + 1) * numbersEach,
    );
    const start = at * hashLength * 2;
    const state: State = [size, changed, status, inode];
    files.set(name, { state, read, hash: all.slice(start, start + hashLength * 2) });
  }
  return files;
}
