/** Internal links of the built site, and the other hosts that it asks. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isNamed, otherHost } from '../site/hosts.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * A tag with its attributes. Enough for pages written by Astro: `<` in text is always escaped there,
 * attribute values are always quoted.
 */
const tag = /<(a|link|script|img|form|source|use)((?:\s+[\w:-]+(?:="[^"]*"|='[^']*')?)*)\s*\/?>/g;
const address = /\s(?:href|src|action)=(?:"([^"]*)"|'([^']*)')/g;

/** The addresses a page links to, entities of attributes resolved. */
export function linksOf(html: string): string[] {
  const found: string[] = [];
  for (const [, , attributes = ''] of html.matchAll(tag)) {
    for (const [, double, single] of attributes.matchAll(address)) {
      found.push((double ?? single ?? '').replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
    }
  }
  return found;
}

/** Links that a browser follows by itself. */
const followed = new Set(
  'stylesheet icon preload modulepreload preconnect dns-prefetch prefetch manifest'.split(' '),
);
const relation = /\srel="([^"]*)"/;
const fromStyle = /(?:url\(|@import)\s{0,9}["']?([^"')\s;]+)/g;

/**
 * The other hosts that a browser asks when it shows a file, without anybody's doing.
 *
 * @param path of the file: a page or a style sheet
 */
export function askedHosts(path: string, text: string): string[] {
  const addresses = path.endsWith('.css')
    ? [...text.matchAll(fromStyle)].map(([, found]) => found)
    : [...text.matchAll(tag)].flatMap(([whole, name, attributes = '']) => {
        const relations = relation.exec(attributes)?.[1]?.split(' ') ?? [];
        const isLink = name === 'link' && !relations.some((each) => followed.has(each));
        return name === 'a' || name === 'form' || isLink ? [] : linksOf(whole);
      });
  return addresses.flatMap((found) => otherHost(found) ?? []);
}

/**
 * The file of the site that an address leads to.
 *
 * @param href as written in the page
 * @param page path of the page under `dist`, e.g. `papers/soap/index.html`
 * @param base the site's base path with slashes at both ends
 * @returns path under `dist`; `undefined` for another site, a fragment, or a scheme that is no address
 */
export function targetOf(href: string, page: string, base: string): string | undefined {
  if (href === '' || href.startsWith('#')) return undefined;
  const own = 'http://offprint.invalid';
  const url = URL.parse(href, `${own}${base}${page.replace(/index\.html$/, '')}`);
  if (url?.origin !== own) return undefined;
  const path = decode(url.pathname);
  if (!path.startsWith(base)) return path;
  const inside = path.slice(base.length);
  return inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A page that the site must have: its file under `dist`, and the file of the archive it is made from. */
export interface ExpectedPage {
  readonly page: string;
  readonly from: string;
}

/**
 * Checks every internal link of a built site, that every paper, topic and digest has its page, and that nothing asks
 * another host but what the owner has named.
 *
 * @param dist the site's folder
 * @param base the base path it was built for
 * @param expected the pages that must be there
 * @param onProgress called now and then with pages done and pages in all
 * @param hosts other hosts that pages may ask
 * @returns undefined if there is no built site
 */
export async function checkLinks(
  dist: string,
  base: string,
  expected: readonly ExpectedPage[] = [],
  onProgress: (done: number, all: number) => void = () => undefined,
  hosts: readonly string[] = [],
): Promise<{ pages: number; problems: Diagnostic[] } | undefined> {
  const found = await readdir(dist, { recursive: true }).catch(() => undefined);
  if (!found?.includes('index.html')) return undefined;
  const files = new Set(found.map((file) => file.replaceAll('\\', '/')));
  const pages = [...files].filter((file) => file.endsWith('.html')).toSorted();
  const problems: Diagnostic[] = expected
    .filter(({ page }) => !files.has(page))
    .map(({ from }) => diagnostic('site/missing-page', { file: from }, { target: from }));
  const dead = new Set<string>();
  const tellHosts = (file: string, text: string): void => {
    for (const host of askedHosts(file, text)) {
      if (isNamed(host, hosts) || dead.has(host)) continue;
      dead.add(host);
      problems.push(diagnostic('site/other-host', { file: `dist/${file}` }, { host }));
    }
  };
  for (const file of files)
    if (file.endsWith('.css')) tellHosts(file, await readFile(join(dist, file), 'utf8'));
  for (const [done, page] of pages.entries()) {
    const html = await readFile(join(dist, page), 'utf8');
    tellHosts(page, html);
    for (const href of linksOf(html)) {
      const target = targetOf(href, page, base);
      // A dead link of the layout is on every page: one report is enough.
      if (target === undefined || files.has(target) || dead.has(target)) continue;
      dead.add(target);
      problems.push(diagnostic('site/dead-link', { file: `dist/${page}` }, { target: href }));
    }
    if (done % 500 === 0) onProgress(done, pages.length);
  }
  return { pages: pages.length, problems };
}
