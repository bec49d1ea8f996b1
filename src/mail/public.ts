/** Keeps addresses out of what is published: the archive, the site, and whatever Git keeps. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { archiveFolder } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { tryGit } from '../workflow/git.ts';

/** Where a path leads that may not be there yet. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(real(above), basename(path));
  }
}

const isWithin = (folder: string, path: string): boolean => {
  const way = relative(real(folder), real(path));
  return way === '' || !/^\.\.(?:[/\\]|$)|^(?:[A-Z]:)?[/\\]/i.test(way);
};

/**
 * What is wrong with a place where addresses lie, or are to lie.
 *
 * @param root the project's folder
 * @param path absolute
 */
export async function publicPlace(root: string, path: string): Promise<Diagnostic | undefined> {
  const problem = (why: string): Diagnostic => diagnostic('mail/public', { file: path }, { why });
  if (isWithin(archiveFolder(root), path)) return problem('this is in the archive');
  for (const folder of ['dist', 'public'])
    if (isWithin(resolve(root, folder), path)) return problem(`this is in ${folder}`);
  const tracked = await tryGit(dirname(real(path)), ['ls-files', '--error-unmatch', real(path)]);
  return tracked.ok ? problem('Git keeps it') : undefined;
}
