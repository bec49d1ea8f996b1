/**
 * Whose archive this is. The one file a new owner edits.
 *
 * Read while building; nothing of it runs in the browser.
 *
 * The site's address is not here: the deploy workflow takes it from GitHub Pages
 * (`OFFPRINT_SITE`, `OFFPRINT_BASE`), so a fork needs no change to be published.
 */
export const site = {
  /** Name of the archive: the masthead, every page's <title>, the feeds. */
  title: 'Offprint',
  /** One sentence for search engines, feeds and the home page. */
  description:
    'An archive of research papers, made from the digests that listed them, with a search that needs no server.',
  /** Who keeps it; shown in the footer and as the feeds' author. Leave `url` empty for none. */
  author: { name: 'The Offprint developers', url: '' },
  /** Language of the pages' own words (BCP 47). Abstracts carry none: nobody knows it. */
  lang: 'en',
  /**
   * Address of the repository that holds the archive, for "edit this entry" links; empty: no such links.
   * A GitHub workflow knows its own repository.
   */
  repository: process.env['GITHUB_REPOSITORY']
    ? `${process.env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${process.env['GITHUB_REPOSITORY']}`
    : '',
  /** Branch of that repository. */
  branch: 'main',
  /** Papers per page of a listing. */
  pageSize: 50,
} as const;
