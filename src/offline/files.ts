/** The files of a built site. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface BuiltFile {
  /** Path in the site, with `/` between folders, e.g. `papers/soap/index.html`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in base64. */
  readonly hash: string;
}

/** Files read at a time: enough to keep the disk busy, few enough to stay small in memory. */
const atOnce = 32;

/** What this process has read, by place: a build lists its files twice, and reads each once. */
const known = new Map<
  string,
  { readonly time: bigint; readonly size: bigint; readonly hash: string }
>();

async function hashAt(place: string): Promise<{ bytes: number; hash: string }> {
  const { mtimeNs: time, size } = await stat(place, { bigint: true });
  const before = known.get(place);
  if (before?.time === time && before.size === size)
    return { bytes: Number(size), hash: before.hash };
  const content = await readFile(place);
  const hash = createHash('sha256').update(content).digest('base64');
  known.set(place, { time, size, hash });
  return { bytes: content.length, hash };
}

/**
 * Lists the files below a folder, in the order of their paths.
 *
 * @param folder absolute
 */
export async function listFiles(folder: string): Promise<BuiltFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const places = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files: BuiltFile[] = [];
  for (let at = 0; at < places.length; at += atOnce) {
    const some = places.slice(at, at + atOnce).map(async (place) => ({
      path: relative(folder, place).replaceAll(sep, '/'),
      ...(await hashAt(place)),
    }));
    files.push(...(await Promise.all(some)));
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
