/** What becomes of a site's files in a copy that is read from a disk. */

export type Kind =
  | 'page'
  | 'style'
  /** A module, which goes into the one script of the copy. */
  | 'module'
  /** Asked for by scripts: goes into a pack. */
  | 'data'
  /** As it is: pictures, exports, what the owner serves. */
  | 'file'
  /** Of no use without a server. */
  | 'left';

/** Folders of what scripts ask for; their pages are pages all the same. */
const dataFolders = ['search/', 'pagefind/', 'map/', 'reading-list/'];

/** Feeds, what search engines and hosts read, and what keeps pages for reading offline: a copy is that already. */
const left =
  /^(?:offline\/.*|feeds\/.*|feeds\.opml|feed\.css|sw\.js|404\.html|robots\.txt|edition\.txt|manifest\.webmanifest|CNAME|(?:.*\/)?sitemap[^/]*\.xml|(?:.*\/)?feed\.(?:xml|json)|pagefind\/(?:.*\/)?pagefind-worker\.js|(?:.*\/)?\.[^/]*)$/;

/** @param path in the site, e.g. `papers/soap/index.html` */
export function kindOf(path: string): Kind {
  if (left.test(path)) return 'left';
  if (path.endsWith('.html')) return 'page';
  if (path.endsWith('.css')) return 'style';
  if (/^_astro\/[^/]+\.js$/.test(path) || path === 'pagefind/pagefind.js') return 'module';
  return dataFolders.some((folder) => path.startsWith(folder)) ? 'data' : 'file';
}

/** Fonts go into the styles: on a disk each file is an origin of its own to some browsers, and fonts are not shared between them. */
export const isFont = (path: string): boolean => /\.(?:woff2?|ttf|otf)$/.test(path);
