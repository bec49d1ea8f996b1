import type { Link, PhrasingContent, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { findUrls } from './urls.ts';

/** The text cut at its addresses, each of them a link to itself. */
function linked({ value }: Text): PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = [];
  let done = 0;
  for (const { url, start, end } of findUrls(value)) {
    if (start > done) nodes.push({ type: 'text', value: value.slice(done, start) });
    const link: Link = { type: 'link', url, children: [{ type: 'text', value: url }] };
    nodes.push(link);
    done = end;
  }
  if (done === 0) return undefined;
  if (done < value.length) nodes.push({ type: 'text', value: value.slice(done) });
  return nodes;
}

/** Plugin: bare `http://` and `https://` addresses become links, but not in code or inside links. */
export const remarkLinkUrls: Plugin<[], Root> = () => (tree) => {
  visit(tree, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'linkReference') return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return undefined;
    const nodes = linked(node);
    if (nodes === undefined) return undefined;
    parent.children.splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
};
