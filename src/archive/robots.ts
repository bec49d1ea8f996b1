/**
 * The text of robots.txt: everybody may read everything.
 *
 * @param sitemap absolute address of the sitemap's index; none when the site's address is not known
 */
export function robots(sitemap: string | undefined): string {
  const rules = 'User-agent: *\nAllow: /\n';
  return sitemap === undefined ? rules : `${rules}\nSitemap: ${sitemap}\n`;
}
