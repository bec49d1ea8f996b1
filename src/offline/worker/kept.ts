/**
 * The files of the edition. Each lies in the cache under its address and its content: editions lie side by side
 * while one takes over from the other, and what they share is fetched once.
 */
import type { Listed } from '../facts.ts';
import { addressOf, facts, fetchInto, fetchListed } from './scope.ts';

/** All editions' files. */
export const cacheName = `${facts.prefix}files`;

const hashes: ReadonlyMap<string, string> = new Map(facts.kept);

const keyOf = ([path, hash]: Listed): string => `${addressOf(path)}?sha256=${hash}`;

/** Whether the edition keeps a path. */
export const isKept = (path: string): boolean => hashes.has(path);

/** Fetches what is not there yet; an interrupted round goes on where it stopped. */
export async function keepFiles(): Promise<void> {
  await fetchInto(await caches.open(cacheName), facts.kept, keyOf);
}

/** Deletes what only other editions had. */
export async function dropOthers(): Promise<void> {
  const cache = await caches.open(cacheName);
  const own = new Set(facts.kept.map(keyOf));
  for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request);
}

/**
 * A file of the edition.
 *
 * @throws TypeError if it is not in the list, or the browser has lost it and the network does not have it
 */
export async function keptFile(path: string): Promise<Response> {
  const hash = hashes.get(path);
  if (hash === undefined) throw new TypeError(`${path} is not kept`);
  const cache = await caches.open(cacheName);
  const key = keyOf([path, hash]);
  const found = await cache.match(key);
  if (found !== undefined) return found;
  const response = await fetchListed([path, hash]);
  await cache.put(key, response.clone());
  return response;
}
