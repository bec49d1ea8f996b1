/** Packs in the cache, and files out of them. */
import { nameOf, placesIn, type Place } from '../packs/pack.ts';
import { packAddress } from '../packs/lists.ts';
import { fill } from '../packs/cut.ts';
import { directoryOf, type Edition } from './editions.ts';
import { addressOf, facts } from './scope.ts';

/** All editions' packs. */
export const packsCache = `${facts.prefix}packs`;

const keyOf = (name: string): string => addressOf(packAddress(name));
const placesKey = (name: string): string => `${keyOf(name)}?places`;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  txt: 'text/plain; charset=utf-8',
};

const typeOf = (path: string): string =>
  path === '' || path.endsWith('/')
    ? 'text/html; charset=utf-8'
    : (types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream');

/** Bytes through a stream that packs or unpacks them. */
const through = (
  content: BufferSource,
  stream: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> => new Blob([content]).stream().pipeThrough(stream);

async function unpack(content: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(content);
  // A host may have said that it is gzip: then the browser has unpacked it.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = through(bytes, new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Fetches a pack and puts it into the cache.
 *
 * @throws TypeError if it cannot be had, or is not what its name says; DOMException if there is no room
 */
export async function fetchPack(name: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(keyOf(name), { signal, credentials: 'same-origin' });
  if (!response.ok) throw new ReplacedError(`${name}: ${response.status}`);
  const content = await response.arrayBuffer();
  const pack = await unpack(content);
  if ((await nameOf(pack)) !== name) throw new ReplacedError(`${name} is another pack`);
  const cache = await caches.open(packsCache);
  await cache.put(placesKey(name), Response.json(placesIn(pack)));
  await cache.put(keyOf(name), new Response(content));
}

/** The server has something else under a name of this edition. */
export class ReplacedError extends TypeError {}

/** Names of the packs that are there. */
export async function packsThere(): Promise<ReadonlySet<string>> {
  const keys = await (await caches.open(packsCache)).keys();
  const start = addressOf(packAddress('')).length - '.pack'.length;
  return new Set(
    keys.filter(({ url }) => url.endsWith('.pack')).map(({ url }) => url.slice(start, -5)),
  );
}

/** What a pack that is there holds. */
export async function placesOf(name: string): Promise<readonly Place[]> {
  const found = await (await caches.open(packsCache)).match(placesKey(name));
  const places: unknown = await found?.json();
  return Array.isArray(places) ? places : [];
}

/** Deletes packs that no edition needs. */
export async function dropPacks(editions: readonly Edition[]): Promise<void> {
  const needed = new Set(editions.flatMap(({ packs }) => packs));
  const cache = await caches.open(packsCache);
  for (const name of await packsThere()) {
    if (needed.has(name)) continue;
    await cache.delete(keyOf(name));
    await cache.delete(placesKey(name));
  }
}

/** Packs that were asked for last, unpacked: a search for a phrase looks into hundreds of texts, one after the other. */
const open = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();
/** Bytes of those that are unpacked by now. */
const sizes = new Map<string, number>();
/** Bytes of packs that stay unpacked, about: all texts of 15,000 papers. */
const mostOpen = 24_000_000;

async function read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const found = await (await caches.open(packsCache)).match(keyOf(name));
  const pack = found && (await unpack(await found.arrayBuffer()));
  sizes.set(name, pack?.length ?? 0);
  let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  for (const oldest of open.keys()) {
    const size = sizes.get(oldest);
    if (size === undefined || oldest === name) continue;
    if (bytes <= mostOpen) break;
    bytes -= size;
    open.delete(oldest);
    sizes.delete(oldest);
  }
  return pack;
}

function opened(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pack = open.get(name) ?? read(name);
  // What was asked for last stands last.
  open.delete(name);
  open.set(name, pack);
  pack.then(
    (found) => found ?? open.delete(name),
    () => open.delete(name),
  );
  return pack;
}

/** Whether an edition has a file in a pack. */
export const isPacked = async (edition: string, path: string): Promise<boolean> =>
  (await directoryOf(edition)).has(path);

async function contentOf(
  edition: string,
  key: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const place = (await directoryOf(edition)).get(key);
  const pack = place && (await opened(place.pack));
  return place && pack?.subarray(place.start, place.end);
}

const decoder = new TextDecoder();

/**
 * A page, or a part of one, with all its parts.
 *
 * @throws TypeError if the browser has lost one
 */
async function whole(edition: string, key: string): Promise<string> {
  const content = await contentOf(edition, key);
  if (content === undefined) throw new TypeError(`${key} is not there`);
  const text = decoder.decode(content);
  const kind = (await directoryOf(edition)).get(key)?.kind;
  return kind === 'holes' ? fill(text, (part) => whole(edition, part)) : text;
}

/** @returns undefined if it is not there, or the browser has lost a part of it */
export async function packedFile(edition: string, path: string): Promise<Response | undefined> {
  const content = await contentOf(edition, path);
  if (content === undefined) return undefined;
  const headers = { 'Content-Type': typeOf(path) };
  const kind = (await directoryOf(edition)).get(path)?.kind;
  if (kind === 'gzip')
    return new Response(through(content, new CompressionStream('gzip')), { headers });
  if (kind === 'plain') return new Response(content, { headers });
  const page = await whole(edition, path).catch(() => undefined);
  return page === undefined ? undefined : new Response(page, { headers });
}
