/** Packs in the cache, and files out of them. */
import { fill, nearHole } from '../packs/fill.ts';
import { volumeAddress } from '../packs/lists.ts';
import { nameOf, placesIn, type Place } from '../packs/pack.ts';
import { pieceName, readPieces } from '../packs/pieces.ts';
import type { Run } from '../packs/runs.ts';
import { directoryOf, type Edition } from './editions.ts';
import { addressOf, facts } from './scope.ts';

/** All editions' packs. */
export const packsCache = `${facts.prefix}packs`;

/** Each pack has an address of its own in the cache, which no server has. */
const keyOf = (name: string): string => addressOf(`offline/packs/${name}.pack`);
/** Where packs of an earlier kind have the list of what they hold. */
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

/** A pack as it lies in the cache: a line that says what is in it, and then its bytes as they came. */
interface Stored {
  /** Name of the pack that is its dictionary. */
  readonly dictionary: string;
  readonly places: readonly Place[];
}

const lineEnd = 0x0a;
const store = ({ dictionary, places }: Stored, bytes: BufferSource): Response =>
  new Response(new Blob([`${JSON.stringify([dictionary, places])}\n`, bytes]));

/** @returns undefined for a pack of an earlier kind: a gzip file */
function readHead(stored: Uint8Array): (Stored & { readonly start: number }) | undefined {
  if (stored[0] === 0x1f) return undefined;
  const start = stored.indexOf(lineEnd) + 1;
  const [dictionary, places]: [string, Place[]] = JSON.parse(
    new TextDecoder().decode(stored.subarray(0, start)),
  );
  return { dictionary, places, start };
}

/**
 * Unpacks a stream of blocks (RFC 1951). Browsers take no dictionary: it goes before the stream as a block of its own
 * that is not compressed, and off the result again.
 */
async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  dictionary: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { length } = dictionary;
  const lengths = new Uint8Array([0, length, length >> 8, ~length, ~length >> 8]);
  const blocks = length === 0 ? [bytes] : [lengths, dictionary, bytes];
  const stream = new Blob(blocks).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer()).subarray(length);
}

/** The server has something else under a name of this edition. */
export class ReplacedError extends TypeError {}

/** Has a dictionary, or any pack, unpacked. */
async function known(name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (name === '') return new Uint8Array();
  const pack = await opened(name);
  if (pack === undefined) throw new TypeError(`${name} is not there`);
  return pack;
}

/**
 * Fetches packs that lie side by side in a file and puts them into the cache. Their dictionaries are there.
 *
 * @throws TypeError if they cannot be had, or are not what their names say; DOMException if there is no room
 */
export async function fetchRun({ volume, whole, packs }: Run, signal: AbortSignal): Promise<void> {
  const start = packs[0]?.start ?? 0;
  const end = packs.at(-1)?.end ?? 0;
  const response = await fetch(addressOf(volumeAddress(volume)), {
    signal,
    credentials: 'same-origin',
    headers: whole ? {} : { Range: `bytes=${start}-${end - 1}` },
  });
  if (!response.ok) throw new ReplacedError(`${volume}: ${response.status}`);
  const content = new Uint8Array(await response.arrayBuffer());
  // Not every server knows ranges: from others comes the whole file.
  const offset = response.status === 206 ? start : 0;
  const cache = await caches.open(packsCache);
  for (const pack of packs) {
    const bytes = content.slice(pack.start - offset, pack.end - offset);
    const { name, dictionary = '' } = pack;
    const before = await known(dictionary);
    const unpacked = await inflate(bytes, before).catch(() => new Uint8Array());
    if ((await nameOf(unpacked, dictionary)) !== name)
      throw new ReplacedError(`${name} is another pack`);
    await cache.put(keyOf(name), store({ dictionary, places: placesIn(unpacked) }, bytes));
  }
}

/** Names of the packs that are there. */
export async function packsThere(): Promise<ReadonlySet<string>> {
  const keys = await (await caches.open(packsCache)).keys();
  const start = keyOf('').length - '.pack'.length;
  return new Set(
    keys.filter(({ url }) => url.endsWith('.pack')).map(({ url }) => url.slice(start, -5)),
  );
}

async function stored(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const found = await (await caches.open(packsCache)).match(keyOf(name));
  return found && new Uint8Array(await found.arrayBuffer());
}

/** What a pack that is there holds. */
export async function placesOf(name: string): Promise<readonly Place[]> {
  const bytes = await stored(name);
  return (bytes && readHead(bytes)?.places) ?? [];
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

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const head = readHead(bytes);
  if (head !== undefined) return inflate(bytes.subarray(head.start), await known(head.dictionary));
  const stream = through(bytes, new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const packed = await stored(name);
  const pack = packed && (await unpack(packed));
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
 * A file, or a part of one, with all its parts.
 *
 * @throws TypeError if the browser has lost one
 */
async function whole(edition: string, key: string): Promise<string> {
  const content = await contentOf(edition, key);
  if (content === undefined) throw new TypeError(`${key} is not there`);
  const text = decoder.decode(content);
  const { kind, owner = '' } = (await directoryOf(edition)).get(key) ?? {};
  if (kind !== 'holes' && kind !== 'gzip holes') return text;
  return fill(text, async (name) => {
    const piece = pieceName(name);
    if (piece === undefined) return whole(edition, name === nearHole ? owner + name : name);
    return piece.of(readPieces(await whole(edition, `~${piece.owner || owner}`)));
  });
}

const isGzip = (kind: Place['kind'] | undefined): boolean =>
  kind === 'gzip' || kind === 'gzip holes';

/** @returns undefined if it is not there, or the browser has lost a part of it */
export async function packedFile(edition: string, path: string): Promise<Response | undefined> {
  const content = await contentOf(edition, path);
  if (content === undefined) return undefined;
  const headers = { 'Content-Type': typeOf(path) };
  const kind = (await directoryOf(edition)).get(path)?.kind;
  const text = kind?.endsWith('holes') ? await whole(edition, path).catch(() => undefined) : '';
  if (text === undefined) return undefined;
  const body = text === '' ? content : new TextEncoder().encode(text);
  return isGzip(kind)
    ? new Response(through(body, new CompressionStream('gzip')), { headers })
    : new Response(body, { headers });
}
