/**
 * Files that lie in the cache one by one, each under its address and its content: editions lie side by side, and
 * what they share is fetched once.
 */
import type { Listed } from '../facts.ts';
import type { Edition } from './editions.ts';
import { addressOf, facts, fetchInto, fetchListed } from './scope.ts';

/** All editions' files. */
export const filesCache = `${facts.prefix}files`;

const keyOf = ([path, hash]: Listed): string => `${addressOf(path)}?sha256=${hash}`;

const hashes = new WeakMap<Edition['kept'], ReadonlyMap<string, string>>();

function hashIn({ kept }: Edition, path: string): string | undefined {
  const before = hashes.get(kept);
  const map = before ?? new Map(kept);
  if (before === undefined) hashes.set(kept, map);
  return map.get(path);
}

/** Whether an edition keeps a path as a file of its own. */
export const isKept = (edition: Edition, path: string): boolean =>
  hashIn(edition, path) !== undefined;

/** Fetches what is not there yet; an interrupted round goes on where it stopped. */
export async function keepFiles(): Promise<void> {
  await fetchInto(await caches.open(filesCache), facts.kept, keyOf);
}

/** Deletes files that no edition needs. */
export async function dropFiles(editions: readonly Edition[]): Promise<void> {
  const cache = await caches.open(filesCache);
  const needed = new Set(editions.flatMap(({ kept }) => kept.map(keyOf)));
  for (const request of await cache.keys())
    if (!needed.has(request.url)) await cache.delete(request);
}

/**
 * A file of an edition.
 *
 * @throws TypeError if it is not in the list, or the browser has lost it and the network does not have it
 */
export async function keptFile(edition: Edition, path: string): Promise<Response> {
  const hash = hashIn(edition, path);
  if (hash === undefined) throw new TypeError(`${path} is not kept`);
  const cache = await caches.open(filesCache);
  const key = keyOf([path, hash]);
  const found = await cache.match(key);
  if (found !== undefined) return found;
  const response = await fetchListed([path, hash]);
  await cache.put(key, response.clone());
  return response;
}
