/** Internal links of the built site, and the other hosts that it asks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { isNamed, otherHost } from '../site/hosts.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { pathsIn } from '../publish/files.ts';

/**
 * A tag with its attributes. Enough for pages written by Astro: `<` in text is always escaped there,
 * attribute values are always quoted.
 */
const tag = /<(a|link|script|img|form|source|use)((?:\s+[\w:-]+(?:="[^"]*"|='[^']*')?)*)\s*\/?>/g;
const address = /\s(?:href|src|action)=(?:"([^"]*)"|'([^']*)')/g;

/** The value of an attribute, entities resolved. */
const valueOf = (double: string | undefined, single: string | undefined): string =>
  (double ?? single ?? '').replaceAll('&#38;', '&').replaceAll('&amp;', '&');

const addressesIn = (attributes: string): string[] =>
  Array.from(attributes.matchAll(address), ([, double, single]) => valueOf(double, single));

/** Links that a browser follows by itself. */
const followed = new Set(
  'stylesheet icon preload modulepreload preconnect dns-prefetch prefetch manifest'.split(' '),
);
const relation = /\srel="([^"]*)"/;
const fromStyle = /(?:url\(|@import)\s{0,9}["']?([^"')\s;]+)/g;

/** Whether a browser asks for the addresses of a tag when it shows a page, without anybody's doing. */
function isAsked(name: string, attributes: string): boolean {
  if (name !== 'link') return name !== 'a' && name !== 'form';
  const relations = relation.exec(attributes)?.[1]?.split(' ') ?? [];
  return relations.some((each) => followed.has(each));
}

/** The addresses that a page links to, and the other hosts that a browser asks when it shows the page. */
export function linksOf(html: string): { readonly links: string[]; readonly hosts: string[] } {
  const links: string[] = [];
  const hosts: string[] = [];
  for (const [, name = '', attributes = ''] of html.matchAll(tag)) {
    const found = addressesIn(attributes);
    links.push(...found);
    if (isAsked(name, attributes)) hosts.push(...found.flatMap((each) => otherHost(each) ?? []));
  }
  return { links, hosts };
}

/** The other hosts that a browser asks when it shows a page with a style sheet. */
export const hostsOfStyle = (css: string): string[] =>
  Array.from(css.matchAll(fromStyle), ([, found = '']) => otherHost(found) ?? []).flat();

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
  if (!existsSync(join(dist, 'index.html'))) return undefined;
  const files = new Set(pathsIn(dist));
  const pages = [...files].filter((file) => file.endsWith('.html')).toSorted();
  const problems: Diagnostic[] = expected
    .filter(({ page }) => !files.has(page))
    .map(({ from }) => diagnostic('site/missing-page', { file: from }, { target: from }));
  const dead = new Set<string>();
  const tellHosts = (file: string, asked: readonly string[]): void => {
    for (const host of asked) {
      if (isNamed(host, hosts) || dead.has(host)) continue;
      dead.add(host);
      problems.push(diagnostic('site/other-host', { file: `dist/${file}` }, { host }));
    }
  };
  for (const file of files)
    if (file.endsWith('.css'))
      tellHosts(file, hostsOfStyle(readFileSync(join(dist, file), 'utf8')));
  // Most links of a page are on many others too.
  const alive = new Set<string>();
  for (const [done, page] of pages.entries()) {
    const { links, hosts: asked } = linksOf(readFileSync(join(dist, page), 'utf8'));
    tellHosts(page, asked);
    for (const href of links) {
      if (alive.has(href)) continue;
      const target = targetOf(href, page, base);
      // A dead link of the layout is on every page: one report is enough.
      if (target === undefined || dead.has(target)) continue;
      if (files.has(target)) {
        if (href.startsWith('/')) alive.add(href);
        continue;
      }
      dead.add(target);
      problems.push(diagnostic('site/dead-link', { file: `dist/${page}` }, { target: href }));
    }
    if (done % 500 === 0) {
      onProgress(done, pages.length);
      await others();
    }
  }
  return { pages: pages.length, problems };
}
