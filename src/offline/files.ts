/** The files of a built site. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
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
    const some = places.slice(at, at + atOnce).map(async (place) => {
      const content = await readFile(place);
      return {
        path: relative(folder, place).replaceAll(sep, '/'),
        bytes: content.length,
        hash: createHash('sha256').update(content).digest('base64'),
      };
    });
    files.push(...(await Promise.all(some)));
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
