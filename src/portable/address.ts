/** Addresses as they stand in a copy: from page to page, each to a file. */
import { kindOf } from './sorting.ts';

/** A built site, as those who write of it ask. */
export interface Site {
  /** Path of its home page, with slashes at both ends. */
  readonly base: string;
  /** Whether it has a file. */
  readonly has: (path: string) => boolean;
}

export interface Target {
  /** The file in the site; the copy may lack it. */
  readonly path: string;
  /** The address to be written. */
  readonly address: string;
}

/** The way from a page's folder to the top of the copy: `../../`, or `./`. */
export const toTop = (from: string): string => '../'.repeat(from.split('/').length - 1) || './';

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Where an address of a page leads within its site.
 *
 * @param address as it stands in the page
 * @param from the file that it stands in, e.g. `papers/soap/index.html`
 * @returns undefined if it leads elsewhere, or to a place of the same page
 */
export function targetOf(address: string, from: string, { base, has }: Site): Target | undefined {
  const text = address.trim();
  if (text === '' || /^(?:[#?]|\/\/|[a-z][a-z0-9+.-]*:)/i.test(text)) return undefined;
  const here = new URL(encodeURI(base + from), 'http://site.invalid');
  if (!URL.canParse(text, here)) return undefined;
  const { pathname, search, hash } = new URL(text, here);
  if (!pathname.startsWith(base)) return undefined;
  const rest = pathname.slice(base.length);
  const isFolder = rest === '' || rest.endsWith('/');
  const isSlashless = !isFolder && !has(decoded(rest)) && has(`${decoded(rest)}/index.html`);
  const file = isFolder ? `${rest}index.html` : isSlashless ? `${rest}/index.html` : rest;
  return { path: decoded(file), address: toTop(from) + file + search + hash };
}

/** Whether a copy has what an address leads to. */
export const isKept = ({ path }: Target): boolean => kindOf(path) !== 'left';

/**
 * The beginning of addresses that a script completes, e.g. `/papers/`.
 *
 * @returns undefined if it is none
 */
export function beginningOf(text: string, from: string, site: Site, tops: ReadonlySet<string>) {
  if (!text.startsWith(site.base) || text.startsWith('//')) return undefined;
  const rest = text.slice(site.base.length);
  return tops.has(rest.split(/[/?#]/, 1)[0] ?? '') && /^[^\s]+$/.test(rest)
    ? toTop(from) + rest
    : undefined;
}
