/**
 * Of a large archive: pages and parts of the index, kept as they are visited. Their caches bear the name of
 * their edition, and hold nothing of another.
 */
import { bindLater, live } from './clients.ts';
import { addressOf, facts, fetchInto, scope } from './scope.ts';

const pages = `${facts.prefix}pages|${facts.edition}`;
const partsOf = (edition: string): string => `${facts.prefix}search|${edition}`;

/** How many are kept; what was stored first goes first. */
const mostPages = 1000;
const mostParts = 3000;

/** After so long without an answer, a page that is kept is shown. */
const patience = 8000;

/** Named by their content: fetched once an edition. */
export const isIndexPart = (path: string): boolean =>
  /^(?:pagefind\/.*\.pf_(?:index|meta)|search\/(?:(?:index|texts)\/.*\.bin|(?:words|related)\/.*\.txt))$/.test(
    path,
  );

/** Deletes what was visited of other editions than those named. */
export async function dropVisited(editions: ReadonlySet<string>): Promise<void> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(facts.prefix)) continue;
    const [kind = '', edition] = name.slice(facts.prefix.length).split('|');
    const stays =
      edition === undefined
        ? !isOld(kind)
        : /^(?:pages|search)$/.test(kind) && editions.has(edition);
    if (!stays) await caches.delete(name);
  }
}

/** Caches of the worker; any other was an earlier kind's. */
const isOld = (kind: string): boolean =>
  !/^(?:files|packs|editions|directories|clients|current|choices|lists)$/.test(kind);

/** Fetches what a reader starts from. */
export async function fetchAhead(): Promise<void> {
  if (facts.ahead.length === 0) return;
  await fetchInto(await caches.open(pages), facts.ahead, ([path]) => addressOf(path));
}

const ahead: ReadonlySet<string> = new Set(facts.ahead.map(([path]) => addressOf(path)));
let puts = 0;

/** Counting takes a while: done once in many times. */
async function trim(cache: Cache, limit: number): Promise<void> {
  const keys = (await cache.keys()).filter(({ url }) => !ahead.has(url));
  for (const key of keys.slice(0, Math.max(0, keys.length - limit))) await cache.delete(key);
}

async function put(name: string, limit: number, key: string, response: Response): Promise<void> {
  const cache = await caches.open(name);
  try {
    await cache.put(key, response);
    if (puts++ % 64 === 0) await trim(cache, limit);
  } catch {
    // The disk is full: room for what comes next.
    await trim(cache, limit / 2);
  }
}

/** Which edition the server has now. */
async function published(): Promise<string | undefined> {
  const answer = await fetch(addressOf('edition.txt'), { cache: 'no-store' });
  return answer.ok ? (await answer.text()).trim() : undefined;
}

/**
 * Keeps a page. The edition is asked for after the page was fetched: if the server is at this one now, the page is of it.
 *
 * @returns the edition to which it belongs
 */
async function keepPage(key: string, response: Response): Promise<string> {
  const copy = response.status === 200 ? response.clone() : undefined;
  if ((await published()) !== facts.edition) {
    // Not waited for: the next worker takes over when this one has nothing under way.
    scope.registration.update().catch(() => undefined);
    return live;
  }
  if (copy !== undefined) await put(pages, mostPages, key, copy);
  return facts.edition;
}

/**
 * Asks the server itself: a page that the browser's own cache still has may be of an edition before.
 * A navigation cannot be copied into another request, and follows redirects by itself.
 */
const asked = (request: Request): Request =>
  request.mode === 'navigate'
    ? new Request(request.url, {
        headers: request.headers,
        cache: 'no-cache',
        redirect: 'manual',
        credentials: 'same-origin',
      })
    : new Request(request, { cache: 'no-cache' });

/**
 * From the network, or as it was last visited. `/search/?q=…` is one page whatever it asks.
 *
 * @throws TypeError if it is neither kept nor in reach
 */
export async function visitedPage(event: FetchEvent, path: string): Promise<Response> {
  const key = addressOf(path);
  const network = fetch(asked(event.request));
  // Out of reach again while it is kept: the page is shown and not kept.
  const keeping = network.then((response) => keepPage(key, response)).catch(() => facts.edition);
  event.waitUntil(keeping);
  bindLater(event.resultingClientId, keeping);
  const last = async (): Promise<Response | undefined> => (await caches.open(pages)).match(key);
  const late = new Promise<Response | undefined>((resolve) => {
    setTimeout(() => resolve(last()), patience);
  });
  try {
    return (await Promise.race([network, late])) ?? (await network);
  } catch (error) {
    const kept = await last();
    if (kept === undefined) throw error;
    return kept;
  }
}

/** A part of the index, as it was kept or from the network. */
export async function indexPart(
  event: FetchEvent,
  path: string,
  edition: string,
): Promise<Response> {
  const key = addressOf(path);
  const parts = partsOf(edition);
  const kept = await (await caches.open(parts)).match(key);
  if (kept !== undefined) return kept;
  const response = await fetch(event.request);
  if (response.status === 200) event.waitUntil(put(parts, mostParts, key, response.clone()));
  return response;
}
