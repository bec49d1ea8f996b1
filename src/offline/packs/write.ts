/** Writes the packs of a built site, and what tells browsers of them. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteFolder } from '../../publish/site-folder.ts';
import type { Store } from '../../store/store.ts';
import type { BuiltFile } from '../../publish/files.ts';
import { stockOf } from './collections.ts';
import { collectionsFile } from './collections-file.ts';
import {
  packsFile,
  placesOf,
  rangesOf,
  type Collection,
  type Collections,
  type PackList,
  type PackRow,
} from './lists.ts';

/** What was written. */
export interface WrittenPacks {
  /** SHA-256 of the list of packs in base64. */
  readonly hash: string;
  readonly packs: number;
  readonly bytes: number;
  /** Files of packs, and how many of them were made now: the others stand as they did. */
  readonly volumes: number;
  readonly fresh: number;
}

/**
 * Writes packs of all that readers may choose to keep; those that stand and would be the same stay.
 *
 * @param site the built site
 * @param files of it that may be kept, but for those that every reader keeps
 * @param edition name of the build
 * @param store where it is noted what packs were made of; without it, all are made anew
 */
export async function writePacks(
  site: SiteFolder,
  files: readonly BuiltFile[],
  edition: string,
  store?: Store,
): Promise<WrittenPacks> {
  const { volumes, fresh, collections } = await stockOf(site, files, store);
  const all = volumes.flatMap(({ packs }) => packs);
  const places = new Map(all.map(({ name }, place) => [name, place]));
  const packs = all.map(({ name, bytes, dictionary }): PackRow => {
    const place = dictionary === undefined ? undefined : places.get(dictionary);
    return place === undefined ? [name, bytes] : [name, bytes, place];
  });
  const ranges = new Map(collections.map(({ key, places: held }) => [key, rangesOf(held)]));
  const list: PackList = {
    volumes: volumes.map((volume) => [volume.name, volume.packs.length]),
    packs,
    collections: Object.fromEntries(ranges),
  };
  const told: Collections = {
    edition,
    collections: collections.map(({ key, label, papers }): Collection => {
      const held = placesOf(ranges.get(key) ?? []);
      const bytes = held.reduce((sum, place) => sum + (packs[place]?.[1] ?? 0), 0);
      return { key, label, papers, bytes };
    }),
  };
  const text = JSON.stringify(list);
  await mkdir(dirname(join(site.folder, packsFile)), { recursive: true });
  await writeFile(join(site.folder, packsFile), text);
  await writeFile(join(site.folder, collectionsFile), JSON.stringify(told));
  return {
    hash: createHash('sha256').update(text).digest('base64'),
    packs: packs.length,
    bytes: packs.reduce((sum, [, bytes]) => sum + bytes, 0),
    volumes: volumes.length,
    fresh,
  };
}
