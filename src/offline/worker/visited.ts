/**
 * Of a large archive: pages and parts of the index, kept as they are visited. Their caches bear the name of
 * their edition, and hold nothing of another.
 */
import { addressOf, facts, fetchInto, scope } from './scope.ts';

const pages = `${facts.prefix}pages|${facts.edition}`;
const parts = `${facts.prefix}search|${facts.edition}`;

/** How many of each are kept; what was stored first goes first. */
const most: Readonly<Record<string, number>> = { [pages]: 1000, [parts]: 3000 };

/** After so long without an answer, a page that is kept is shown. */
const patience = 8000;

/** Named by their content: fetched once an edition. */
export const isIndexPart = (path: string): boolean =>
  /^pagefind\/(?:(?:fragment|index|filter)\/|[^/]+\.pf_meta$)/.test(path);

export const isOwnCache = (name: string): boolean => name === pages || name === parts;

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

async function put(name: string, key: string, response: Response): Promise<void> {
  const cache = await caches.open(name);
  const limit = most[name] ?? 0;
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

/** Asked after the page was fetched: if the server is at this edition now, the page is of it. */
async function keepPage(key: string, response: Response): Promise<void> {
  if (response.status !== 200) return;
  const copy = response.clone();
  if ((await published()) === facts.edition) await put(pages, key, copy);
  else await scope.registration.update();
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
  event.waitUntil(network.then((response) => keepPage(key, response)).catch(() => undefined));
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
export async function indexPart(event: FetchEvent, path: string): Promise<Response> {
  const key = addressOf(path);
  const kept = await (await caches.open(parts)).match(key);
  if (kept !== undefined) return kept;
  const response = await fetch(event.request);
  if (response.status === 200) event.waitUntil(put(parts, key, response.clone()));
  return response;
}
