/** The site that stands where a new one is to be: which of its files are just what their build left. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltFile } from './files.ts';
import { mapLimited } from '../entries/owner-files.ts';
import { manifestName, readManifest } from './manifest.ts';
import { readRecord, timeOf, type SiteRecord } from './record.ts';

/** A file of the standing site whose content is known. */
export interface StandingFile extends BuiltFile {
  /** When it was changed last, in milliseconds since 1970; 0 if a later change may not show. */
  readonly time: number;
  /** What it was made of, if that is known and it was made with what is at work now. */
  readonly key?: string | undefined;
}

export interface Standing {
  /** The site's folder, absolute. */
  readonly folder: string;
  /** Hash of the list of its files. */
  readonly manifest: string;
  readonly files: ReadonlyMap<string, StandingFile>;
  /** Folders that stand there, by path, with their times, as those of files. */
  readonly folders: ReadonlyMap<string, number>;
  /** What stands there and is no file or folder of the site, or no longer what it was: paths. */
  readonly strays: readonly string[];
}

/** All files below a folder and its folders, as paths in it; a folder that has not changed is not read again. */
function walk(
  site: string,
  known: ReadonlyMap<string, number>,
  listed: ReadonlyMap<string, readonly string[]>,
): { files: string[]; folders: Map<string, number> } {
  const found = { files: new Array<string>(), folders: new Map<string, number>() };
  const now = Date.now();
  const visit = (folder: string): void => {
    const place = join(site, folder);
    const inside = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    const before = known.get(folder);
    const time = timeOf(lstatSync(place), now);
    if (folder !== '') found.folders.set(folder, time);
    if (before !== 0 && time === before) {
      for (const path of listed.get(folder) ?? []) {
        if (known.has(path)) visit(path);
        else found.files.push(path);
      }
      return;
    }
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(inside(entry.name));
      else found.files.push(inside(entry.name));
    }
  };
  visit('');
  return found;
}

/** What each folder holds by the paths of files: files, and folders. */
function childrenOf(paths: Iterable<string>): Map<string, string[]> {
  const children = new Map<string, string[]>([['', []]]);
  for (const path of paths) {
    for (let child = path; ;) {
      const end = child.lastIndexOf('/');
      const parent = end < 0 ? '' : child.slice(0, end);
      const siblings = children.get(parent);
      if (siblings) {
        siblings.push(child);
        break;
      }
      children.set(parent, [child]);
      child = parent;
    }
  }
  return children;
}

/**
 * Looks at the site that stands. A file whose size and time are as its build left them is taken for what it was then;
 * any other is read.
 *
 * @param root folder of the project
 * @param site the site’s folder, absolute
 * @param at what is at work now: keys of what was made with anything else say nothing
 * @returns undefined if no site stands there that a build has finished
 */
export async function standingSite(
  root: string,
  site: string,
  at: Pick<SiteRecord, 'madeWith' | 'settings'>,
): Promise<Standing | undefined> {
  const manifest = await readManifest(site);
  if (manifest === undefined) return undefined;
  const last = readRecord(root, site);
  const record = last?.manifest === manifest.hash ? last : undefined;
  const isSame = record?.madeWith === at.madeWith && record.settings === at.settings;
  const keys = isSame ? record.files : undefined;
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const children = childrenOf([...listed.keys(), manifestName]);
  const { files: found, folders } = walk(site, record?.folders ?? new Map(), children);
  const files = new Map<string, StandingFile>();
  const strays = [...folders.keys()].filter((folder) => !children.has(folder));
  const now = Date.now();
  const take = (file: BuiltFile, time: number): void => {
    files.set(file.path, { ...file, time, key: keys?.get(file.path)?.key });
  };
  const unsure: (readonly [BuiltFile, number])[] = [];
  for (const path of found) {
    const file = listed.get(path);
    if (path === manifestName) continue;
    if (file === undefined) strays.push(path);
    else {
      const stat = lstatSync(join(site, path), { throwIfNoEntry: false });
      const time = stat && timeOf(stat, now);
      if (!stat?.isFile() || stat.size !== file.bytes) strays.push(path);
      else if (time && time === record?.files.get(path)?.time) take(file, time);
      else unsure.push([file, time ?? 0]);
    }
  }
  await mapLimited(unsure, async ([file, time]) => {
    const content = await readFile(join(site, file.path)).catch(() => undefined);
    const hash = content && createHash('sha256').update(content).digest('base64');
    if (hash === file.hash) take(file, time);
    else strays.push(file.path);
  });
  return { folder: site, manifest: manifest.hash, files, folders, strays };
}
