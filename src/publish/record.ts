/**
 * What a build remembers of the site that it left: when each file was written, and what it was made of. Kept outside
 * the site, which holds nothing but what a clean build gives. Never needed: without it, files are compared by content.
 */
import { createHash } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { clockStep } from '../store/files.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';

/** A file as it was left. */
export interface Remembered {
  /** See {@link timeOf}. */
  readonly time: number;
  /** What it was made of, if that is known. */
  readonly key?: string | undefined;
}

export interface SiteRecord {
  /** Hash of the list of the site's files: another site in its place is not the one that was left. */
  readonly manifest: string;
  /** See `madeWith`. */
  readonly madeWith: string;
  /** Changes with the owner's settings, which all pages read. */
  readonly settings: string;
  /** State of the archive's folder that the site shows; absent if that is not sure. See `archiveState`. */
  readonly archive?: string | undefined;
  /** What was told of the archive in that state. */
  readonly warnings?: readonly string[] | undefined;
  readonly files: ReadonlyMap<string, Remembered>;
  /** Folders of the site with the time of their last change: as long as it is the same, nothing came or went. */
  readonly folders: ReadonlyMap<string, number>;
}

/**
 * When a file or folder was changed last: not when it was written, which can be set back, and is where a backup is put
 * in place.
 *
 * @param now milliseconds since 1970, of before it was looked at
 * @returns milliseconds since 1970; 0 if it was too shortly before to be sure that a later change shows
 */
export const timeOf = ({ ctimeMs }: Pick<Stats, 'ctimeMs'>, now: number): number =>
  ctimeMs + clockStep(ctimeMs) > now ? 0 : ctimeMs;

/**
 * What there is to remember of a site that has just been put in its place.
 *
 * @param site its folder, absolute
 * @param files their paths
 * @param keys what they were made of
 * @param known times of files and folders that were left as they stood; the others are looked at
 */
export function remember(
  site: string,
  files: readonly string[],
  keys: ReadonlyMap<string, string>,
  known: (path: string) => number | undefined = () => undefined,
): Pick<SiteRecord, 'files' | 'folders'> {
  const now = Date.now();
  const folders = new Set(['']);
  for (const path of files) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  const time = (path: string): number => known(path) ?? timeOf(lstatSync(join(site, path)), now);
  return {
    files: new Map(files.map((path) => [path, { time: time(path), key: keys.get(path) }])),
    folders: new Map(Array.from(folders, (folder) => [folder, time(folder)])),
  };
}

/** Where the record of a site or a part of it lies, and under which key. */
function placeOf(root: string, site: string, what = 'site record'): { file: string; key: Buffer } {
  const key = createHash('sha256')
    .update(`${what}\0${resolve(site)}`)
    .digest();
  return { file: join(root, '.cache', 'sites', `${key.toString('hex').slice(0, 16)}.bin`), key };
}

/**
 * @param root folder of the project
 * @param site the site’s folder, absolute
 * @returns undefined if there is none, or none that can be trusted
 */
export function readRecord(root: string, site: string): SiteRecord | undefined {
  const { file, key } = placeOf(root, site);
  const content = readCacheFile(file, key);
  try {
    return content && deserialize(content);
  } catch {
    // Another Node may have written it.
    return undefined;
  }
}

const shownArchive = 'shown archive';

/**
 * The state of the archive that a site shows, as its record has it; without reading that, which names every file.
 *
 * @returns empty if the state is not sure; undefined if nothing is known
 */
export function readShownArchive(root: string, site: string): string | undefined {
  const { file, key } = placeOf(root, site, shownArchive);
  return readCacheFile(file, key)?.toString();
}

/** Keeps the record for the next build. */
export function writeRecord(root: string, site: string, record: SiteRecord): void {
  const { file, key } = placeOf(root, site);
  writeCacheFile(file, key, serialize(record));
  const shown = placeOf(root, site, shownArchive);
  writeCacheFile(shown.file, shown.key, Buffer.from(record.archive ?? ''));
}
