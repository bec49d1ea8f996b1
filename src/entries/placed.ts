/** Finds the files of an archive that have ids, in the folder of their kind or in folders below it. */
import { readdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { rememberPlaces } from '../places.ts';
import { missing } from './owner-files.ts';

/** Files of a kind, wherever below its folder they lie. */
export interface Placed {
  /** Paths from the project's folder, sorted by the names of the files. */
  readonly files: readonly string[];
  /** Names that more than one file has: the first of them is in `files`. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Finds the visible files of a kind, in its folder and in folders below it, and remembers where they lie. A folder that
 * has the name of a Markdown file takes it as a file would, and so does a link that leads nowhere.
 *
 * @param folder from the project's folder
 * @param extension that the names must have
 */
export async function listPlaced(root: string, folder: string, extension = ''): Promise<Placed> {
  const found: string[] = [];
  const walk = async (below: string): Promise<void> => {
    const items = await readdir(resolve(root, folder, below), { withFileTypes: true }).catch(
      missing,
    );
    const visible = items.filter(({ name }) => !name.startsWith('.'));
    for (const item of visible) {
      const path = `${below}${item.name}`;
      const named = item.name.endsWith('.md');
      if (item.isDirectory() && !named) {
        await walk(`${path}/`);
        continue;
      }
      const target = item.isSymbolicLink()
        ? await stat(resolve(root, folder, path)).catch(() => undefined)
        : undefined;
      if (item.name.endsWith(extension) && (named || !target?.isDirectory())) found.push(path);
    }
  };
  await walk('');
  const named = found.map((path) => ({ path, name: basename(path), deep: path.split('/').length }));
  named.sort((a, b) =>
    a.name === b.name ? a.deep - b.deep || (a.path < b.path ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
  rememberPlaces(
    folder,
    named.map(({ path }) => path),
  );
  const files: string[] = [];
  const problems: Diagnostic[] = [];
  for (const [at, { path, name }] of named.entries()) {
    const file = `${folder}/${path}`;
    const first = files.at(-1);
    if (first === undefined || named[at - 1]?.name !== name) files.push(file);
    else problems.push(diagnostic('file/two-places', { file }, { other: first }));
  }
  return { files, problems };
}
