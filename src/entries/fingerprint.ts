/** Tells whether anything has changed since the last build, without parsing anything. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lookAt } from './files.ts';
import { Seen } from './seen.ts';

/** The code that decides what entries and their HTML look like. */
const codeFolders = ['src/diagnostics', 'src/digest', 'src/enrich', 'src/entries', 'src/text'];

/** Changes when the code does that reads digests, writes entries and renders text. */
export async function codeFingerprint(root: string): Promise<string> {
  const seen = new Seen();
  for (const folder of codeFolders) {
    const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const item of found.filter((it) => it.isFile())) {
      const path = join(item.parentPath, item.name);
      seen.note(path.slice(root.length), await readFile(path));
    }
  }
  return seen.fingerprint();
}

/**
 * Changes when a file of these folders does that a load reads; equal to what a load has {@link Seen} if it would
 * read the same again.
 */
export async function contentFingerprint(
  root: string,
  folders: readonly string[],
): Promise<string> {
  const seen = new Seen();
  await lookAt(root, seen, folders);
  return seen.fingerprint();
}
