import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/**
 * Plugin, after sanitising: links to the web tell the other side nothing (`rel`); an `a` that leads
 * nowhere, or not to the web, gives way to its text.
 */
export const rehypeLinkRel: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || parent === undefined || index === undefined) return undefined;
    if (/^https?:\/\//i.test(String(node.properties['href'] ?? ''))) {
      node.properties['rel'] = ['noopener', 'noreferrer'];
      return undefined;
    }
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
};
