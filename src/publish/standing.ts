/** The site that stands where a new one is to be: which of its files are just what their build left. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltFile } from './files.ts';
import { mapLimited } from '../entries/owner-files.ts';
import { manifestName, readManifest } from './manifest.ts';
import { readRecord, type SiteRecord } from './record.ts';

/** A file of the standing site whose content is known. */
export interface StandingFile extends BuiltFile {
  /** What it was made of, if that is known and it was made with what is at work now. */
  readonly key?: string | undefined;
}

export interface Standing {
  /** The site's folder, absolute. */
  readonly folder: string;
  /** Hash of the list of its files. */
  readonly manifest: string;
  readonly files: ReadonlyMap<string, StandingFile>;
  /** Folders that stand there, by path. */
  readonly folders: readonly string[];
  /** What stands there and is no file or folder of the site, or no longer what it was: paths. */
  readonly strays: readonly string[];
  /** As the last build left it. */
  readonly record?: SiteRecord | undefined;
}

/** All files below a folder and its folders, as paths in it; a folder that has not changed is not read again. */
function walk(
  site: string,
  known: ReadonlyMap<string, number>,
  listed: ReadonlyMap<string, readonly string[]>,
): { files: string[]; folders: string[] } {
  const found: { files: string[]; folders: string[] } = { files: [], folders: [] };
  const visit = (folder: string): void => {
    const place = join(site, folder);
    const inside = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    const before = known.get(folder);
    if (folder !== '') found.folders.push(folder);
    if (before !== undefined && before !== 0 && lstatSync(place).ctimeMs === before) {
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
 * @param now what is at work now: keys of what was made with anything else say nothing
 * @returns undefined if no site stands there that a build has finished
 */
export async function standingSite(
  root: string,
  site: string,
  now: Pick<SiteRecord, 'madeWith' | 'settings'>,
): Promise<Standing | undefined> {
  const manifest = await readManifest(site);
  if (manifest === undefined) return undefined;
  const last = readRecord(root, site);
  const record = last?.manifest === manifest.hash ? last : undefined;
  const isSame = record?.madeWith === now.madeWith && record.settings === now.settings;
  const keys = isSame ? record.files : undefined;
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const children = childrenOf([...listed.keys(), manifestName]);
  const { files: found, folders } = walk(site, record?.folders ?? new Map(), children);
  const files = new Map<string, StandingFile>();
  const strays = folders.filter((folder) => !children.has(folder));
  const take = (file: BuiltFile): void => {
    files.set(file.path, { ...file, key: keys?.get(file.path)?.key });
  };
  const unsure: BuiltFile[] = [];
  for (const path of found) {
    const file = listed.get(path);
    if (path === manifestName) continue;
    if (file === undefined) strays.push(path);
    else {
      const stat = lstatSync(join(site, path), { throwIfNoEntry: false });
      const time = record?.files.get(path)?.time;
      if (!stat?.isFile() || stat.size !== file.bytes) strays.push(path);
      else if (time !== undefined && time !== 0 && stat.ctimeMs === time) take(file);
      else unsure.push(file);
    }
  }
  await mapLimited(unsure, async (file) => {
    const content = await readFile(join(site, file.path)).catch(() => undefined);
    const hash = content && createHash('sha256').update(content).digest('base64');
    if (hash === file.hash) take(file);
    else strays.push(file.path);
  });
  return { folder: site, manifest: manifest.hash, files, folders, strays, record };
}
