/** What the entries of feeds say: Atom, RSS 1.0 and 2.0, and what arXiv puts into them. */
import type { XmlElement } from '@rgrove/parse-xml';
import { withoutEmphasis } from '../../text/emphasis.ts';
import { authorNames } from '../names/list.ts';
import { decodeName, firstNameFirst } from '../names/name.ts';
import { decodeEntities, htmlToText, looksLikeHtml } from '../arxiv/html-text.ts';
import { isoDay } from '../date.ts';
import { findDay } from '../days.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import type { FieldRow } from './field-rows.ts';
import { joinPlain, onOneLine } from './text.ts';
import { attribute, children, childText, elementsAt } from './xml-fields.ts';
import { isQuoted, shownText } from './xml-text.ts';

type Row = FieldRow<XmlElement>;

/** A row that looks at the whole entry. */
const ofEntry = (as: string, reads: string, take: (entry: XmlElement) => unknown): Row => ({
  from: [''],
  as,
  take: ([entry]) => entry && take(entry),
  reads: reads.split(' '),
});

const firstText = (entry: XmlElement, ...names: readonly string[]): string =>
  childText(entry, ...names) ?? '';

const announcement =
  /^\s*arXiv:([^\s]{1,40})\s+Announce Type:\s*([a-z-]{1,20})\s*(?:Abstract:\s*)?/;

/** What older feeds of arXiv put after a title: `. (arXiv:2101.00001v3 [cs.CV] UPDATED)`. */
const titleTail =
  /\.?\s*\(arXiv:([^\s()[\]]{1,40})(?:\s*\[([^\]]{1,60})\])?(?:\s+(?:UPDATED|CROSS LISTED))*\)\s*$/;

const titles = [':title', 'dc:title'];
const texts = [
  ':summary',
  ':description',
  'dc:description',
  ':content',
  'content:encoded',
] as const;

const tailOf = (entry: XmlElement): RegExpExecArray | null =>
  titleTail.exec(onOneLine(firstText(entry, ...titles)).slice(-140));

/** Without a tag an entity that is left over after XML means that a text was HTML. */
const escaped = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/** A text as its reader sees it: HTML if the element says so or looks so. */
function shown(element: XmlElement, emphasis: boolean): string {
  if (!isQuoted(element)) return shownText(element, emphasis);
  const { text } = element;
  const type = attribute(element, 'type');
  if (type === 'html' || type === 'text/html' || looksLikeHtml(text))
    return htmlToText(text, emphasis);
  return joinPlain(escaped.test(text) ? decodeEntities(text) : text);
}

function firstShown(entry: XmlElement, names: readonly string[], emphasis = false): string {
  const all = names.flatMap((name) => children(entry, name));
  return all.map((element) => shown(element, emphasis)).find((text) => text !== '') ?? '';
}

function titleOf(entry: XmlElement): string {
  const title = onOneLine(firstShown(entry, titles));
  return title.replace(titleTail.exec(title.slice(-140))?.[0] ?? '', '');
}

/** A title repeated where a text is expected says nothing. */
function abstractOf(entry: XmlElement): string {
  const stated = firstText(entry, ...texts);
  const announced = announcement.exec(stated)?.[0].length ?? 0;
  // An announcement is plain, whatever looks like markup in it.
  if (announced > 0) return joinPlain(stated.slice(announced));
  const text = firstShown(entry, texts, true);
  return withoutEmphasis(text) === titleOf(entry) ? '' : text;
}

/** Addresses of an entry, in order: Atom's `href`, RSS's text, and what identifies it. */
function addresses(entry: XmlElement): string[] {
  const links = children(entry, ':link');
  const main = links.filter((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate');
  return [...main, ...links.filter((link) => !main.includes(link))]
    .map((link) => (attribute(link, 'href') ?? link.text).trim())
    .concat(firstText(entry, ':id', ':guid'), attribute(entry, 'about') ?? '')
    .filter((address) => address !== '');
}

const arxivOf = (text: string): string[] => {
  const id = arxivId(text.replace(/^oai:arXiv\.org:/i, ''));
  return id === undefined ? [] : [id];
};
const doisIn = (text: string): string[] =>
  text.split(/\s+/, 8).flatMap((word) => normaliseDoi(word) ?? []);

const anchor = /<a\b[^<>]*>([^<]{1,300})<\/a\s*>/gi;

/** The names of a `creator` element: a list, or links as arXiv's older feeds give them. */
function creatorNames(text: string): string[] {
  const linked = Array.from(text.matchAll(anchor), ([, name = '']) =>
    onOneLine(decodeName(decodeEntities(name))),
  );
  if (linked.length > 0) return linked;
  return authorNames(text.includes('<') ? htmlToText(text) : decodeEntities(text));
}

/** `Doe, Jane` where every person has an element, turned round. */
const turned = (text: string): string =>
  text.length > 200 || /[<>&]/.test(text) ? text : firstNameFirst(text);

/** Authors of an entry: Atom's, Dublin Core's, or RSS's `mail@host (Name)`; names that need no reading any more. */
function authors(entry: XmlElement): unknown[] {
  const persons = elementsAt(entry, ':author.:name')
    .map(({ text }) => onOneLine(decodeName(text)))
    .filter((name) => name !== '');
  const creators = children(entry, 'dc:creator').map((element) => shownText(element));
  const mails = (): string[] =>
    children(entry, ':author').flatMap(({ text }) => {
      const named = /^\s*[^\s@]+@[^\s(]+\s*\(([^()]{1,300})\)\s*$/.exec(text)?.[1];
      return named === undefined && text.includes('@') ? [] : authorNames(named ?? text);
    });
  const names =
    persons.length > 0
      ? persons
      : creators.length > 0
        ? creators.flatMap((text) => creatorNames(creators.length > 1 ? turned(text) : text))
        : mails();
  return names.map((literal) => ({ literal }));
}

/** Values of `category` elements: Atom's `term`, RSS's text. */
const terms = (entry: XmlElement): string[] =>
  ['arxiv:primary_category', ':category', 'dc:subject']
    .flatMap((name) => children(entry, name))
    .map((element) => attribute(element, 'term') ?? element.text);

const dayOf = (text: string): string | undefined => {
  const day = findDay(text);
  return day && isoDay(day);
};

/** In arXiv's feeds of announcements a date is the day of the announcement, not the paper's. */
const isAnnouncement = (entry: XmlElement): boolean =>
  announcement.test(firstText(entry, ...texts)) ||
  children(entry, 'arxiv:announce_type').length > 0;

/**
 * What the entries of any feed of papers say: arXiv's, a journal's, a blog's.
 *
 * @see https://info.arxiv.org/help/api/user-manual.html#_atom_results_explanation
 */
export const feedRows: readonly Row[] = [
  ofEntry('title', 'title', titleOf),
  ofEntry('abstract', 'summary description content encoded', abstractOf),
  ofEntry('authors', 'author author.name creator', authors),
  ofEntry('arxiv', 'link link@href id guid @about', (entry) =>
    [
      ...addresses(entry),
      announcement.exec(firstText(entry, ...texts))?.[1] ?? '',
      tailOf(entry)?.[1] ?? '',
    ].flatMap(arxivOf),
  ),
  ofEntry('categories', 'primary_category@term category category@term subject', (entry) => [
    tailOf(entry)?.[2] ?? '',
    ...terms(entry),
  ]),
  ofEntry('doi', 'doi identifier link link@href id guid', (entry) =>
    ['arxiv:doi', 'prism:doi', 'dc:identifier']
      .map((name) => firstText(entry, name))
      .concat(addresses(entry))
      .flatMap(doisIn),
  ),
  ofEntry('published', 'publicationDate date published pubDate', (entry) =>
    isAnnouncement(entry)
      ? undefined
      : dayOf(firstText(entry, 'prism:publicationdate', 'dc:date', ':published', ':pubdate')),
  ),
  // Elsewhere it is the day on which an entry of a feed was changed.
  ofEntry('updated', 'updated', (entry) =>
    isAnnouncement(entry) || arxivOf(firstText(entry, ':id')).length === 0
      ? undefined
      : dayOf(firstText(entry, ':updated')),
  ),
  ofEntry('venue', 'journal_ref journal_reference publicationName', (entry) =>
    firstText(entry, 'arxiv:journal_ref', 'arxiv:journal_reference', 'prism:publicationname'),
  ),
  ofEntry('comment', 'comment', (entry) => firstText(entry, 'arxiv:comment')),
  ofEntry('url', 'link link@href guid id', (entry) =>
    // As a browser would send it: feeds of searches quote what was looked for.
    addresses(entry)
      .find((address) => /^https?:\/\//i.test(address))
      ?.replaceAll(/[\s"<>]/g, encodeURIComponent),
  ),
];

/** arXiv answers a wrong question with an entry that says why. */
export const arxivError = (entry: XmlElement): string | undefined =>
  firstText(entry, ':id').includes('arxiv.org/api/errors')
    ? onOneLine(firstText(entry, ':summary')).slice(0, 200)
    : undefined;
