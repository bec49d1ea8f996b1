/** The address of a page, made equal for all ways to it: abstract, PDF, mirror, with `www.` or without. */

interface Site {
  readonly host: RegExp;
  /** The part of path and query that names the paper. */
  readonly page: RegExp;
  readonly name: string;
}

/** Sites that have several pages for a paper. */
const sites: readonly Site[] = [
  { name: 'nips', host: /(?:^|\.)(?:nips|neurips)\.cc$/, page: /\/(?:hash|file)\/([\da-f]{20,})/ },
  { name: 'nips', host: /^(?:nips|neurips|iclr|icml)\.cc$/, page: /(?!^)\/(\d{4}\/\w+\/\d+)/ },
  {
    name: 'cvf',
    host: /(?:thecvf\.com|ecva\.net)$/,
    page: /\/([^/]+?)(?:_paper|-supp|_supplemental)?\.\w+$/,
  },
  { name: 'pmlr', host: /mlr\.press$/, page: /^\/(v\d+\/[\w-]+)/ },
  { name: 'ieee', host: /ieee(?:computersociety)?\.org$/, page: /(?:document\/|arnumber=0*)(\d+)/ },
  { name: 'ijcai', host: /ijcai\.org$/, page: /proceedings\/(\d{4}(?:-\d)?\/)0*(\d+)/ },
  { name: 'jmlr', host: /jmlr\.org$/, page: /\/v(?:olume)?(\d+\/[\w-]+)/ },
  { name: 'semantic', host: /semanticscholar\.org$/, page: /([\da-f]{40}|CorpusID:\d+)/i },
  { name: 'dblp', host: /dblp\.(?:org|uni-trier\.de)$/, page: /rec\/((?:[\w-]+\/){2}[\w-]+)/ },
];

/** Endings of paths that make no other page. */
const endings = /(?:\.(?:pdf|html?|php|full|abstract)|\/(?:full|abstract|pdf|index))+$/i;

/** What tells where a reader came from, and no page. */
const trackers = /^(?:utm_\w+|ref|source|referrer|noteId|fbclid|gclid|via|share)$/i;

function parse(address: string): URL | undefined {
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}

/**
 * The key of an address.
 *
 * @param address with its scheme or without
 * @returns undefined if it is none
 */
export function addressKey(address: string): string | undefined {
  const url = parse(address);
  if (url === undefined) return undefined;
  const host = url.hostname.replace(/^(?:www|m)\./, '');
  const where = url.pathname + url.search;
  for (const site of sites) {
    const page = site.host.test(host) ? site.page.exec(where) : null;
    if (page !== null) return `${site.name}/${page.slice(1).join('')}`.toLowerCase();
  }
  const query = [...url.searchParams].filter(([name]) => !trackers.test(name)).toSorted();
  const path = url.pathname.replace(/(?<!\/)\/+$/, '').replace(endings, '');
  return host + path + (query.length > 0 ? `?${new URLSearchParams(query).toString()}` : '');
}

/** The id of a paper of an archive like this one that an address may be of: `…/papers/soap-improving/`. */
export const paperAt = (address: string): string | undefined =>
  /\/papers\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:[?#].*)?$/.exec(address)?.[1];

/** Words in an address that are no title's: of the site, the year, the kind of page. */
const formal =
  /^(?:\d+|paper|pdf|html|supplemental|(?:CV|EC|IC|WA)[A-Z]{2,3}W?|abstract|v\d+|[\da-f]{16,})$/;

/** The words of a title that an address spells out, as Semantic Scholar's do; empty if there are none. */
export function wordsAt(address: string): string {
  const parts = (parse(address)?.pathname ?? '').split('/').map((part) =>
    part
      .replace(endings, '')
      .split(/[-_+.]|%20/)
      .filter((word) => /^[\w']+$/.test(word) && !formal.test(word)),
  );
  const longest = parts.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return longest.length > 2 ? longest.join(' ') : '';
}
