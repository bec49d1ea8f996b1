import { withBase } from '../base.ts';

/**
 * Stands for the site's address where none is configured: feeds and citations need whole addresses,
 * and this is where `npm start` and `npm run dev` serve the site. Publishing sets `OFFPRINT_SITE`.
 */
export const siteFallback = 'http://localhost:4321';

/**
 * Makes whole addresses of a site's paths, the base path included.
 *
 * @param site Astro's `site`, if it is configured
 * @returns a function from a path such as `papers/soap/` to `https://example.org/repo/papers/soap/`
 */
export function absoluteAddress(site: URL | undefined): (path: string) => string {
  const origin = site ?? new URL(siteFallback);
  return (path) => new URL(withBase(path), origin).href;
}

/** Whether an address is one that others can follow: not that of the machine on which the site was built. */
const isPublic = ({ hostname }: URL): boolean =>
  !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(hostname);

/** The address at which a site is published, if it is known. */
export const publicSite = (site: URL | undefined): URL | undefined =>
  site && isPublic(site) ? site : undefined;

/**
 * Makes whole addresses of a site's paths for what is taken away: of a site that is published nowhere, none.
 *
 * @param site Astro's `site`, if it is configured
 */
export function publicAddress(site: URL | undefined): (path: string) => string | undefined {
  const origin = publicSite(site);
  return (path) => origin && new URL(withBase(path), origin).href;
}

/**
 * The text of robots.txt: everybody may read everything.
 *
 * @param sitemap absolute address of the sitemap's index; none when the site's address is not known
 */
export function robots(sitemap: string | undefined): string {
  const rules = 'User-agent: *\nAllow: /\n';
  return sitemap === undefined ? rules : `${rules}\nSitemap: ${sitemap}\n`;
}
