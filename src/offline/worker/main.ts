/** The service worker. Built by Astro along with the pages' scripts; docs/offline.md tells what it promises. */
import { cacheName, dropOthers, isKept, keepFiles, keptFile } from './kept.ts';
import { facts, isReplaced, pathOf, scope } from './scope.ts';
import { fetchAhead, indexPart, isIndexPart, isOwnCache, visitedPage } from './visited.ts';

async function install(): Promise<void> {
  await keepFiles();
  await fetchAhead();
}

async function activate(): Promise<void> {
  await scope.clients.claim();
  // What the next edition has fetched so far is not swept away; it tidies up in its turn.
  if (isReplaced()) return;
  for (const name of await caches.keys()) {
    const old = name !== cacheName && !isOwnCache(name);
    if (name.startsWith(facts.prefix) && old) await caches.delete(name);
  }
  await dropOthers();
}

/** The answer for a page that is neither kept nor in reach. */
async function noPage(path: string, url: URL): Promise<Response> {
  if (isKept(`${path}/`)) return Response.redirect(`${url.pathname}/${url.search}`);
  const page = await (await keptFile('offline/')).text();
  // Whether there is such a page, nobody here can know: it may be newer than what is kept.
  const what = `data-kept="${facts.mode}"`;
  return new Response(page.replace(`${what} hidden`, what), {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

/** @returns nothing where the browser is to ask the network as if there were no worker */
function answer(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event;
  const url = new URL(request.url);
  const inside = url.origin === location.origin && url.pathname.startsWith(facts.base);
  if (request.method !== 'GET' || !inside || request.headers.has('range')) return undefined;
  const path = pathOf(url);
  if (path === undefined) return undefined;
  const isPage = request.mode === 'navigate';
  // No server reads what stands behind `?`: `/search/?q=…` is the page `/search/`.
  if (isKept(path)) return keptFile(path).catch(() => fetch(request));
  if (facts.mode === 'whole') {
    return isPage ? fetch(request).catch(() => noPage(path, url)) : undefined;
  }
  if (isIndexPart(path)) return indexPart(event, path);
  if (path === 'edition.txt') return undefined;
  const page = visitedPage(event, path);
  return isPage ? page.catch(() => noPage(path, url)) : page;
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const response = answer(event);
  if (response !== undefined) event.respondWith(response);
});
