/** The files that a new archive begins with: those of `template`. */
import { readFileSync } from 'node:fs';
import { usualFolder } from '../archive-folder.ts';

/** The engine that an archive is built with. */
export interface Engine {
  /** Its repository, `OWNER/REPO`. */
  readonly repository: string;
  /** A tag, branch or commit of it. */
  readonly version: string;
}

/** What stands for an engine that is not known: its owner fills it in. */
export const unknownEngine: Engine = { repository: 'OWNER/REPO', version: 'VERSION' };

/** Files beside the archive's folder that belong to its owner's repository, and that a workflow may write. */
export const besideArchive = ['README.md', '.gitignore'] as const;

/** The title that a folder's name gives: `river-papers` is “River papers”. */
export function titleOf(folder: string): string {
  const words = folder.replaceAll(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'Papers' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The files, as they are for an engine that is not known and a folder named `papers`. */
const template = new URL('../../template/', import.meta.url);

/** What of them differs from archive to archive. */
const placeholder = /OWNER\/REPO|VERSION|(?<=^# )Papers$|"Papers"/gm;

/**
 * The files of a new archive, by their paths from its repository's folder; the last one makes it an archive.
 *
 * @param folder the folder's name, which the archive is called after
 */
export function starterFiles(
  { repository, version }: Engine,
  folder: string,
): ReadonlyMap<string, string> {
  const title = titleOf(folder);
  const words = new Map([
    [unknownEngine.repository, repository],
    [unknownEngine.version, version],
    ['Papers', title],
    ['"Papers"', JSON.stringify(title)],
  ]);
  const paths = [
    '.github/workflows/archive.yml',
    ...besideArchive.toReversed(),
    `${usualFolder}/sources.yaml`,
    `${usualFolder}/site.yaml`,
  ];
  return new Map(
    paths.map((path) => {
      const text = readFileSync(new URL(path, template), 'utf8');
      return [path, text.replaceAll(placeholder, (found) => words.get(found) ?? found)];
    }),
  );
}
