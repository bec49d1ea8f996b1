import { trimLine } from '../lines.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import { authorNames, decodeName, firstNameFirst } from './authors.ts';
import { decodeEntities, htmlToText } from './html-text.ts';
import { joinWrapped } from './paragraphs.ts';
import type { XmlRecord } from './xml-records.ts';

/** A text of a feed on one line. */
export function oneLine(text: string): string {
  return trimLine(text.replaceAll(/\s+/g, ' '));
}

/** A plain text of a feed: wrapped lines joined, paragraphs kept. */
export function flowing(text: string): string {
  return joinWrapped(text.split(/\r\n?|\n/));
}

const announcement =
  /^\s*arXiv:([^\s]{1,40})\s+Announce Type:\s*([a-z-]{1,20})\s*(?:Abstract:\s*)?/;

/** What arXiv's newer feeds put before an abstract. */
export interface Announcement {
  readonly id: string | undefined;
  readonly abstract: string;
}

/** Parts `arXiv:2609.26811v1 Announce Type: new \nAbstract: …`; undefined if the text does not begin so. */
export function announced(text: string): Announcement | undefined {
  const match = announcement.exec(text);
  if (!match) return undefined;
  return { id: arxivId(match[1] ?? ''), abstract: flowing(text.slice(match[0].length)) };
}

/** The first arXiv id among some texts: addresses, `oai:arXiv.org:…` or bare. */
export function firstArxivId(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const id = arxivId(text.trim().replace(/^oai:arXiv\.org:/i, ''));
    if (id !== undefined) return id;
  }
  return undefined;
}

export function firstDoi(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    for (const word of text.split(/\s+/, 8)) {
      const doi = normaliseDoi(word);
      if (doi !== undefined) return doi;
    }
  }
  return undefined;
}

const anchor = /<a\b[^<>]*>([^<]{1,300})<\/a\s*>/gi;

/** The names of a `creator` element: a list, or links as arXiv's older feeds give them. */
export function creatorNames(text: string): string[] {
  const linked = Array.from(text.matchAll(anchor), ([, name = '']) =>
    oneLine(decodeName(decodeEntities(name))),
  );
  if (linked.length > 0) return linked;
  return authorNames(text.includes('<') ? htmlToText(text) : decodeEntities(text));
}

/** `Doe, Jane` where every person has an element, turned round. */
const turned = (text: string): string =>
  text.length > 200 || /[<>&]/.test(text) ? text : firstNameFirst(text);

/** Authors of a record: Atom's, Dublin Core's, or RSS's `mail@host (Name)`. */
export function recordAuthors(record: XmlRecord): string[] {
  const persons = record
    .all('author')
    .flatMap((author) => record.all('name', author).map((name) => oneLine(decodeName(name.text))));
  if (persons.some((name) => name !== '')) return persons.filter((name) => name !== '');
  const elements = record.all('dc:creator').map((element) => record.shown(element));
  const creators = elements.flatMap((text) =>
    elements.length > 1 ? creatorNames(turned(text)) : creatorNames(text),
  );
  if (creators.length > 0) return creators;
  return record.all('author').flatMap(({ text }) => {
    const named = /^\s*[^\s@]+@[^\s(]+\s*\(([^()]{1,300})\)\s*$/.exec(text)?.[1];
    return named === undefined && text.includes('@') ? [] : authorNames(named ?? text);
  });
}

/** Addresses of a record, in order: Atom's `href`, RSS's text, and what identifies it. */
export function recordAddresses(record: XmlRecord): string[] {
  const links = record.all('link');
  const main = links.filter(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate');
  return [...main, ...links.filter((link) => !main.includes(link))]
    .map(({ attributes, text }) => (attributes['href'] ?? text).trim())
    .concat(record.text('id', 'guid'), record.element.attributes['rdf:about'] ?? '')
    .filter((address) => address !== '');
}

/** Values of `category` elements: Atom's `term`, RSS's text. */
export function recordTerms(record: XmlRecord): string {
  return ['arxiv:primary_category', 'category', 'dc:subject']
    .flatMap((name) => record.all(name))
    .map(({ attributes, text }) => attributes['term'] ?? text)
    .join(' ; ');
}
