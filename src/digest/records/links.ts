import { arxivId, normaliseDoi } from '../identity.ts';
import { withoutTexEscapes } from '../tex-escapes.ts';
import type { CapturedLink } from '../model.ts';
import { isObject, textOf, unwrapped } from './values.ts';

const address = /^https?:\/\/[^\s<>"]{3,2000}$/i;

function hrefs(value: unknown): string[] {
  const plain = unwrapped(value);
  const list: readonly unknown[] = Array.isArray(plain) ? plain : [plain];
  return list.flatMap((item) => {
    if (!isObject(item)) return textOf(item)?.split(/[\s;|]+/) ?? [];
    const own = item['url'] ?? item['href'] ?? item['URL'];
    // An object without an address of its own holds some by name: `{ "arxiv": "https://…", "code": "https://…" }`.
    const held = own === undefined ? Object.values(item) : [own];
    return held.flatMap((one) => textOf(one)?.split(/[\s;|]+/) ?? []);
  });
}

/** The addresses in a value, TeX's `\url{…}` around them and its escapes undone. */
export function addressesIn(value: unknown): string[] {
  return hrefs(value).flatMap((text) => {
    const url = withoutTexEscapes(text.replace(/^<(.*)>$/, '$1')).replace(
      /^(?=(?:www\.)?git(?:hub|lab)\.com\/)/i,
      'https://',
    );
    return address.test(url) ? [url] : [];
  });
}

/** The address of a paper in PubMed. */
export const pubmedAddress = (id: string): string[] =>
  /^\d{1,9}$/.test(id.trim()) ? [`https://pubmed.ncbi.nlm.nih.gov/${id.trim()}/`] : [];

/** The link that an address makes; none for what the entry's arXiv id or DOI says already. */
export function linkOf(url: string, label: string): CapturedLink | undefined {
  if (arxivId(url) !== undefined || normaliseDoi(url) !== undefined) return undefined;
  if (/^https?:\/\/(?:export\.)?arxiv\.org\//i.test(url)) return undefined;
  const guessed =
    label === 'Link' && /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/]+\/[^/]+/i.test(url)
      ? 'Code'
      : label === 'Link' && /\.pdf$/i.test(url)
        ? 'PDF'
        : label;
  return { label: guessed, url };
}
