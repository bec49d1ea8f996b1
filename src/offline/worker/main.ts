/** The service worker. Built by Astro along with the pages' scripts; docs/offline.md tells what it promises. */
import type { OfflineState, Request as Asked, Told } from '../messages.ts';
import {
  dropLists,
  fail,
  fetchChosen,
  keep,
  offlineState,
  remove,
  resume,
  stop,
} from './choices.ts';
import { bind, editionOf, live, living, settle } from './clients.ts';
import {
  allEditions,
  editionNamed,
  forgetEdition,
  noteEdition,
  ownEdition,
  type Edition,
} from './editions.ts';
import { dropFiles, isKept, keepFiles, keptFile } from './kept.ts';
import { dropPacks, isPacked, packedFile } from './packs.ts';
import { facts, isReplaced, pathOf, scope } from './scope.ts';
import { dropVisited, fetchAhead, indexPart, isIndexPart, visitedPage } from './visited.ts';

async function install(): Promise<void> {
  // Editions that never came to be shown are given up for this one; what it shares with them is there already.
  for (const { name, shown } of await allEditions())
    if (!shown && name !== facts.edition) await forgetEdition(name);
  await noteEdition({ kept: facts.kept });
  await keepFiles();
  await fetchAhead();
  await fetchChosen(new AbortController().signal);
  // Pages that are open go on as they are: each is answered with the files of its own edition.
  scope.skipWaiting().catch(() => undefined);
}

/** Deletes what neither this edition nor an open page needs. */
async function tidy(): Promise<void> {
  // What the next edition has fetched so far is not swept away; it tidies up in its turn.
  if (isReplaced()) return;
  const editions = await living();
  const names = new Set(editions.map(({ name }) => name));
  for (const { name } of await allEditions()) if (!names.has(name)) await forgetEdition(name);
  await dropFiles(editions);
  await dropPacks(editions);
  await dropVisited(names);
  await dropLists(names);
}

async function activate(): Promise<void> {
  const others = await settle();
  await scope.clients.claim();
  const told: Told = { type: 'edition' };
  for (const client of others) client.postMessage(told, []);
  await tidy();
}

/** The answer for a page that is neither kept nor in reach. */
async function noPage(edition: Edition, path: string, url: URL): Promise<Response> {
  const folder = `${path}/`;
  if (isKept(edition, folder) || (await isPacked(edition.name, folder)))
    return Response.redirect(`${url.pathname}/${url.search}`);
  const page = await (await keptFile(edition, 'offline/')).text();
  // Whether there is such a page, nobody here can know: it may be newer than what is kept.
  const [, missing = ''] = /<template data-missing>([\s\S]*?)<\/template>/.exec(page) ?? [];
  const what = `data-kept="${facts.mode}"`;
  const answer = page
    .replace(/<header[^>]*data-here[\s\S]*?<\/header>/, missing)
    .replace(`${what} hidden`, what);
  return new Response(answer, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

/** A file of an edition from this device; undefined if it is not here. */
async function fileOf(edition: Edition, path: string): Promise<Response | undefined> {
  if (isKept(edition, path)) return keptFile(edition, path).catch(() => undefined);
  return packedFile(edition.name, path);
}

/** A page. It belongs to the worker's own edition, unless it came over the network from another. */
async function page(event: FetchEvent, path: string, url: URL): Promise<Response> {
  const edition = await ownEdition();
  const found = await fileOf(edition, path);
  if (found !== undefined) {
    await bind(event.resultingClientId, facts.edition);
    return found;
  }
  try {
    if (facts.mode === 'visited') return await visitedPage(event, path);
    const response = await fetch(event.request);
    await bind(event.resultingClientId, live);
    return response;
  } catch {
    await bind(event.resultingClientId, facts.edition);
    return noPage(edition, path, url);
  }
}

/** What a page asks for. */
async function part(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const own = await ownEdition();
  // Named by its content: right for every page.
  if (path.startsWith('_astro/') && isKept(own, path))
    return keptFile(own, path).catch(() => fetch(request));
  const name = await editionOf(event.clientId);
  const edition = (await editionNamed(name)) ?? own;
  if (name === live) {
    const response = await fetch(request).catch(() => fileOf(edition, path));
    return response ?? Response.error();
  }
  // A page's own worker belongs to where the page does.
  if (event.resultingClientId !== '') await bind(event.resultingClientId, name);
  const found = await fileOf(edition, path);
  if (found !== undefined) return found;
  if (facts.mode === 'whole' || path === 'edition.txt') return fetch(request);
  return isIndexPart(path) ? indexPart(event, path, edition.name) : visitedPage(event, path);
}

/** The reader wants nothing to be kept: pages that are still open are left to the network. */
let cleared = false;

async function clear(): Promise<void> {
  cleared = true;
  for (const name of await caches.keys())
    if (name.startsWith(facts.prefix)) await caches.delete(name);
  await scope.registration.unregister();
}

async function obey(asked: Asked): Promise<OfflineState> {
  if (asked.type === 'clear') {
    await clear();
    return { edition: facts.edition, mode: facts.mode, collections: {} };
  }
  if (asked.type === 'keep') await keep(asked.key);
  else if (asked.type === 'stop') await stop(asked.key);
  else if (asked.type === 'remove') await remove(asked.key);
  return offlineState();
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', (event) => {
  const asked: Asked | { readonly type: 'opened' } = event.data;
  if (cleared) return;
  if (asked.type === 'opened') {
    event.waitUntil(resume().then(tidy));
    return;
  }
  const answered = obey(asked).catch((error: unknown) => {
    fail(error);
    return offlineState();
  });
  event.waitUntil(answered.then((state) => event.ports[0]?.postMessage(state)));
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const inside = url.origin === location.origin && url.pathname.startsWith(facts.base);
  if (cleared || request.method !== 'GET' || !inside || request.headers.has('range')) return;
  const path = pathOf(url);
  if (path === undefined) return;
  // No server reads what stands behind `?`: `/search/?q=…` is the page `/search/`.
  event.respondWith(request.mode === 'navigate' ? page(event, path, url) : part(event, path));
});
