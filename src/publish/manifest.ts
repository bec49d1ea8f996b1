/** The list of a built site's files, written last: what it says is there, or the site is not whole. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { listFiles, type BuiltFile } from './files.ts';

/** A dot file: hosts need not serve it. */
export const manifestName = '.files.jsonl';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/**
 * Writes the list into a folder: a line of JSON a file, below the hash of these lines.
 *
 * @returns the hash
 */
export async function writeManifest(folder: string, files: readonly BuiltFile[]): Promise<string> {
  const lines = files
    .filter(({ path }) => path !== manifestName)
    .map((file) => `${JSON.stringify(file)}\n`)
    .join('');
  const hash = hashOf(lines);
  await writeFile(join(folder, manifestName), `${JSON.stringify(hash)}\n${lines}`);
  return hash;
}

const isFile = (value: unknown): value is BuiltFile =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'bytes' in value &&
  typeof value.bytes === 'number' &&
  'hash' in value &&
  typeof value.hash === 'string';

/** The hash that stands at the head of a site's list, unchecked; empty if there is none. */
export function manifestHash(folder: string): string {
  try {
    const text = readFileSync(join(folder, manifestName), 'utf8');
    return String(JSON.parse(text.slice(0, text.indexOf('\n'))));
  } catch {
    return '';
  }
}

/** What a build has listed. */
export interface Manifest {
  readonly files: readonly BuiltFile[];
  /** Of its lines: SHA-256 in base64. */
  readonly hash: string;
}

/** The files that a build has listed; undefined for a list that is missing or cut. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  const lines = text.slice(end + 1);
  const hash = hashOf(lines);
  if (end < 0 || text.slice(0, end) !== JSON.stringify(hash)) return undefined;
  const files = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
    .filter(isFile);
  return { files, hash };
}

type Compare = (file: BuiltFile) => boolean;

async function sameSizes(folder: string, files: readonly BuiltFile[]): Promise<Compare> {
  const sizes = new Map<string, number>();
  for (const { path } of files) {
    const found = await stat(join(folder, path)).catch(() => undefined);
    if (found?.isFile()) sizes.set(path, found.size);
  }
  return ({ path, bytes }) => sizes.get(path) === bytes;
}

async function sameContents(folder: string): Promise<Compare> {
  const hashes = new Map((await listFiles(folder)).map(({ path, hash }) => [path, hash]));
  return ({ path, hash }) => hashes.get(path) === hash;
}

/**
 * One problem for each folder of a site in which files are not what they should be.
 *
 * @param paths of files under the site
 * @param where how to name the site
 */
export function byFolder(
  code: 'site/damaged' | 'site/incomplete',
  paths: readonly string[],
  where: string,
): Diagnostic[] {
  const folders = Map.groupBy(paths, (path) => path.slice(0, Math.max(path.indexOf('/'), 0)));
  return [...folders].map(([part, wrong]) => {
    const first = wrong.slice(0, 3).join(', ') + (wrong.length > 3 ? ', …' : '');
    const file = part === '' ? where : `${where}/${part}`;
    return diagnostic(code, { file }, { count: wrong.length, first });
  });
}

/**
 * Whether a site is what its build left.
 *
 * @param folder the site, absolute
 * @param where how to name it in messages
 * @param how `sizes` asks the file system, `contents` reads every file
 * @returns none if the site is whole
 */
export async function siteProblems(
  folder: string,
  where: string,
  how: 'sizes' | 'contents',
): Promise<Diagnostic[]> {
  const unfinished = (why: string) => [diagnostic('site/unfinished', { file: where }, { why })];
  if (!existsSync(folder)) return unfinished('the folder does not exist');
  const { files } = (await readManifest(folder)) ?? {};
  if (files === undefined) return unfinished('the list of its files is missing or cut');
  const same = how === 'sizes' ? await sameSizes(folder, files) : await sameContents(folder);
  const wrong = files.filter((file) => !same(file));
  return byFolder(
    'site/damaged',
    wrong.map(({ path }) => path),
    where,
  );
}
