/** Reading built pages in tests. */
import type { Element, Nodes, Root } from 'hast';
import { readFile } from 'node:fs/promises';
import { rehype } from 'rehype';
import { EXIT, visit } from 'unist-util-visit';

const parser = rehype();

export const parseHtml = (html: string): Root => parser.parse(html);

export const readPage = async (file: string): Promise<Root> =>
  parseHtml(await readFile(file, 'utf8'));

/** Every element that passes the test, in document order. */
export function elements(tree: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

/** The first element that passes the test. Throws if there is none. */
export function element(tree: Nodes, test: (element: Element) => boolean): Element {
  const [first] = elements(tree, test);
  if (!first) throw new Error('The page has no such element.');
  return first;
}

/** Whether an element carries a `data-…` attribute, given in camel case. */
export const has =
  (property: string) =>
  ({ properties }: Element): boolean =>
    properties[property] !== undefined;

export const named =
  (name: string) =>
  ({ tagName }: Element): boolean =>
    tagName === name;

/** Text of a node, as it stands. */
export function textOf(tree: Nodes): string {
  let text = '';
  visit(tree, 'text', ({ value }) => {
    text += value;
  });
  return text;
}

/** Text of an abstract: its paragraphs, parted by a blank line. */
export const abstractText = (tree: Nodes): string =>
  elements(tree, named('p')).map(textOf).join('\n\n');

export function contains(tree: Nodes, test: (element: Element) => boolean): boolean {
  let found = false;
  visit(tree, 'element', (node) => {
    if (!test(node)) return undefined;
    found = true;
    return EXIT;
  });
  return found;
}
