/** Writes the files of the index that a standing site does not have. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { fileName } from '../file-name.ts';
import { indexFolder } from '../index/plan.ts';
import type { SiteFolder } from '../../publish/site-folder.ts';

const pack = promisify(gzip);

/** Files packed and written at a time: more than the threads that do it, so that none waits. */
const atOnce = 16;

/**
 * Bytes or letters up to which a content is packed at once: what a thread fetches memory for and gives back takes
 * eight times as long as packing a few kilobytes.
 */
const small = 50_000;

const options = { level: 9 };

const pathOf = (name: string): string => `${indexFolder}/${name}.bin`;

export class IndexFiles {
  readonly #site: SiteFolder;
  readonly #folders = new Map<string, Promise<unknown>>();
  readonly #working = new Set<Promise<void>>();
  readonly #added = new Set<string>();
  #failure: { readonly cause: unknown } | undefined;

  constructor(site: SiteFolder) {
    this.#site = site;
  }

  /** Adds a file to the ranked index, unless it is there. @returns its name, made of what it holds */
  readonly add = (content: Uint8Array): string => {
    const name = fileName(content);
    if (this.#added.has(name)) return name;
    this.#added.add(name);
    if (!this.#site.keeps(pathOf(name), name)) this.write(pathOf(name), content, name);
    return name;
  };

  /** Whether files of the ranked index are all there; then they stay. */
  keep(names: readonly string[]): boolean {
    return names.every((name) => this.#site.keeps(pathOf(name), name));
  }

  /** Packs and writes a file, in time: few servers pack what is not text. @param key what it is made of */
  write(path: string, content: Uint8Array | string, key: string): void {
    const work = this.#write(path, content)
      .then(() => this.#site.mark(path, key))
      .catch((cause: unknown) => {
        this.#failure ??= { cause };
      })
      .finally(() => this.#working.delete(work));
    this.#working.add(work);
  }

  /** Waits until few files are left to write: what they hold need not all be in memory. */
  async room(): Promise<void> {
    while (this.#working.size > atOnce) await Promise.race(this.#working);
  }

  /** Waits until all files are written. @throws what the file system threw */
  async written(): Promise<void> {
    await Promise.all(this.#working);
    if (this.#failure) throw this.#failure.cause;
  }

  async #write(path: string, content: Uint8Array | string): Promise<void> {
    const bytes =
      content.length <= small ? gzipSync(content, options) : await pack(content, options);
    const place = join(this.#site.folder, path);
    await this.#made(dirname(place));
    await writeFile(place, bytes);
  }

  #made(folder: string): Promise<unknown> {
    const known = this.#folders.get(folder) ?? mkdir(folder, { recursive: true });
    this.#folders.set(folder, known);
    return known;
  }
}
