import type { XmlElement } from '@rgrove/parse-xml';
import { arxivAddress, doiAddress, type FieldRow } from './field-rows.ts';
import { attribute, childText, children, textsOf, xmlRow as row } from './xml-fields.ts';

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
  row('title', 'title'),
  row('abstract', 'abstract'),
  row(
    'authors.Seq.li.Person authors.Seq.li.Organization',
    'authors',
    persons,
    '.surname .givenName .givenname .name',
  ),
  row('date', 'published'),
  row(
    ['identifier', ...holders.map((name) => `isPartOf.${name}.identifier`)].join(' '),
    'link',
    ids,
  ),
  row('identifier.URI.value', 'url'),
  row('', 'url', (items) => items.map((item) => attribute(item, 'about')), '@about'),
  row('number', 'eprint'),
  row(
    'isPartOf',
    'venue',
    containers,
    ['@resource', ...holders.map((name) => `.${name}.title`)].join(' '),
  ),
  row('presentedAt.Conference.title', 'source title'),
  row('subject subject.AutomaticTag.value', 'subjects'),
  row('description', 'note'),
];
