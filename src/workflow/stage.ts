/** What of a checkout the workflow commits: the archive's folder, and what `npm run new` puts beside it. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveFolder } from '../archive-folder.ts';
import { besideArchive } from './starter.ts';
import { git } from './git.ts';

export interface Staged {
  /** The top folder of the checkout that the archive lies in. */
  readonly top: string;
  /** The archive's folder, from there, with a slash behind it; empty if it is the same. */
  readonly prefix: string;
  /** Files that are not as they were committed, from there. */
  readonly files: readonly string[];
}

/**
 * Stages it.
 *
 * @param root the project's folder; the archive may lie in a checkout of its own
 * @throws Error if Git fails
 */
export async function stage(root: string): Promise<Staged> {
  const folder = archiveFolder(root);
  await mkdir(folder, { recursive: true });
  const top = await git(folder, 'rev-parse', '--show-toplevel');
  const prefix = await git(folder, 'rev-parse', '--show-prefix');
  const beside = besideArchive.filter((name) => existsSync(join(top, name)));
  const paths = [...beside, prefix || '.'];
  await git(top, 'add', '--all', '--', ...paths);
  const changed = await git(top, 'diff', '--cached', '--name-only', '--no-renames', '-z');
  return { top, prefix, files: changed.split('\0').filter(Boolean) };
}
