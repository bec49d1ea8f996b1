/** Moves an archive's files into folders by year, month, day or letter, or out of them. Ids and addresses stay. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, dirname, posix, resolve } from 'node:path';
import { digestsFolder, notesFolder, papersFolder, recordsFolder } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseDigestName } from '../digest/name.ts';
import { readEntries } from '../entries/files.ts';
import { listPlaced } from '../entries/placed.ts';
import { folderIn, type Layout } from '../places.ts';

export interface FoldersReport {
  readonly ok: boolean;
  /** Files that were moved, from the project's folder. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly problems: readonly Diagnostic[];
}

/** How captures are laid out: their names begin with their days, and a folder a day would hold one of them. */
const ofCaptures: Readonly<Record<Layout, Layout>> = {
  flat: 'flat',
  year: 'year',
  month: 'month',
  day: 'month',
  letter: 'year',
};

/** Removes the folders below one that are empty, or hold such folders alone; the folder itself stays. */
function removeEmpty(folder: string): void {
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    if (!item.isDirectory() || item.name.startsWith('.')) continue;
    const path = resolve(folder, item.name);
    removeEmpty(path);
    if (readdirSync(path).length === 0) rmdirSync(path);
  }
}

/**
 * Moves captures, entries, records and notes to where a layout has them, each by one rename: killed at any moment and
 * run again, it moves the rest, and then nothing more. A record or note lies as its entry does; what belongs to no
 * entry that can be read, and what is a link, stays where it is. So do files that two places have.
 *
 * @param root the project's folder
 * @throws what the file system throws
 */
export async function moveIntoFolders(root: string, layout: Layout): Promise<FoldersReport> {
  const moved: { from: string; to: string }[] = [];
  const problems: Diagnostic[] = [];
  const { entries } = await readEntries(root);
  const days = new Map(
    entries.map(({ entry: { id, data } }) => [id, data.digests[0]?.digest ?? ''] as const),
  );
  const kinds = [
    [papersFolder(), '.md'],
    [recordsFolder(), '.md'],
    [notesFolder(), '.md'],
    [digestsFolder(), ''],
  ] as const;
  for (const [folder, extension] of kinds) {
    const placed = await listPlaced(root, folder, extension);
    problems.push(...placed.problems);
    const twice = new Set(placed.problems.map(({ where }) => basename(where.file)));
    for (const from of placed.files) {
      const name = basename(from);
      const isCapture = folder === digestsFolder();
      const day = isCapture ? name : days.get(basename(name, '.md'));
      if (day === undefined || (isCapture && !parseDigestName(name).ok) || twice.has(name))
        continue;
      const place = folderIn(isCapture ? ofCaptures[layout] : layout, name, day);
      const to = posix.join(folder, place, name);
      if (to === from || !(await lstat(resolve(root, from))).isFile()) continue;
      if (existsSync(resolve(root, to))) {
        problems.push(diagnostic('file/two-places', { file: from }, { other: to }));
        continue;
      }
      mkdirSync(dirname(resolve(root, to)), { recursive: true });
      renameSync(resolve(root, from), resolve(root, to));
      moved.push({ from, to });
    }
    if (existsSync(resolve(root, folder))) removeEmpty(resolve(root, folder));
  }
  return { ok: problems.length === 0, moved, problems };
}
