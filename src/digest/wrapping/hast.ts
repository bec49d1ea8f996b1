/** Elements of pages, and records of what they say. Pure. */
import type { Element, Nodes } from 'hast';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What people see of an element, on one line. */
export const shown = (node: Element): string => oneLine(toText(node));

/** All elements of a tree in their order, its root first if it is one. */
export function elementsIn(tree: Nodes): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => void found.push(node));
  return found;
}

/** Outermost elements of a kind, in order. */
export function outermost(tree: Nodes, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (!wanted(node)) return true;
    found.push(node);
    return SKIP;
  });
  return found;
}

/** The address that an element leads to; empty if it leads nowhere. */
export const addressOf = ({ properties: { href } }: Element): string =>
  typeof href === 'string' ? href : '';

export const linksIn = (node: Element): Element[] =>
  elementsIn(node).filter(
    ({ tagName, properties: { href } }) => tagName === 'a' && typeof href === 'string',
  );

export const isWebAddress = (text: string): boolean => /^https?:/.test(text);

/** The longest of some texts; empty if there is none. */
export const longestOf = (texts: readonly string[]): string =>
  texts.toSorted((one, other) => other.length - one.length)[0] ?? '';

/** What a page says of one paper. */
export interface SaidPaper {
  readonly title: string;
  readonly authors: readonly string[];
  /** Empty if there is none. */
  readonly abstract: string;
  /** Other fields of RIS, by their tags. */
  readonly others: readonly (readonly [tag: string, values: readonly string[]])[];
}

/** A paper as a record of RIS, line by line. */
export const recordOf = ({ title, authors, abstract, others }: SaidPaper): string[] => [
  'TY  - GEN',
  ...[
    ['TI', [title]] as const,
    ['AU', authors] as const,
    ...others,
    ['AB', abstract === '' ? [] : [abstract]] as const,
  ].flatMap(([tag, values]) => values.map((value) => `${tag}  - ${value}`)),
  'ER  - ',
  '',
];
