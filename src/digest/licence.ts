/** Under what a source gives its list away, where it says so: a licence, or a line on rights. Pure. */
import { decodeEntities, htmlToText } from './arxiv/html-text.ts';
import { onOneLine } from './records/text.ts';
import { isObject } from './records/values.ts';
import { findRecords, rootElement } from './records/xml-text.ts';

/** Of a feed only the head speaks of the feed: what its records say is of single papers. */
const headLength = 20_000;

/** No licence takes more to name. */
const longest = 200;

const inWords =
  /<(?:(?:dc:|dcterms:)?(?:rights|license)|copyright|cc:license|creativeCommons:license)(?:\s[^<>]{0,200})?>([^<]{1,300}|<!\[CDATA\[[^\]]{1,300}\]\]>)</i;
const asResource = /<(?:cc|dcterms):license\s[^<>]{0,200}?resource="([^"<>]{1,300})"/i;
const tag = /<(?:link|a)\s([^<>]{1,1000})>/gi;
const isLicence = /\brel\s{0,3}=\s{0,3}["']?(?:[\w-]{1,20} ){0,3}license\b/i;
const target = /\bhref\s{0,3}=\s{0,3}(?:"([^"]{1,300})"|'([^']{1,300})'|([^\s"'>]{1,300}))/i;

/** @see https://html.spec.whatwg.org/multipage/links.html#link-type-license */
function linked(text: string): string | undefined {
  for (const [, attributes = ''] of text.matchAll(tag)) {
    if (!isLicence.test(attributes)) continue;
    const [, double, single, bare] = target.exec(attributes) ?? [];
    const address = double ?? single ?? bare;
    if (address !== undefined) return decodeEntities(address);
  }
  return undefined;
}

function ofJson(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  return ['license', 'licence', 'rights']
    .map((name) => value[name])
    .find((said) => typeof said === 'string');
}

/** One line without markup and addresses of people. */
function clean(said: string): string | undefined {
  const words = said.replace(/^<!\[CDATA\[|\]\]>$/g, '');
  const line = onOneLine(htmlToText(words)).replaceAll(/[^\s@<>]{1,64}@[^\s@<>]{1,255}/g, '…');
  return line === '' ? undefined : line.slice(0, longest);
}

/** What a list says of its own licence, on one line; undefined if it says nothing. @param text a feed, a page or JSON */
export function licenceIn(text: string): string | undefined {
  if (/^\s*\{/.test(text)) return clean(ofJson(text) ?? '');
  const root = rootElement(text)?.toLowerCase();
  if (root === undefined) return undefined;
  if (root === 'html') return clean(linked(text) ?? '');
  const [first] = findRecords(text);
  const head = text.slice(0, Math.min(first?.start ?? headLength, headLength));
  return clean(inWords.exec(head)?.[1] ?? asResource.exec(head)?.[1] ?? linked(head) ?? '');
}

/** @see https://creativecommons.org/about/cclicenses/ */
const creativeCommons =
  /^https?:\/\/creativecommons\.org\/(?:licenses\/([a-z]{2}(?:-[a-z]{2}){0,2})|publicdomain\/(zero|mark))\/(\d\.\d)(?:\/[a-z]{0,20}){0,2}$/i;

/** A licence for readers: by its usual name and with its address, where both are known. */
export function licenceName(said: string): { readonly label: string; readonly url?: string } {
  const [, terms, domain, version] = creativeCommons.exec(said) ?? [];
  if (version === undefined) return { label: said };
  const name =
    terms === undefined
      ? domain === 'zero'
        ? 'CC0'
        : 'Public Domain Mark'
      : `CC ${terms.toUpperCase()}`;
  return { label: `${name} ${version}`, url: said.replace(/^http:/, 'https:') };
}
