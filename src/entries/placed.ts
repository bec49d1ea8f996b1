/** Finds the files of an archive that have ids, in the folder of their kind or in folders below it. */
import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
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
  const found: { readonly path: string; readonly name: string; readonly deep: number }[] = [];
  const walk = async (below: string, deep: number): Promise<void> => {
    const items = await readdir(resolve(root, folder, below), { withFileTypes: true }).catch(
      missing,
    );
    for (const item of items) {
      if (item.name.startsWith('.')) continue;
      const path = `${below}${item.name}`;
      const named = item.name.endsWith('.md');
      if (item.isDirectory() && !named) {
        await walk(`${path}/`, deep + 1);
        continue;
      }
      const target = item.isSymbolicLink()
        ? await stat(resolve(root, folder, path)).catch(() => undefined)
        : undefined;
      if (item.name.endsWith(extension) && (named || !target?.isDirectory()))
        found.push({ path, name: item.name, deep });
    }
  };
  await walk('', 0);
  found.sort((a, b) =>
    a.name === b.name ? a.deep - b.deep || (a.path < b.path ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
  rememberPlaces(
    folder,
    found.map(({ path }) => path),
  );
  const files: string[] = [];
  const problems: Diagnostic[] = [];
  for (const [at, { path, name }] of found.entries()) {
    const file = `${folder}/${path}`;
    const first = files.at(-1);
    if (first === undefined || found[at - 1]?.name !== name) files.push(file);
    else problems.push(diagnostic('file/two-places', { file }, { other: first }));
  }
  return { files, problems };
}
