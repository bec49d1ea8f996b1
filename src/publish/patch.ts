/**
 * Brings a site that stands up to date in place, by what is new alone. What is to be done is written down before
 * anything is touched; killed at any moment, it is finished by doing it again (a redo log).
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../diagnostics/file-system.ts';
import { manifestHash, manifestName } from './manifest.ts';

/** The list of what is to be done, in the folder of the new files; it is there once they all are. */
const patchName = '.patch.json';

export interface Patch {
  /** Paths of new files, to be moved to the same place in the site. */
  readonly moved: readonly string[];
  /** Paths of files and folders that the site no longer has, and of anything else that has no place in it. */
  readonly removed: readonly string[];
  /** Hash of the list of the site's files that this was planned for; its new list, the last to be moved, replaces it. */
  readonly from: string;
}

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function readPatch(made: string): Patch | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(join(made, patchName), 'utf8'));
    if (typeof read !== 'object' || read === null) return undefined;
    if (!('moved' in read && 'removed' in read && 'from' in read)) return undefined;
    const { moved, removed, from } = read;
    if (!isList(moved) || !isList(removed) || typeof from !== 'string') return undefined;
    return { moved, removed, from };
  } catch {
    return undefined;
  }
}

/** What lies at a path itself; undefined for nothing, also where a file stands in the way. */
function lying(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The folders that paths lie in. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) {
      folders.add(folder);
    }
  }
  return folders;
}

/** Does what is written down, from wherever it was left. */
function apply(made: string, site: string, { moved, removed }: Patch): void {
  const needed = foldersOf(moved);
  // What goes, first: a file may have to make room for a folder.
  for (const path of removed) {
    const found = lying(join(site, path));
    // Done again, what goes may be a folder of what has come.
    if (found === undefined || (found.isDirectory() && needed.has(path))) continue;
    rmSync(join(site, path), { recursive: true, force: true });
  }
  for (const path of moved) {
    const [from, to] = [join(made, path), join(site, path)];
    if (!existsSync(from)) continue;
    const found = lying(to);
    if (found?.isDirectory()) rmSync(to, { recursive: true });
    if (found === undefined) mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}

/**
 * Brings the site up to date.
 *
 * @param made folder with the new files, on the same disk; gone afterwards
 * @param site the site's folder
 * @throws what the file system throws; {@link finishPatch} goes on from there
 */
export function patchSite(made: string, site: string, patch: Patch): void {
  const file = join(made, patchName);
  writeFileSync(`${file}.tmp`, JSON.stringify(patch));
  renameSync(`${file}.tmp`, file);
  finishPatch(made, site);
}

/** Whether all new files are there, and what is to be done with them is written down. */
export const isBegun = (made: string): boolean => readPatch(made) !== undefined;

/**
 * Goes on with what a killed process has begun.
 *
 * @returns false if nothing was begun: the new files are not complete; or if another site stands there by now
 */
export function finishPatch(made: string, site: string): boolean {
  const patch = readPatch(made);
  if (patch === undefined || !existsSync(site)) return false;
  if (existsSync(join(made, manifestName)) && manifestHash(site) !== patch.from) return false;
  apply(made, site, patch);
  rmSync(join(made, patchName));
  rmSync(made, { recursive: true, force: true });
  return true;
}
