import type { XmlElement } from '@rgrove/parse-xml';
import { plainRows, row, type FieldRow } from './field-rows.ts';
import { attribute, childText, children, objectsOf } from './xml-fields.ts';

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
  ...plainRows(
    'title:title abstract:abstract date:published identifier.URI.value:url number:eprint',
  ),
  row(
    'authors.Seq.li.Person authors.Seq.li.Organization',
    'authors',
    objectsOf,
    '.surname .givenName .givenname .name',
  ),
  // `DOI 10.1000/182`, `arXiv:2409.11321`; ISSNs and ISBNs are others'.
  row(['identifier', ...holders.map((name) => `isPartOf.${name}.identifier`)].join(' '), 'doi'),
  row('', 'url', (items) => items.map((item) => attribute(item, 'about')), '@about'),
  row(
    'isPartOf',
    'venue',
    containers,
    ['@resource', ...holders.map((name) => `.${name}.title`)].join(' '),
  ),
  row('subject subject.AutomaticTag.value', 'subjects'),
  ...plainRows('presentedAt.Conference.title:sourcetitle description:note'),
];
