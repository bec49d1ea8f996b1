/**
 * Offprint's public face: the Astro integration, the content loaders and the types that a site around an archive needs.
 *
 * ```js
 * // astro.config.mjs
 * import { offprint } from './src/index.ts';
 * export default defineConfig({ site: 'https://example.org', integrations: [offprint()] });
 * ```
 *
 * `OFFPRINT_ARCHIVE` names the archive’s folder (src/archive-folder.ts); `site.yaml` in it says whose it is (docs/site.md).
 */
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { offprintContent } from './loaders/follow-content.ts';
import { removedPages } from './loaders/loaded.ts';
import { offprintOffline } from './offline/integration.ts';
import { withAllPages } from './publish/all-pages.ts';
import { offprintPublish } from './publish/integration.ts';
import { SiteFolder } from './publish/site-folder.ts';
import { offprintSearch } from './search/integration.ts';
import { offprintSite } from './site/integration.ts';
import { siteSchema } from './site/schema.ts';

export { sourcesLoader } from './loaders/sources.ts';
export { digestsLoader } from './loaders/digests.ts';
export { papersLoader } from './loaders/papers.ts';
export { topicsLoader } from './loaders/topics.ts';
export { notesLoader, pagesLoader } from './loaders/own.ts';
// In Astro's collection a paper has its title alone; all else is with these.
export { loadedContent, type Loaded } from './loaders/loaded.ts';
export { topicSchema } from './topics/index.ts';
export { readSite } from './site/read.ts';
export { siteSchema } from './site/schema.ts';
export type { Site } from './site/schema.ts';
export type {
  Archive,
  Digest,
  Note,
  OwnPage,
  Paper,
  PaperListing,
  Topic,
} from './archive/index.ts';
export type { Diagnostic } from './diagnostics/diagnostic.ts';

/** Parts of the engine that a site can do without. Each is on unless it is `false`. */
export interface OffprintOptions {
  /** `sitemap-index.xml`. */
  readonly sitemap?: boolean;
  /** Pagefind's index of the paper pages, and the search box on every page. Needs a page at `/search/`. */
  readonly search?: boolean;
  /** The service worker `/sw.js`. Needs a page at `/offline/`. */
  readonly offline?: boolean;
  /** The site built aside, looked through, and put in place when it is whole. */
  readonly publish?: boolean;
}

/**
 * The integrations that make an archive's site, in their order. Astro takes them as one.
 *
 * It sets what the pages rely on (`trailingSlash: 'always'`, the security policy …); `site`, `base` and the rest of
 * Astro's configuration are the caller's. Pages get the settings from `virtual:offprint/site`.
 *
 * @throws {Refusal} while Astro starts, with every mistake in `site.yaml`
 */
export function offprint(options: OffprintOptions = {}): AstroIntegration[] {
  let site = siteSchema.parse({});
  const made = new SiteFolder();
  // Order counts: the service worker lists the files that the search index adds, and the site is then put in place.
  const parts = {
    site: () =>
      offprintSite(
        (read) => (site = read),
        (folder) => made.folder === '' && made.begin(folder),
      ),
    content: () => offprintContent(),
    // `/offline/` and `/reading-list/` hold what is in the reader's browser; later pages of lists lead to papers alone.
    sitemap: () =>
      withAllPages(
        (changed) =>
          sitemap({
            filter: (page) =>
              !/\/(?:offline|reading-list|page\/\d+|source(?:\/\d+)?)\/$/.test(page) &&
              !removedPages().some((path) => page.endsWith(`/${path}`)),
            serialize: (item) => ({ ...item, lastmod: changed(item.url) }),
          }),
        made,
      ),
    search: () => offprintSearch(made),
    offline: () => offprintOffline(() => site.offline, made),
    publish: () => offprintPublish(() => site, made),
  };
  const asked: Readonly<Record<string, boolean | undefined>> = { ...options };
  return Object.entries(parts)
    .filter(([name]) => asked[name] !== false)
    .map(([, part]) => part());
}
