/// <reference lib="webworker" />
/** The service worker's global scope, and what the build put there: `sw.js` begins with it. */
import type { Listed, WorkerFacts } from '../facts.ts';

declare const self: ServiceWorkerGlobalScope & { readonly offprint: WorkerFacts };

export const scope = self;
export const facts = self.offprint;

/** Whether a newer worker is fetching its files, or has them. */
export const isReplaced = (): boolean =>
  self.registration.installing !== null || self.registration.waiting !== null;

/** The path of an address as `facts` has it; two spellings of one address are the same. */
export function pathOf(url: URL): string | undefined {
  try {
    return decodeURIComponent(url.pathname).slice(facts.base.length);
  } catch {
    return undefined;
  }
}

/** The whole address of a path of the site. */
export const addressOf = (path: string): string =>
  location.origin + facts.base + path.split('/').map(encodeURIComponent).join('/');

/** How many files are fetched at a time: the reader's page comes first. */
const atOnce = 4;

/**
 * Fetches a file past the browser's cache.
 *
 * @throws TypeError if its content is not the listed one: a file of another edition
 */
export async function fetchListed([path, hash]: Listed): Promise<Response> {
  const response = await fetch(addressOf(path), {
    cache: 'reload',
    credentials: 'same-origin',
    integrity: `sha256-${hash}`,
  });
  if (response.status !== 200) throw new TypeError(`${path}: ${response.status}`);
  // A page is not answered with a response that was redirected.
  return response.redirected
    ? new Response(response.body, { headers: response.headers })
    : response;
}

/** Fetches files and puts each into a cache under the key that is its own. */
export async function fetchInto(
  cache: Cache,
  files: readonly Listed[],
  keyOf: (file: Listed) => string,
): Promise<void> {
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = files.filter((file) => !there.has(keyOf(file))).values();
  const fetchOn = async (): Promise<void> => {
    for (const file of missing) await cache.put(keyOf(file), await fetchListed(file));
  };
  await Promise.all(Array.from({ length: atOnce }, fetchOn));
}
