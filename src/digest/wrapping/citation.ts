/** The tags by which a page tells Google Scholar and reference managers of its paper. Pure. */
import type { Element, Root } from 'hast';
import { identifiersIn } from '../identifiers.ts';
import {
  addressOf,
  elementsIn,
  isWebAddress,
  longestOf,
  oneLine,
  recordOf,
  shown,
} from './hast.ts';

/** Tags by name, Highwire Press' and Dublin Core's, and the field of RIS that each fills. */
const fields: readonly (readonly [tag: RegExp, field: string])[] = [
  [/^(?:citation|bepress_citation)_title$/, 'TI'],
  [/^(?:citation|bepress_citation)_authors?$/, 'AU'],
  [/^citation_(?:publication_date|date|online_date|cover_date|year)$/, 'DA'],
  [/^(?:citation|bepress_citation)_doi$/, 'DO'],
  [/^citation_(?:journal_title|conference_title|inbook_title)$/, 'T2'],
  [/^citation_arxiv_id$/, 'arXiv'],
  [/^citation_(?:abstract_html_url|public_url|pdf_url)$/, 'UR'],
  [/^(?:citation_abstract|dc\.description)$/, 'AB'],
];

/** The abstract as the page shows it: the part of it that is named so. */
const shownAbstract = (elements: readonly Element[]): string =>
  longestOf(
    elements
      .filter(({ properties: { id, className } }) =>
        /\babstract\b/i.test(`${String(id ?? '')} ${String(className ?? '').replaceAll(',', ' ')}`),
      )
      .map((node) => shown(node).replace(/^abstract\b[\s:.]*/i, '')),
  );

/** The paper of a page that has one title, and a heading "Abstract" with what it heads. */
function shownPaper(elements: readonly Element[]): string[] | undefined {
  const only = (wanted: (node: Element) => boolean): Element | undefined => {
    const found = elements.filter(wanted);
    return found.length === 1 ? found.at(0) : undefined;
  };
  const title = only(({ tagName }) => tagName === 'h1');
  const heading = only(
    (node) => /^(?:h[1-6]|strong|b)$/.test(node.tagName) && /^abstract\s?:?$/i.test(shown(node)),
  );
  if (!title || !heading) return undefined;
  const parent = elements.find(({ children }) => children.includes(heading));
  const siblings = (parent?.children ?? []).filter((it) => it.type === 'element');
  const next = siblings[siblings.indexOf(heading) + 1];
  const abstract = next ? shown(next) : '';
  const link = elements
    .map(addressOf)
    .find((address) => isWebAddress(address) && identifiersIn(address).length > 0);
  if (abstract.length < 80 || link === undefined) return undefined;
  return recordOf({
    title: shown(title).replace(/^title\s?:\s*/i, ''),
    authors: elements
      .filter((node) => [node.properties.className].flat().includes('author'))
      .map(shown),
    abstract,
    others: [['UR', [link]]],
  });
}

/**
 * The one paper that a page is of, as a record of RIS.
 *
 * @returns undefined for a page that does not say so, or names several
 */
export function citationOf(root: Root): string | undefined {
  const elements = elementsIn(root);
  const of = new Map(fields.map(([, field]) => [field, new Set<string>()]));
  for (const { tagName, properties } of elements) {
    const { name, content } = properties;
    if (tagName !== 'meta' || typeof name !== 'string' || typeof content !== 'string') continue;
    const field = fields.find(([tag]) => tag.test(name.toLowerCase()))?.[1] ?? '';
    const value = oneLine(content);
    if (value !== '') of.get(field)?.add(value);
  }
  const all = (field: string): string[] => [...(of.get(field) ?? [])];
  const first = (field: string): string[] => all(field).slice(0, 1);
  const [title, ...others] = all('TI');
  if (title === undefined) return shownPaper(elements)?.join('\n');
  if (others.length > 0) return undefined;
  return recordOf({
    title,
    authors: all('AU')
      .flatMap((names) => names.split(';'))
      .map(oneLine)
      .filter(Boolean),
    abstract: first('AB')[0] ?? shownAbstract(elements),
    others: [
      ['DA', first('DA').map((date) => date.replaceAll('-', '/'))],
      ['T2', first('T2')],
      ['DO', first('DO')],
      ['UR', first('arXiv').map((id) => `https://arxiv.org/abs/${id}`)],
      ['UR', all('UR').filter(isWebAddress)],
    ],
  }).join('\n');
}
