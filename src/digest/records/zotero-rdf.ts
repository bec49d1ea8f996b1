import type { XmlElement } from '@rgrove/parse-xml';
import { arxivAddress, doiAddress, type FieldRow } from './field-rows.ts';
import { attribute, childText, children, textsOf } from './xml-fields.ts';

function persons(elements: readonly XmlElement[]): unknown[] {
  return elements.map((element) => {
    const family = childText(element, 'surname');
    const given = childText(element, 'givenName', 'givenname');
    return family === undefined
      ? { literal: given ?? childText(element, 'name') }
      : { family, given };
  });
}

/** `DOI 10.1000/182`, `arXiv:2409.11321`; ISSNs and ISBNs are others'. */
const ids = (elements: readonly XmlElement[]): string[] =>
  textsOf(elements).flatMap((text) => [
    ...doiAddress(text.replace(/^DOI:?\s/i, '')),
    ...arxivAddress(text),
  ]);

/** The title of what holds the paper: in the item itself, or an element that several items refer to. */
const containers = (
  elements: readonly XmlElement[],
  shared?: ReadonlyMap<string, string>,
): string[] =>
  elements.flatMap((element) => {
    const own = children(element).flatMap((holder) => childText(holder, 'title') ?? []);
    return own.length > 0 ? own : (shared?.get(attribute(element, 'resource') ?? '') ?? []);
  });

const holders = ['Journal', 'Book', 'ConferenceProceedings', 'Periodical', 'Newspaper'];

/** @see https://github.com/zotero/translators/blob/master/Zotero%20RDF.js */
export const zoteroRows: readonly FieldRow<XmlElement>[] = [
  { from: ['title'], as: 'title' },
  { from: ['abstract'], as: 'abstract' },
  {
    from: ['authors.Seq.li.Person', 'authors.Seq.li.Organization'],
    as: 'authors',
    take: persons,
    reads: ['.surname', '.givenName', '.givenname', '.name'],
  },
  { from: ['date'], as: 'published' },
  {
    from: ['identifier', ...holders.map((name) => `isPartOf.${name}.identifier`)],
    as: 'link',
    take: ids,
  },
  { from: ['identifier.URI.value'], as: 'url' },
  {
    from: [''],
    as: 'url',
    take: (items) => items.map((item) => attribute(item, 'about')),
    reads: ['@about'],
  },
  { from: ['number'], as: 'eprint' },
  {
    from: ['isPartOf'],
    as: 'venue',
    take: containers,
    reads: ['@resource', ...holders.map((name) => `.${name}.title`)],
  },
  { from: ['presentedAt.Conference.title'], as: 'source title' },
  { from: ['subject', 'subject.AutomaticTag.value'], as: 'subjects' },
  { from: ['description'], as: 'note' },
];
