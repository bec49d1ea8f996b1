/**
 * The way from an entry's Markdown to HTML, and the place for a remark or rehype plugin more:
 *
 *   remark-parse → remarkPlugins → remark-rehype(remarkRehypeOptions) → rehypePlugins
 *
 * The loader, `check` and the pages all take it (render.ts). It is not Astro's: that one parses and prints the HTML
 * once more, a third of the time for the same HTML, keeps the text and the links to itself, and answers later.
 */
import type { Root as HtmlRoot } from 'hast';
import type { Link, PhrasingContent, Root } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import type { Options } from 'remark-rehype';
import type { PluggableList, Plugin, Processor } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { element } from './hast.ts';
import { cutAt } from './protected.ts';
import { rehypeFormulas } from './rehype-formulas.ts';
import { remarkFormulas } from './remark-formulas.ts';
import { findUrls } from './urls.ts';

/** All that an abstract may hold before its formulas are typeset; no attribute but the address of a link. */
export const schema: Schema = {
  tagNames: 'p a em strong code ul ol li blockquote sub sup br'.split(' '),
  // `tex` marks a formula on its way to `rehypeFormulas`; raw HTML is text, so nobody can write it.
  attributes: { a: ['href'], code: [['className', 'tex']] },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style'],
};

/**
 * Raw HTML in Markdown is text, shown as it was typed, and an indented line is no code.
 * Rather than taken out later, neither is ever parsed: `0<delta<1` loses nothing.
 */
const remarkNoHtml: Plugin<[], Root> = function (this: Processor): void {
  (this.data().micromarkExtensions ??= []).push({
    disable: { null: ['htmlFlow', 'htmlText', 'codeIndented'] },
  });
};

/** A formula that is a link and nothing else: `$\href{https://…}{\texttt{words}}$`, `$\url{https://…}$`. */
const linkFormula =
  /^\$\s*\\(?:url|href)\s*\{(https?:\/\/[^\s{}\\$]+)\}(?:\{(?:\\(?:text\w*|mathtt|underline)\{([^{}$]*)\}|([^{}$]*))\})?\s*\$$/i;

/** Such a formula becomes `words (address)`, which `remarkLinkUrls` makes a link like any other. */
const remarkFormulaLinks: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'inlineMath', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const [, url, styled, plain] = linkFormula.exec(node.value) ?? [];
    if (url === undefined) return;
    const words = (styled ?? plain ?? '').replaceAll(/\\[ ,;]|~/g, ' ').trim();
    const said = words === '' || url.includes(words);
    parent.children[index] = { type: 'text', value: said ? url : `${words} (${url})` };
  });
};

/** Bare `http://` and `https://` addresses become links, but not in code or inside links. */
const remarkLinkUrls: Plugin<[], Root> = () => (tree) => {
  visit(tree, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'linkReference') return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return undefined;
    const urls = findUrls(node.value);
    if (urls.length === 0) return undefined;
    const nodes = Array.from(cutAt(node.value, urls), ([value, isUrl]): PhrasingContent => {
      const text = { type: 'text' as const, value };
      return isUrl ? ({ type: 'link', url: value, children: [text] } satisfies Link) : text;
    });
    parent.children.splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
};

/**
 * After sanitising: links to the web tell the other side nothing (`rel`); an `a` that leads nowhere, or not to the
 * web, gives way to its text.
 */
const rehypeLinkRel: Plugin<[], HtmlRoot> = () => (tree) => {
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

export const remarkPlugins: PluggableList = [
  remarkNoHtml,
  remarkFormulas,
  remarkFormulaLinks,
  remarkLinkUrls,
];

export const rehypePlugins: PluggableList = [
  [rehypeSanitize, schema],
  rehypeLinkRel,
  rehypeFormulas,
];

/** An abstract has no headings, rules or images of its own: they become what they say. */
export const remarkRehypeOptions: Options = {
  handlers: {
    heading: (state, node) => element('p', {}, ...state.all(node)),
    thematicBreak: () => undefined,
    code: (_, node: { value: string }) => element('p', {}, element('code', {}, node.value)),
    image: (_, node: { url: string; alt?: string | null }) =>
      element('a', { href: node.url }, node.alt || node.url),
    inlineMath: (_, node: { value: string }) =>
      element('code', { className: ['tex'] }, node.value.replaceAll(/\s+/g, ' ')),
  },
};
