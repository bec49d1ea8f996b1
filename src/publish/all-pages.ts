/** Has another integration see all pages of a site, those that stayed included. */
import type { AstroIntegration } from 'astro';
import type { SiteFolder } from './site-folder.ts';

/** As the sitemap orders pages: it compares what is in order already much faster than what is not. */
const { compare } = new Intl.Collator('en', { numeric: true });

/**
 * An integration that lists the pages of a build, told of the whole site.
 *
 * @param site the site in the making; without addresses, Astro's own list is passed on
 */
export function withAllPages(integration: AstroIntegration, site: SiteFolder): AstroIntegration {
  const list = integration.hooks['astro:build:done'];
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:build:done': (build) =>
        list?.(
          site.pages.length === 0
            ? build
            : { ...build, pages: site.pages.toSorted(compare).map((pathname) => ({ pathname })) },
        ),
    },
  };
}
