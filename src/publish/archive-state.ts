/** Whether anything in an archive's folder has changed, without reading a file. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { archiveFolder } from '../archive-folder.ts';

export interface ArchiveState {
  /** Changes with any name, size or time below the folder: SHA-256, hexadecimal. */
  readonly hash: string;
  /** When a file or folder was changed last, in milliseconds since 1970. */
  readonly newest: number;
}

/**
 * Looks at the names, sizes and times of all that lies in the archive's folder.
 *
 * @param root folder of the project
 */
export function archiveState(root: string): ArchiveState {
  const hash = createHash('sha256');
  let newest = 0;
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      const stat = statSync(path, { throwIfNoEntry: false });
      newest = Math.max(newest, stat?.mtimeMs ?? 0, stat?.ctimeMs ?? 0);
      hash.update(`${path}\0${stat?.size}\0${stat?.mtimeMs}\0${stat?.ctimeMs}\0${stat?.ino}\0`);
      if (stat?.isDirectory() && !entry.isSymbolicLink()) visit(path);
    }
  };
  // An archive of which nothing is left has no folder: Git keeps none that is empty.
  if (existsSync(archiveFolder(root))) visit(archiveFolder(root));
  return { hash: hash.digest('hex'), newest };
}
