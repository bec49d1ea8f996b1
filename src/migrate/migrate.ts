/** Brings an archive of Offprint 0.1 to today's form: all that is its owner's in one folder. */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { archiveFolder, inArchive, publicFolder, siteFile } from '../archive-folder.ts';
import { githubRepository } from '../site/read.ts';
import { reasonOf } from '../diagnostics/file-system.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { missing } from '../entries/owner-files.ts';
import { settingsOf } from './settings.ts';

/** What Offprint 0.1 itself served, with its SHA-256: not the owner's, unless they had put another in its place. */
const engineFiles: ReadonlyMap<string, string> = new Map([
  ['favicon.svg', '4c3c06a96f4cd40729056c4315d50aca3f01a979e9b8558b401314489fbb68bf'],
  ['.nojekyll', hash('sha256', '')],
]);

export interface MigrationReport {
  readonly ok: boolean;
  /** Files that were written, from the project's folder. */
  readonly written: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/** The files below a folder, from it, with slashes, sorted; none where there is no folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(missing);
  return found
    .filter((item) => !item.isDirectory())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll(sep, '/'))
    .toSorted();
}

/**
 * Takes over the entries, digests, records, topics, names and accounts of an archive as they are, byte for byte, its
 * settings (`src/site.ts`, which is run) and the files that it served. Nothing is ever overwritten or deleted: killed
 * and run again, it writes what is missing, and then nothing more.
 *
 * @param from the folder of the project as it was
 * @param root the project's folder; it may be the same
 * @throws what the file system throws
 */
export async function migrate(from: string, root: string): Promise<MigrationReport> {
  const written: string[] = [];
  const problems: Diagnostic[] = [];
  const put = async (file: string, content: Buffer): Promise<void> => {
    const path = resolve(root, file);
    await mkdir(dirname(path), { recursive: true });
    if (await writeAtomic(path, content, { durable: true, before: null })) written.push(file);
    else if (!content.equals(await readFile(path)))
      problems.push(diagnostic('migrate/kept', { file }));
  };

  const old = join(from, 'content');
  if (resolve(old) !== archiveFolder(root)) {
    for (const file of await filesBelow(old)) {
      await put(inArchive(file), await readFile(join(old, file)));
    }
  }
  const served = join(from, 'public');
  for (const file of await filesBelow(served)) {
    const bytes = await readFile(join(served, file));
    if (hash('sha256', bytes) !== engineFiles.get(file))
      await put(`${publicFolder()}/${file}`, bytes);
  }
  const settings = join(from, 'src', 'site.ts');
  if (existsSync(settings) && !existsSync(resolve(root, siteFile()))) {
    const reading = await readOld(settings);
    if ('yaml' in reading) await put(siteFile(), Buffer.from(reading.yaml));
    else problems.push(diagnostic('migrate/settings', { file: settings }, reading));
  }
  const ok = problems.every(({ severity }) => severity !== 'error');
  return { ok, written, problems };
}

/** The settings were a module, and might ask anything of Node: it is run as every build had run it. */
async function readOld(file: string): Promise<ReturnType<typeof settingsOf>> {
  try {
    const { site }: { site?: unknown } = await import(pathToFileURL(file).href);
    return settingsOf(site, githubRepository(process.env));
  } catch (error) {
    return { why: reasonOf(error) };
  }
}
