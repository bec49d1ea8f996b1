/** The archive as a file to take along: a ZIP whose pages open from a disk, search and all. */
import { basename, resolve } from 'node:path';
import slugify from '@sindresorhus/slugify';
import { Refusal } from '../diagnostics/refusal.ts';
import { readManifest, siteProblems } from '../publish/manifest.ts';
import { copyOf } from './copy.ts';
import { writeZip, type Zipping } from './zip.ts';

export interface Portable {
  /** Where it is, absolute. */
  readonly file: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Makes the copy of a built site.
 *
 * @param folder of the site, absolute
 * @param where how to name it in messages
 * @param out the ZIP file; left out: named after the archive, in the working directory
 * @throws {Refusal} if the site is not whole
 */
export async function makePortable(
  folder: string,
  where: string,
  out: string | undefined,
  zipping?: Zipping,
): Promise<Portable> {
  const problems = await siteProblems(folder, where, 'sizes');
  if (problems.length > 0) throw new Refusal(problems);
  const built = (await readManifest(folder))?.files ?? [];
  const { name, files } = copyOf(folder, built, where);
  const file = resolve(out ?? `${slugify(name) || 'archive'}.zip`);
  const top = basename(file, '.zip');
  const bytes = await writeZip(file, top, files, zipping);
  return { file, files: files.length, bytes };
}
