/** Tells whether anything has changed since the last build, without parsing anything. */
import { createHash, type Hash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { recordsFolder } from '../enrich/record-file.ts';
import { digestsFolder, papersFolder, readAccountsFile } from './files.ts';

/** The code that decides what entries and their HTML look like. */
const codeFolders = ['src/diagnostics', 'src/digest', 'src/enrich', 'src/entries', 'src/text'];

/** Files read at a time. */
const atATime = 64;

async function addFolder(hash: Hash, root: string, folder: string): Promise<void> {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  const paths = found
    .filter((item) => item.isFile() && !item.name.endsWith('.tmp'))
    .map((item) => join(item.parentPath, item.name))
    .toSorted();
  for (let start = 0; start < paths.length; start += atATime) {
    const batch = paths.slice(start, start + atATime);
    const contents = await Promise.all(batch.map((path) => readFile(path)));
    for (const [at, content] of contents.entries()) {
      hash.update(`\0${batch[at]?.slice(root.length) ?? ''}\0${content.length}\0`).update(content);
    }
  }
}

async function hashOf(root: string, folders: readonly string[], start = ''): Promise<string> {
  const hash = createHash('sha256').update(start);
  for (const folder of folders) await addFolder(hash, root, folder);
  return hash.digest('hex').slice(0, 32);
}

/** Changes when the code does that reads digests, writes entries and renders text. */
export const codeFingerprint = (root: string): Promise<string> => hashOf(root, codeFolders);

/** Changes when a digest, an entry or an account does; hidden files, `.removed` among them, included. */
export const contentFingerprint = async (root: string): Promise<string> =>
  hashOf(root, [digestsFolder, papersFolder, recordsFolder], await readAccountsFile(root));
