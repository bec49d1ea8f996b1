/** HTML to the same tree as Markdown. */
import type { Element, Root as HastRoot } from 'hast';
import { toMdast, type Options, type State } from 'hast-util-to-mdast';
import type { Nodes, Root, RootContent } from 'mdast';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';

const parser = rehype().data('settings', { fragment: true }).freeze();

/** The level of the name of a disclosure, as a heading: under all others. */
export const summaryLevel = 7;

/** A disclosure's name is a heading: what it names is under it. */
const summary = (state: State, node: Element): Nodes => {
  const heading: Nodes = {
    type: 'heading',
    depth: 6,
    children: state.all(node).filter((child) => child.type !== 'break') as never,
    data: { summary: true },
  };
  state.patch(node, heading);
  return heading;
};

declare module 'mdast' {
  interface HeadingData {
    /** It is the name of a disclosure. */
    summary?: boolean;
  }
}

const options: Options = {
  handlers: { summary: summary as never },
  nodeHandlers: { comment: () => undefined },
};

/** Elements within elements beyond which a page is none that a person made. */
const deepest = 400;

/** Elements that hold nothing, or that need not be closed. */
const open = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option body html head'.split(
    ' ',
  ),
);

/** Whether elements stand in each other deeper than anybody's page has them. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, close, name = '', alone] of html.matchAll(
    /<(\/?)([a-z][^\s<>/]{0,20})[^<>]{0,2000}?(\/?)>/gi,
  )) {
    if (alone === '/' || open.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (close === '/' ? -1 : 1));
    if (depth > deepest) return true;
  }
  return false;
}

/** Turns a tree of HTML into one of documents, with the positions it has. */
export const documentOf = (tree: HastRoot): Root => {
  const found = toMdast(tree, options);
  return found.type === 'root' ? found : { type: 'root', children: [found as RootContent] };
};

/**
 * Moves a tree within its document.
 *
 * @param shift is added to the offsets of the tree; its lines and columns stay and mean nothing
 */
export function shifted<Tree extends Nodes>(tree: Tree, shift: number): Tree {
  visit(tree, ({ position }) => {
    if (position?.start.offset === undefined || position.end.offset === undefined) return;
    position.start.offset += shift;
    position.end.offset += shift;
  });
  return tree;
}

/** Parses a piece of HTML. */
export const parseHtml = (html: string): Root =>
  isTooDeep(html) ? { type: 'root', children: [] } : documentOf(parser.parse(html));
