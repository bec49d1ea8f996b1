/** Reads the settings of an archive from its folder. */
import { existsSync } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inArchive, pagesFolder, publicFolder, siteFile } from '../archive-folder.ts';
import { listFiles, readOwnText } from '../entries/owner-files.ts';
import { setTopics } from '../topic-sets.ts';
import { parseSite, type SiteReading } from './parse.ts';

/** Files that the engine serves where the archive has none of the name. */
const enginePublic = fileURLToPath(new URL('../../public', import.meta.url));

/** Where a file that is served as it is lies: the archive's goes before the engine's. @param path below the site's address */
export const servedFile = (root: string, path: string): string | undefined =>
  [resolve(root, publicFolder()), enginePublic]
    .map((folder) => join(folder, path))
    .find((file) => existsSync(file));

export type Environment = Readonly<Record<string, string | undefined>>;

/** The repository that a GitHub workflow runs for. */
export const githubRepository = (env: Environment): string | undefined =>
  env['GITHUB_REPOSITORY'] &&
  `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY']}`;

/**
 * An archive's settings: what `site.yaml` says, defaults for the rest.
 *
 * @param root the project's folder
 * @param env the environment: a workflow knows its repository
 * @returns what is wrong, too, with file, line and column
 */
export async function readSite(root: string, env: Environment = process.env): Promise<SiteReading> {
  const file = siteFile();
  const read = existsSync(resolve(root, file))
    ? await readOwnText(root, file)
    : ({ ok: true, text: '' } as const);
  if (!read.ok) return { problems: [read.problem] };
  const pages = await listFiles(resolve(root, pagesFolder()));
  const { site, problems } = parseSite(file, read.text, {
    pages: pages.flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -'.md'.length)] : [])),
    isServed: (path) => servedFile(root, path) !== undefined,
    topicsOf: (set) => setTopics(root, set).map((name) => basename(name, '.md')),
  });
  if (site === undefined) return { problems };
  const url = site.repository.url ?? githubRepository(env);
  const folder =
    site.repository.folder ?? (isAbsolute(inArchive()) ? basename(inArchive()) : inArchive());
  return { site: { ...site, repository: { ...site.repository, url, folder } }, problems };
}
