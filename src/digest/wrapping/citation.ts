/** The tags by which a page tells Google Scholar and reference managers of its paper. Pure. */
import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { identifiersIn } from '../identifiers.ts';

/** Tags by name, Highwire Press' and Dublin Core's, and the field of RIS that each fills. */
const fields: readonly (readonly [tag: RegExp, field: string])[] = [
  [/^(?:citation|bepress_citation)_title$/, 'TI'],
  [/^(?:citation|bepress_citation)_authors?$/, 'AU'],
  [/^citation_(?:publication_date|date|online_date|cover_date|year)$/, 'DA'],
  [/^(?:citation|bepress_citation)_doi$/, 'DO'],
  [/^citation_(?:journal_title|conference_title|inbook_title)$/, 'T2'],
  [/^citation_arxiv_id$/, 'UR'],
  [/^citation_pmid$/, 'AN'],
  [/^citation_(?:abstract_html_url|public_url|pdf_url)$/, 'UR'],
  [/^citation_keywords?$/, 'KW'],
];

function elementsIn(node: Root | Element): Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? [child, ...elementsIn(child)] : [],
  );
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The abstract as the page shows it: the part of it that is named so. */
function shownAbstract(elements: readonly Element[]): string {
  const named = elements.filter(({ properties: { id, className } }) =>
    /\babstract\b/i.test(`${String(id ?? '')} ${String(className ?? '').replaceAll(',', ' ')}`),
  );
  const texts = named.map((node) => toText(node).replace(/^\s*abstract\b[\s:.]*/i, ''));
  return oneLine(texts.toSorted((a, b) => b.length - a.length)[0] ?? '');
}

const isHeading = (node: Element, text: RegExp): boolean =>
  /^(?:h[1-6]|strong|b)$/.test(node.tagName) && text.test(oneLine(toText(node)));

/** The paper of a page that has one title, and a heading "Abstract" with what it heads. */
function shownPaper(elements: readonly Element[]): string | undefined {
  const titles = elements.filter(({ tagName }) => tagName === 'h1');
  const headings = elements.filter((node) => isHeading(node, /^abstract\s?:?$/i));
  const [[title, ...others], [heading, ...more]] = [titles, headings];
  if (!title || !heading || others.length > 0 || more.length > 0) return undefined;
  const parent = elements.find(({ children }) => children.includes(heading));
  const siblings = (parent?.children ?? []).flatMap((it) => (it.type === 'element' ? [it] : []));
  const next = siblings[siblings.indexOf(heading) + 1];
  const abstract = next ? oneLine(toText(next)) : '';
  const authors = elements
    .filter((node) => [node.properties.className].flat().includes('author'))
    .map((node) => oneLine(toText(node)));
  const links = elements.flatMap(({ properties: { href } }) =>
    typeof href === 'string' && /^https?:/.test(href) && identifiersIn(href).length > 0
      ? [href]
      : [],
  );
  if (abstract.length < 80 || links.length === 0) return undefined;
  return [
    'TY  - GEN',
    `TI  - ${oneLine(toText(title)).replace(/^title\s?:\s*/i, '')}`,
    ...authors.map((author) => `AU  - ${author}`),
    `UR  - ${links[0] ?? ''}`,
    `AB  - ${abstract}`,
    'ER  - ',
    '',
  ].join('\n');
}

/**
 * The one paper that a page is of, as a record of RIS.
 *
 * @returns undefined for a page that does not say so, or names several
 */
export function citationOf(root: Root): string | undefined {
  const elements = elementsIn(root);
  const tags = elements.flatMap(({ tagName, properties: { name, content } }) => {
    if (tagName !== 'meta' || typeof name !== 'string' || typeof content !== 'string') return [];
    const value = oneLine(content);
    const field = fields.find(([tag]) => tag.test(name.toLowerCase()))?.[1];
    return value === '' ? [] : [{ name: name.toLowerCase(), field, value }];
  });
  const of = (wanted: string): string[] => [
    ...new Set(tags.filter(({ field }) => field === wanted).map(({ value }) => value)),
  ];
  const titles = of('TI');
  if (titles.length === 0) return shownPaper(elements);
  if (titles.length > 1) return undefined;
  const stated = tags.find(({ name }) =>
    /^(?:citation_abstract|dc\.description)$/.test(name),
  )?.value;
  const arxiv = tags.find(({ name }) => name === 'citation_arxiv_id')?.value;
  const abstract = stated ?? shownAbstract(elements);
  const authors = of('AU')
    .flatMap((names) => names.split(';'))
    .map(oneLine)
    .filter(Boolean);
  const addresses = of('UR').filter((value) => /^https?:/.test(value));
  return [
    'TY  - GEN',
    ...titles.map((title) => `TI  - ${title}`),
    ...authors.map((author) => `AU  - ${author}`),
    ...of('DA')
      .slice(0, 1)
      .map((date) => `DA  - ${date.replaceAll('-', '/')}`),
    ...of('T2')
      .slice(0, 1)
      .map((venue) => `T2  - ${venue}`),
    ...of('DO')
      .slice(0, 1)
      .map((doi) => `DO  - ${doi}`),
    ...(arxiv === undefined ? [] : [`UR  - https://arxiv.org/abs/${arxiv}`]),
    ...addresses.map((address) => `UR  - ${address}`),
    ...(abstract === '' ? [] : [`AB  - ${abstract}`]),
    'ER  - ',
    '',
  ].join('\n');
}
