/** Has another integration see all pages of a site, those that stayed included. */
import type { AstroIntegration } from 'astro';
import { withSlashes } from '../base-path.ts';
import { lastChanged } from './last-changed.ts';
import type { SiteFolder } from './site-folder.ts';

/** As the sitemap orders pages: it compares what is in order already much faster than what is not. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** When a page last changed, if that is known: an ISO day by the page's address. */
export type Changed = (address: string) => string | undefined;

/**
 * An integration that lists the pages of a build, told of the whole site.
 *
 * @param make makes it; what it is given answers while it lists the pages
 * @param site the site in the making; without addresses, Astro's own list is passed on
 */
export function withAllPages(
  make: (changed: Changed) => AstroIntegration,
  site: SiteFolder,
): AstroIntegration {
  let days: ReadonlyMap<string, string> = new Map();
  let base = '/';
  const integration = make((address) => days.get(new URL(address).pathname.slice(base.length)));
  /** Whether a page is an address that leads to another: of a renamed paper, or of a topic without papers. */
  const leadsOn = async (path: string): Promise<boolean> => {
    if (!/^(?:papers|topics)\/[^/]+\/?$/.test(path) || days.has(`${path.replace(/\/$/, '')}/`))
      return false;
    const page = await site.read(`${path.replace(/\/$/, '')}/index.html`).catch(() => '');
    return page.includes('http-equiv="refresh"');
  };
  const { 'astro:config:done': done, 'astro:build:done': list } = integration.hooks;
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:config:done': (found) => {
        base = withSlashes(found.config.base);
        return done?.(found);
      },
      'astro:build:done': async (build) => {
        days = lastChanged(site);
        const known = site.pages.toSorted(compare);
        const onward = await Promise.all(known.map((path) => leadsOn(path)));
        const pages = known.filter((_, at) => !onward[at]).map((pathname) => ({ pathname }));
        await list?.(pages.length === 0 ? build : { ...build, pages });
      },
    },
  };
}
