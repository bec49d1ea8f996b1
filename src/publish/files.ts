/** The files of a built site. */
import { createHash, hash as hashAtOnce } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { setImmediate as others } from 'node:timers/promises';

export interface BuiltFile {
  /** Path in the site, with `/` between folders, e.g. `papers/soap/index.html`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in base64. */
  readonly hash: string;
}

/** What this process has read, by place: a build lists its files twice, and reads each once. */
const known = new Map<
  string,
  { readonly time: bigint; readonly size: bigint; readonly hash: string }
>();

/** What is read at a time, again and again in the same place: memory that nobody has touched yet costs more than reading. */
const buffer = Buffer.allocUnsafe(262_144);

function hashOf(place: string, size: bigint): string {
  const file = openSync(place, 'r');
  try {
    const next = (): Uint8Array => buffer.subarray(0, readSync(file, buffer));
    let read = next();
    if (read.length === Number(size)) return hashAtOnce('sha256', read, 'base64');
    const whole = createHash('sha256');
    for (; read.length > 0; read = next()) whole.update(read);
    return whole.digest('base64');
  } finally {
    closeSync(file);
  }
}

function fileAt(folder: string, path: string): BuiltFile {
  const place = `${folder}/${path}`;
  const { mtimeNs: time, size } = statSync(place, { bigint: true });
  const before = known.get(place);
  const same = before?.time === time && before.size === size;
  const read = same ? before.hash : hashOf(place, size);
  if (!same) known.set(place, { time, size, hash: read });
  return { path, bytes: Number(size), hash: read };
}

/** The bytes of a file, piece by piece, each in the place of the one before. @throws what the file system throws */
export function* piecesOf(place: string): Generator<Buffer> {
  const own = Buffer.allocUnsafe(buffer.length);
  const file = openSync(place, 'r');
  try {
    for (let read = readSync(file, own); read > 0; read = readSync(file, own)) {
      yield own.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** Paths of the files below a folder, in no order. */
export function* pathsIn(folder: string, inside = ''): Generator<string> {
  for (const entry of readdirSync(`${folder}/${inside}`, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* pathsIn(folder, `${inside}${entry.name}/`);
    else if (entry.isFile()) yield inside + entry.name;
  }
}

/**
 * Lists the files below a folder, in the order of their paths. A build has just written them, so that they lie in
 * memory: there, waiting for one after the other takes a sixth of what it takes to wait for many at a time.
 *
 * @param folder absolute
 * @throws what the file system throws
 */
export async function listFiles(folder: string): Promise<BuiltFile[]> {
  const files: BuiltFile[] = [];
  for (const path of pathsIn(folder)) {
    files.push(fileAt(folder, path));
    if (files.length % 1000 === 0) await others();
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
