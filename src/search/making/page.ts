/** What the search reads of a paper's page. */
import { isFacet, type Facet } from '../facets.ts';

export interface SearchedPage {
  /** What Pagefind is given: what it indexes of the page, and nothing that changes while that stays. */
  readonly input: string;
  /** The values of the facets, in the page's order. */
  readonly facets: readonly (readonly [Facet, string])[];
}

// Whatever comes, a tag matches from its `<` on, and is read once: what does not end runs to the end.
const quoted = /"[^"]*(?:"|$)|'[^']*(?:'|$)/.source;
const tag = new RegExp(`<(/?)([a-z][a-z0-9]*)((?:[^<>"']|${quoted})*)>?`, 'gi');
const facts = new RegExp(`<meta name="offprint"(?:[^<>"']|${quoted})*>?`);
const attribute = /([\w-]+)(?:="([^"]*)")?/g;
const value = /^data-\d+$/;

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot));/gi, (_, decimal, hex, name) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? parseInt(hex, 16) : Number(decimal))
      : (references[String(name).toLowerCase()] ?? ''),
  );

/** The elements that are marked as the page's text, one after the other; linear in the length of the page. */
function bodiesOf(html: string): string[] {
  const bodies: string[] = [];
  let start = -1;
  let name = '';
  let depth = 0;
  for (const { index, 0: whole, 1: slash, 2: element = '', 3: rest = '' } of html.matchAll(tag)) {
    if (start < 0) {
      if (slash !== '' || !/(?:^|\s)data-pagefind-body(?:[\s=]|$)/.test(rest)) continue;
      start = index;
      name = element;
      depth = 0;
    }
    if (element !== name) continue;
    depth += slash === '' ? 1 : -1;
    if (depth > 0) continue;
    bodies.push(html.slice(start, index + whole.length));
    start = -1;
  }
  if (start >= 0) bodies.push(html.slice(start));
  return bodies;
}

/**
 * Reads a page as the build made it. Its facts stand in one element of its head (`PagefindFacts.astro`).
 *
 * @returns undefined if nothing in it is marked as its text
 */
export function readPage(html: string): SearchedPage | undefined {
  const bodies = bodiesOf(html);
  if (bodies.length === 0) return undefined;
  const [element = ''] = facts.exec(html) ?? [];
  const values = new Map<string, string>();
  const stays: string[] = [];
  let named = '';
  for (const [whole, name = '', text = ''] of element.slice('<meta'.length).matchAll(attribute)) {
    if (value.test(name)) values.set(name, unescaped(text));
    else if (name === 'data-pagefind-filter') named = text;
    else stays.push(whole);
  }
  const facets = named.split(',').flatMap((item): [Facet, string][] => {
    const [facet = '', name = ''] = item.replace(']', '').split('[');
    const text = values.get(name);
    return text !== undefined && isFacet(facet) ? [[facet, text]] : [];
  });
  const head = element === '' ? '' : `<meta ${stays.join(' ')}>`;
  return {
    input: `<!doctype html><html lang="en"><head>${head}</head><body>${bodies.join('')}</body></html>`,
    facets,
  };
}
