/** A pack: many files in one, a line that says which before their contents. Written by the build, read by the worker. */

/**
 * How a file lies in a pack. `holes`: parts of it lie elsewhere (fill.ts), `gzip`: it is a gzip file, unpacked,
 * `gzip holes`: both, `pieces`: what other files lack of a paper (pieces.ts).
 */
export type Kind = 'plain' | 'holes' | 'gzip' | 'gzip holes' | 'pieces';
const kinds: ReadonlySet<unknown> = new Set<Kind>([
  'plain',
  'holes',
  'gzip',
  'gzip holes',
  'pieces',
]);

export interface Packed {
  /** Address under the base path as readers ask for it, or the name of a part. */
  readonly key: string;
  readonly kind: Kind;
  readonly content: Uint8Array;
  /** Whose pieces a hole means that names no paper. */
  readonly owner?: string;
}

/** Where a file lies. */
export interface Place extends Omit<Packed, 'content'> {
  /** Bytes from the beginning of the unpacked pack. */
  readonly start: number;
  readonly end: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lineEnd = 0x0a;

type Row = readonly [key: string, length: number, kind: Kind, owner?: string];

function isRow(value: unknown): value is Row {
  if (!Array.isArray(value)) return false;
  const [key, length, kind, owner]: readonly unknown[] = value;
  return (
    typeof key === 'string' &&
    Number.isSafeInteger(length) &&
    kinds.has(kind) &&
    (owner === undefined || typeof owner === 'string')
  );
}

/** Puts files together. */
export function writePack(files: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const rows = files.map(({ key, kind, content, owner }): Row =>
    owner === undefined ? [key, content.length, kind] : [key, content.length, kind, owner],
  );
  const head = encoder.encode(`${JSON.stringify(rows)}\n`);
  const length = files.reduce((sum, { content }) => sum + content.length, head.length);
  const pack = new Uint8Array(length);
  pack.set(head);
  let at = head.length;
  for (const { content } of files) {
    pack.set(content, at);
    at += content.length;
  }
  return pack;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What a pack holds.
 *
 * @throws TypeError if it is no pack
 */
export function placesIn(pack: Uint8Array): Place[] {
  const head = pack.indexOf(lineEnd);
  const rows = head < 0 ? undefined : parsed(decoder.decode(pack.subarray(0, head)));
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new TypeError('This is no pack.');
  let start = head + 1;
  return rows.map(([key, length, kind, owner]) => {
    const place = { key, kind, start, end: start + length };
    start += length;
    return owner === undefined ? place : { ...place, owner };
  });
}

/**
 * The name of a pack: the first 96 bits of the SHA-256 of what it holds, so that equal packs have equal names.
 *
 * @param dictionary name of the pack without which it cannot be unpacked, if there is one
 */
export async function nameOf(pack: Uint8Array, dictionary = ''): Promise<string> {
  const before = encoder.encode(dictionary);
  const all = new Uint8Array(before.length + pack.length);
  all.set(before);
  all.set(pack, before.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 16);
}
