/** Writes the packs of a built site, and what tells browsers of them. */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { SiteFolder } from '../../publish/site-folder.ts';
import type { BuiltFile } from '../files.ts';
import { collectionsOf } from './collections.ts';
import { collectionsFile } from './collections-file.ts';
import {
  packAddress,
  packsFile,
  type Collection,
  type Collections,
  type PackList,
} from './lists.ts';
import { nameOf, writePack } from './pack.ts';
import type { Shelf } from './shelves.ts';

const compress = promisify(gzip);

/** Packs under way at a time: as many as Node compresses at once, each of a megabyte or two. */
const atOnce = 4;

/** What was written. */
export interface WrittenPacks {
  /** SHA-256 of the list of packs in base64. */
  readonly hash: string;
  readonly packs: number;
  readonly bytes: number;
}

/** The packs of a site, each written once, whatever collections hold it. */
class Writer {
  readonly #folder: string;
  readonly packs: (readonly [name: string, bytes: number])[] = [];
  readonly #known = new Map<string, number>();
  readonly #shelves = new Map<Shelf, Promise<readonly number[]>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns places in `packs` */
  shelf(shelf: Shelf): Promise<readonly number[]> {
    const before = this.#shelves.get(shelf);
    if (before !== undefined) return before;
    const written = this.#write(shelf);
    this.#shelves.set(shelf, written);
    return written;
  }

  async #write(shelf: Shelf): Promise<readonly number[]> {
    const places: number[] = [];
    for (let at = 0; at < shelf.length; at += atOnce) {
      const some = await Promise.all(
        shelf.slice(at, at + atOnce).map(async (items) => {
          const files = (await Promise.all(items.map((item) => item.load()))).flat();
          if (files.length === 0) return undefined;
          const pack = writePack(files);
          const [name, content] = await Promise.all([nameOf(pack), compress(pack)]);
          await writeFile(join(this.#folder, packAddress(name)), content);
          return [name, content.length] as const;
        }),
      );
      // In their order, whichever is ready first.
      for (const pack of some) if (pack !== undefined) places.push(this.#place(pack));
    }
    return places;
  }

  #place(pack: readonly [name: string, bytes: number]): number {
    const place = this.#known.get(pack[0]) ?? this.packs.push(pack) - 1;
    this.#known.set(pack[0], place);
    return place;
  }
}

/**
 * Writes packs of all that readers may choose to keep.
 *
 * @param site the built site
 * @param files of it that may be kept, but for those that every reader keeps
 * @param edition name of the build
 */
export async function writePacks(
  site: SiteFolder,
  files: readonly BuiltFile[],
  edition: string,
): Promise<WrittenPacks> {
  const { folder } = site;
  const packsFolder = dirname(join(folder, packAddress('')));
  await rm(packsFolder, { recursive: true, force: true });
  await mkdir(packsFolder, { recursive: true });
  const writer = new Writer(folder);
  const places = new Map<string, readonly number[]>();
  const collections: Collection[] = [];
  for (const { key, label, papers, shelves } of await collectionsOf(site, files)) {
    const held: number[] = [];
    for (const shelf of shelves) held.push(...(await writer.shelf(shelf)));
    const own = [...new Set(held)];
    places.set(key, own);
    const bytes = own.reduce((sum, place) => sum + (writer.packs[place]?.[1] ?? 0), 0);
    collections.push({ key, label, papers, bytes });
  }
  const list: PackList = { packs: writer.packs, collections: Object.fromEntries(places) };
  const text = JSON.stringify(list);
  await writeFile(join(folder, packsFile), text);
  const told: Collections = { edition, collections };
  await writeFile(join(folder, collectionsFile), JSON.stringify(told));
  return {
    hash: createHash('sha256').update(text).digest('base64'),
    packs: writer.packs.length,
    bytes: writer.packs.reduce((sum, [, bytes]) => sum + bytes, 0),
  };
}
