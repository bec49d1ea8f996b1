/**
 * What pages are made of, as Astro's `cacheKey`: a page whose key is the same is not made again (src/publish). So a
 * route with keys reads nothing of the archive but what its props hold, and its key covers them.
 */
import { hash } from 'node:crypto';
import { site } from 'virtual:offprint/site';
import { authorsOf, type Archive, type Paper } from '../archive/index.ts';
import { menuLinks, type MenuLink } from '../site/menu.ts';
import { oncePer } from '../once.ts';

/** The links at the top of every page of an archive. */
export const menuOf: (archive: Archive) => readonly MenuLink[] = oncePer((archive) =>
  menuLinks(site.menu, {
    authors: authorsOf(archive).names > 0,
    topics: archive.topics.length > 0,
    sources: archive.sources.length > 0,
    pages: archive.pages,
  }),
);

/** A paper by its hash: of it alone, whatever it holds. */
const isPaper = (value: object): value is Paper =>
  'digest' in value && 'listings' in value && typeof value.digest === 'string';

/**
 * The key of a file that has no frame.
 *
 * @param parts all that it is made of, beside the engine and the owner's settings, or what gives it; compared as JSON
 * @returns nothing while somebody edits: then no page is kept, and working out the parts of all pages would take longer
 *   than to make the one that is looked at
 */
export const fileKey = (...parts: readonly unknown[]): string | undefined =>
  import.meta.env.DEV
    ? undefined
    : hash(
        'sha1',
        JSON.stringify(
          parts.map((part) => (typeof part === 'function' ? part() : part)),
          (_, value: unknown) =>
            typeof value === 'object' && value !== null && isPaper(value) ? value.digest : value,
        ),
        'base64url',
      );

/** The key of a page: see {@link fileKey}; menu and colophon are a part of every page. */
export const pageKey = (archive: Archive, ...parts: readonly unknown[]): string | undefined =>
  fileKey(menuOf(archive), archive.sources.length > 0, ...parts);
