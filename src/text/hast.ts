/** Elements of HTML and MathML, made and read. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { FoundUrl } from './urls.ts';

/** Makes an element; strings among its children become text. */
export const element = (
  tagName: string,
  properties: Element['properties'],
  ...children: readonly (ElementContent | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});

/** The text of a node, and of all within it. */
export function textOf(node: ElementContent | undefined): string {
  if (node?.type === 'text') return node.value;
  return node?.type === 'element' ? node.children.map(textOf).join('') : '';
}

const blocks = new Set('p li ul ol blockquote pre h1 h2 h3 h4 h5 h6 table tr th td'.split(' '));

/**
 * What a reader reads: the text of a tree, paragraphs and list items parted by `\n\n`, and where its
 * links are in it. `hast-util-to-text` keeps no places.
 */
export function plainText(tree: Root): { text: string; urls: FoundUrl[] } {
  const urls: FoundUrl[] = [];
  let text = '';
  let gap: '' | ' ' | '\n\n' = '';

  /** Adds text, white space tidied as it comes. */
  const add = (value: string): void => {
    for (const part of value.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s/.test(part)) gap ||= ' ';
      else {
        text += (text === '' ? '' : gap) + part;
        gap = '';
      }
    }
  };

  const walk = (node: Nodes): void => {
    if (node.type === 'text') return add(node.value);
    if (node.type !== 'element' && node.type !== 'root') return undefined;
    const { tagName = '', properties = {} } = node.type === 'element' ? node : {};
    // The blank at its end is for the search index: see `formula-typeset.ts`.
    if (tagName === 'math') return add(String(properties['aria-label'] ?? '').trim());
    if (tagName === 'br') return add(' ');
    const before = text.length;
    if (blocks.has(tagName)) gap = '\n\n';
    for (const child of node.children) walk(child);
    if (blocks.has(tagName)) gap = '\n\n';
    if (tagName !== 'a' || text.length === before) return undefined;
    // The blank before a link is not its text.
    const start = before + text.slice(before).search(/\S/);
    urls.push({ url: String(properties['href'] ?? ''), start, end: text.length });
    return undefined;
  };

  walk(tree);
  return { text, urls };
}
