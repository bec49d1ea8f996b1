/** A site in the making: new files in a folder of their own, and what stays of the site that stands. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { byteLines } from '../text/byte-lines.ts';
import { listFiles, piecesOf, type BuiltFile } from './files.ts';
import { manifestName } from './manifest.ts';
import { foldersOf, type Patch } from './patch.ts';
import type { Standing, StandingFile } from './standing.ts';

/** Orders by path, as lists of files are. */
const byPath = (a: BuiltFile, b: BuiltFile): number => (a.path < b.path ? -1 : 1);

/**
 * A folder taken as a site of which everything is new.
 *
 * @param folder absolute
 */
export function siteAt(folder: string): SiteFolder {
  const site = new SiteFolder();
  site.begin(folder);
  return site;
}

/**
 * What the parts of a build write to. A file that the standing site has, made of the same, need not be made: it stays
 * if somebody says so, and counts as a file of the new site.
 */
export class SiteFolder {
  #folder = '';
  #standing: Standing | undefined;
  readonly #kept = new Map<string, StandingFile>();
  readonly #keys = new Map<string, string>();
  /** Addresses of all pages, those that stay included; without slashes at the beginning. */
  pages: readonly string[] = [];

  /**
   * Begins a site.
   *
   * @param folder where new files are written, absolute
   * @param standing the site that stands in the place where this is to be
   */
  begin(folder: string, standing?: Standing): void {
    this.#folder = folder;
    this.#standing = standing;
    this.#kept.clear();
    this.#keys.clear();
  }

  /** Where new files are written, absolute. Files that stay are not in it. */
  get folder(): string {
    return this.#folder;
  }

  /**
   * Whether the standing site has a file made of just this. If so it stays, and need not be made.
   *
   * @param path in the site, with `/` between folders
   * @param key changes with whatever the content is made of, but the engine and the settings
   */
  keeps(path: string, key: string): boolean {
    const file = this.#standing?.files.get(path);
    if (file?.key !== key) return false;
    this.#kept.set(path, file);
    this.#keys.set(path, key);
    return true;
  }

  /** Says what a new file is made of, so that it can stay the next time. */
  mark(path: string, key: string): void {
    this.#keys.set(path, key);
  }

  /**
   * The content of a file of the new site.
   *
   * @throws what the file system throws
   */
  async read(path: string): Promise<Buffer> {
    return readFile(this.#placeOf(path));
  }

  /**
   * The lines of a file of the new site, each good until the next is asked for.
   *
   * @param missing what a site without the file has
   * @throws what the file system throws
   */
  *lines(path: string, missing?: 'none'): Generator<Buffer> {
    const place = this.#placeOf(path);
    if (missing === undefined || existsSync(place)) yield* byteLines(piecesOf(place));
  }

  #placeOf(path: string): string {
    const kept = this.#kept.get(path) !== undefined && this.#standing;
    return join(kept ? kept.folder : this.#folder, path);
  }

  /**
   * The content of a file of the standing site that a build left there with what is at work now, whether or not it
   * stays; undefined if there is none.
   *
   * @throws what the file system throws
   */
  async readStanding(path: string): Promise<Buffer | undefined> {
    if (this.#standing?.files.get(path)?.key === undefined) return undefined;
    return readFile(join(this.#standing.folder, path));
  }

  /** The hash of a file that stays, as the list has it; undefined of a new one. */
  hashOf(path: string): string | undefined {
    return this.#kept.get(path)?.hash;
  }

  /** All files of the new site so far, by path. */
  async list(): Promise<BuiltFile[]> {
    const files = await listFiles(this.#folder);
    const made = new Set(files.map(({ path }) => path));
    for (const { path, bytes, hash } of this.#kept.values()) {
      if (!made.has(path)) files.push({ path, bytes, hash });
    }
    return files.toSorted(byPath);
  }

  /** What each file is made of, where that is known. */
  get keys(): ReadonlyMap<string, string> {
    return this.#keys;
  }

  /** What is to be done for the standing site to become one of these files; undefined if none stands. */
  patch(files: readonly BuiltFile[]): Patch | undefined {
    if (this.#standing === undefined) return undefined;
    const { files: standing, folders, strays } = this.#standing;
    const paths = new Set(files.map(({ path }) => path));
    const needed = foldersOf(paths);
    const moved = files.filter(({ path, hash }) => standing.get(path)?.hash !== hash);
    const removed = [
      ...[...folders.keys()].filter((path) => !needed.has(path)),
      ...standing.keys(),
      ...strays,
    ].filter((path) => !paths.has(path));
    return {
      moved: [...moved.map(({ path }) => path), manifestName],
      removed,
      from: this.#standing.manifest,
    };
  }

  /** The times of what stood there, as far as a patch does not touch it. */
  untouched({ moved, removed }: Patch): (path: string) => number | undefined {
    const paths = [...moved, ...removed];
    const touched = new Set([...paths, ...foldersOf(paths)]);
    return (path) =>
      touched.has(path)
        ? undefined
        : (this.#standing?.files.get(path)?.time ?? this.#standing?.folders.get(path));
  }
}
