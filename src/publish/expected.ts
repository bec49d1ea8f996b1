/** What a site must hold to be published: a file for every address that its routes and its content have. */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { IntegrationResolvedRoute } from 'astro';
import {
  collectedFile,
  digestsFolder,
  pagesFolder,
  papersFolder,
  sourcesFile,
  topicsFolder,
} from '../archive-folder.ts';
import { collects } from '../collect/files.ts';
import { readTopicFiles } from '../topics/index.ts';
import { parseDigestName } from '../digest/name.ts';
import { readDigests, readEntries } from '../entries/files.ts';
import { listMarkdown } from '../entries/owner-files.ts';
import { listPlaced } from '../entries/placed.ts';
import { readPages } from '../owner/files.ts';
import { isOwnAddress } from '../owner/schema.ts';

/** Ids of what is in the archive's folder, by the folder of the site in which each has its page. */
export interface ContentIds {
  readonly papers: readonly string[];
  readonly topics: readonly string[];
  readonly digests: readonly string[];
  /** The owner's own pages: each has its address at the top. */
  readonly pages: readonly string[];
  /** Whether anything is collected. */
  readonly sources: boolean;
}

/** Lets through what stood there before the content was read: what was saved since is of the next build. */
async function savedBefore(root: string, files: readonly string[], read: number) {
  if (read === Infinity) return files;
  const times = await Promise.all(files.map((file) => stat(resolve(root, file)).catch(() => null)));
  return files.filter((_, at) => (times[at]?.mtimeMs ?? Infinity) <= read);
}

/**
 * What lies in the archive's folder, by the names of its files.
 *
 * @param root the project's folder
 * @param read when a build read them, in milliseconds since 1970; younger files are left out
 */
export async function contentIds(root: string, read = Infinity): Promise<ContentIds> {
  const ids = async (
    files: Promise<readonly string[]>,
    idOf: (name: string) => readonly string[],
  ): Promise<string[]> =>
    (await savedBefore(root, await files, read)).map((file) => basename(file)).flatMap(idOf);
  const placed = async (folder: string) => (await listPlaced(root, folder)).files;
  const present = (files: readonly string[]): string[] =>
    files.filter((file) => existsSync(resolve(root, file)));
  const page = (name: string) => (name.endsWith('.md') ? [name.slice(0, -'.md'.length)] : []);
  return {
    papers: await ids(placed(papersFolder()), page),
    // Topics of sets have pages where a paper has them.
    topics: await ids(listMarkdown(root, topicsFolder()), page),
    digests: await ids(placed(digestsFolder()), (name) => {
      const parsed = parseDigestName(name);
      return parsed.ok ? [parsed.name.id] : [];
    }),
    pages: (await ids(listMarkdown(root, pagesFolder()), page)).filter(isOwnAddress),
    sources: (await savedBefore(root, present([sourcesFile(), collectedFile()]), read)).length > 0,
  };
}

/**
 * The ids of what can be read: the owner has been told of other files, and they stop nothing. A capture may hold
 * several digests, of which none has its id.
 */
export async function readableIds(root: string, ids: ContentIds): Promise<ContentIds> {
  const { entries } = await readEntries(root);
  const { digests } = await readDigests(root);
  const { files: pages } = await readPages(root);
  const papers = new Set(entries.map(({ entry }) => entry.id));
  const captures = new Set(ids.digests);
  const own = new Set(pages.map(({ id }) => id));
  const topics = new Set((await readTopicFiles(root)).topics.map(({ id }) => id));
  return {
    papers: ids.papers.filter((id) => papers.has(id)),
    topics: ids.topics.filter((id) => topics.has(id)),
    digests: digests.flatMap(({ name, file }) => {
      const capture = parseDigestName(file);
      return capture.ok && captures.has(capture.name.id) ? [name.id] : [];
    }),
    pages: ids.pages.filter((id) => own.has(id)),
    sources: ids.sources && (await collects(root)),
  };
}

/** A route, as Astro resolves it. */
export type Route = Pick<
  IntegrationResolvedRoute,
  'pattern' | 'pathname' | 'type' | 'isPrerendered'
>;

/** The file of an address in a site: an endpoint is its own, a page is the index of a folder, but for the page of errors. */
export function fileAt(path: string, type: Route['type']): string {
  const inside = path.replace(/^\/|\/$/g, '');
  if (type !== 'page') return inside;
  return inside === '404' ? '404.html' : `${inside}/index.html`.replace(/^\//, '');
}

/**
 * Files that a site of these routes and this content has: one for each route without a parameter, for each paper,
 * topic or digest one of every route like `/topics/[id]/feed.xml`, and for each of the owner's pages its own.
 */
export function expectedFiles(routes: readonly Route[], ids: ContentIds): string[] {
  const { sources, ...listed } = ids;
  const lists: Readonly<Record<string, readonly string[] | undefined>> = { ...listed };
  return routes
    .filter(({ type, isPrerendered }) => isPrerendered && (type === 'page' || type === 'endpoint'))
    .flatMap(({ pattern, pathname, type }) => {
      // What stands for the later pages of a list may be empty: the list's first page.
      const path = pathname ?? pattern.replace(/\/\[\.{3}page\]$/, '');
      if (path === '/sources/[...of]') return sources ? [fileAt('/sources', type)] : [];
      if (!path.includes('[')) return [fileAt(path, type)];
      if (path === '/[page]') return ids.pages.map((id) => fileAt(`/${id}`, type));
      const [, folder = '', rest = ''] = /^\/(\w+)\/\[id\](\/[^[\]]*)?$/.exec(path) ?? [];
      return (lists[folder] ?? []).map((id) => fileAt(`/${folder}/${id}${rest}`, type));
    });
}
