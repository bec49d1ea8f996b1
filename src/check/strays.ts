/** Files of the archive's folder that nothing reads: in a folder below, of another extension, at the wrong place. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { inArchive, archiveFolder, digestsFolder } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { likelyName } from '../diagnostics/likely.ts';
import { parseDigestName } from '../digest/name.ts';

interface Folder {
  /** What it holds. */
  readonly what: string;
  /** Of its files; without one they may have any. */
  readonly extension?: string;
  /** Whether its files may lie in folders below it. */
  readonly deep?: boolean;
}

const folders: ReadonlyMap<string, Folder> = new Map<string, Folder>([
  ['public', { what: 'files served as they are', deep: true }],
  ['digests', { what: 'digests', deep: true }],
  ['papers', { what: 'entries', extension: '.md', deep: true }],
  ['records', { what: 'records', extension: '.md', deep: true }],
  ['removed', { what: 'what is left of removed papers', extension: '.md' }],
  ['topics', { what: 'topics', extension: '.md' }],
  ['notes', { what: 'notes', extension: '.md', deep: true }],
  ['pages', { what: 'pages', extension: '.md' }],
  ['mailed', { what: 'ledgers of mails', extension: '.jsonl' }],
]);

const files = [
  'accounts.jsonl',
  'synonyms.yaml',
  'dialects.yaml',
  'site.yaml',
  'theme.css',
  'sources.yaml',
  'collected.jsonl',
];

const misplaced = (path: string, why: string, place: string): Diagnostic =>
  diagnostic('archive/misplaced', { file: inArchive(path) }, { why, place: inArchive(place) });

/** What is wrong with the place of a file. @param path from the archive's folder, with `/` */
export function strayProblem(path: string): Diagnostic | undefined {
  const [top = '', ...rest] = path.split('/');
  const name = rest.at(-1) ?? top;
  const folder = folders.get(top);
  const file = { file: inArchive(path) };
  if (rest.length === 0) {
    if (files.includes(top) || /^(?:readme|licen[cs]e)(?:\.\w+)?$/i.test(top)) return undefined;
    const meant = likelyName(top, files) ?? (/^synonyms?\./i.test(top) ? files[1] : undefined);
    if (meant !== undefined) return misplaced(path, 'its name is another', meant);
    if (parseDigestName(top).ok) {
      return misplaced(path, `digests lie in ${digestsFolder()}`, `digests/${top}`);
    }
    return diagnostic('archive/stray', file);
  }
  if (folder === undefined) {
    const meant = likelyName(top, folders.keys());
    if (meant === undefined) return diagnostic('archive/stray', file);
    return misplaced(path, `there is no folder ${inArchive(top)}`, `${meant}/${name}`);
  }
  const { what, extension = '', deep = false } = folder;
  if (rest.length > 1 && !deep) {
    const why = `${what} lie in ${inArchive(top)} itself, not in a folder below it`;
    return misplaced(path, why, `${top}/${name}`);
  }
  if (name.endsWith(extension)) return undefined;
  const stem = name.replace(/(?:\.(?:md|markdown|mdx|txt|text))+$/i, '');
  return misplaced(
    path,
    `the names of ${what} end in ${extension}`,
    [top, ...rest.slice(0, -1), `${stem}${extension}`].join('/'),
  );
}

/**
 * Every visible file of the archive's folder that nothing reads.
 *
 * @param root the project's folder
 */
export async function strayProblems(root: string): Promise<Diagnostic[]> {
  const archive = archiveFolder(root);
  const found = await readdir(archive, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((item) => !item.isDirectory())
    .map((item) => relative(archive, join(item.parentPath, item.name)).replaceAll(sep, '/'))
    .filter((path) => !/(?:^|\/)\./.test(path))
    .toSorted()
    .flatMap((path) => strayProblem(path) ?? []);
}
