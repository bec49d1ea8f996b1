/** Which files changed since they were last read: hashes of files without reading those that did not change. */
import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Kind } from './kind.ts';
import type { Store } from './store.ts';

/** Of so many files of a folder one must be new for all of them to be kept anew. */
const worthKeeping = 128;

/** Files that are read at a time. */
const atATime = 32;

/**
 * Milliseconds within which a file may be saved again without its time telling. The coarsest clock of a file system
 * (FAT) steps by two seconds; one that tells parts of a millisecond is set by each tick of the kernel's, ten
 * milliseconds at most, and is given ten times that.
 *
 * @param status when the file's state changed, which nobody can set: milliseconds since 1970
 */
export const clockStep = (status: number): number => (Number.isInteger(status) ? 2000 : 100);

/**
 * What the file system says of a file; a change of any makes it another. With it goes when the file was read, in
 * milliseconds since 1970.
 */
type State = readonly [size: number, changed: number, status: number, inode: number];
type Numbers = readonly [...State, read: number];

/** Columns: a folder has many files, and one packed value is quicker than many small ones. */
interface Packed {
  readonly names: string;
  readonly numbers: Float64Array;
  readonly hashes: Uint8Array;
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
  const before = new KnownFiles(store.get(fileStates, folder, ''));
  const states = new Map<number, Numbers>();
  const at = resolve(root, folder);
  const look = async (name: string, index: number): Promise<HashedFile | UnreadFile> => {
    const path = join(at, name);
    // Time before state before bytes: what changes in between is read again the next time.
    const read = Date.now();
    const state = stateOf(path);
    const bytes = await readFile(path);
    states.set(index, [...state, read]);
    return { name, hash: hash('sha256', bytes), bytes };
  };
  const found: (HashedFile | UnreadFile | undefined)[] = names.map((name) => {
    const place = before.find(name);
    if (place === undefined) return undefined;
    try {
      if (!before.isCertain(place) || !before.isSame(place, stateOf(`${at}/${name}`)))
        return undefined;
    } catch (error) {
      return { name, error };
    }
    return { name, hash: before.hashAt(place) };
  });
  const unknown = names.flatMap((name, index) => (found[index] ? [] : [{ name, index }]));
  for (let start = 0; start < unknown.length; start += atATime) {
    await Promise.all(
      unknown.slice(start, start + atATime).map(async ({ name, index }) => {
        found[index] = await look(name, index).catch((error: unknown) => ({ name, error }));
      }),
    );
  }
  // A few that are read each time cost less than writing what is known of all.
  const stale = unknown.length + Math.abs(names.length - unknown.length - before.size);
  if (stale * worthKeeping > names.length)
    store.put(fileStates, folder, '', packed(found, states, before));
  return found.flatMap((file) => file ?? []);
}

/** What was kept of the files of a folder. */
class KnownFiles {
  readonly #names: readonly string[];
  readonly #numbers: Float64Array;
  /** Hexadecimal, one after the other. */
  readonly #hashes: string;
  #next = 0;
  #places: ReadonlyMap<string, number> | undefined;

  constructor({ names, numbers, hashes }: Partial<Packed> = {}) {
    this.#names = names ? names.split('\0') : [];
    this.#numbers = numbers ?? new Float64Array();
    this.#hashes = hashes ? Buffer.from(hashes).toString('hex') : '';
  }

  get size(): number {
    return this.#names.length;
  }

  /** The place of a file among those known; mostly they are asked for in the order in which they were kept. */
  find(name: string): number | undefined {
    if (this.#next === this.size) this.#next = 0;
    if (this.#names[this.#next] === name) return this.#next++;
    this.#places ??= new Map(this.#names.map((it, at) => [it, at]));
    const place = this.#places.get(name);
    if (place !== undefined) this.#next = place + 1;
    return place;
  }

  numbersAt = (place: number): Float64Array =>
    this.#numbers.subarray(place * numbersEach, (place + 1) * numbersEach);

  hashAt = (place: number): string =>
    this.#hashes.slice(place * hashLength * 2, (place + 1) * hashLength * 2);

  /** Whether a later change would show in the file's state. */
  isCertain(place: number): boolean {
    const [, changed = 0, status = 0, , read = 0] = this.numbersAt(place);
    return Math.max(changed, status) + clockStep(status) < read;
  }

  isSame(place: number, state: State): boolean {
    const start = place * numbersEach;
    return state.every((part, at) => part === this.#numbers[start + at]);
  }
}

/**
 * Puts together what is known of files now.
 *
 * @param states of those that were read, by their places among all
 * @param before what was known of the others
 */
function packed(
  files: readonly (HashedFile | UnreadFile | undefined)[],
  states: ReadonlyMap<number, Numbers>,
  before: KnownFiles,
): Packed {
  const names: string[] = [];
  const numbers = new Float64Array(files.length * numbersEach);
  const hashes = Buffer.alloc(files.length * hashLength);
  for (const [index, file] of files.entries()) {
    if (!file || !('hash' in file)) continue;
    const place = before.find(file.name);
    const known = states.get(index) ?? (place === undefined ? undefined : before.numbersAt(place));
    if (known === undefined) continue;
    numbers.set(known, names.length * numbersEach);
    hashes.write(file.hash, names.length * hashLength, 'hex');
    names.push(file.name);
  }
  return {
    names: names.join('\0'),
    numbers: numbers.slice(0, names.length * numbersEach),
    hashes: hashes.subarray(0, names.length * hashLength),
  };
}
