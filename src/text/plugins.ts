/**
 * The way from an entry's Markdown to HTML, and the place for a remark or rehype plugin more:
 *
 *   remark-parse → remarkPlugins → remark-rehype(remarkRehypeOptions) → rehypePlugins
 *
 * The loader, `check` and the pages all take it (render.ts). It is not Astro's: that one parses and prints the HTML
 * once more, a third of the time for the same HTML, keeps the text and the links to itself, and answers later.
 */
import type { ElementContent } from 'hast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import type { Options } from 'remark-rehype';
import type { PluggableList } from 'unified';
import { rehypeFormulas } from './rehype-formulas.ts';
import { rehypeLinkRel } from './rehype-link-rel.ts';
import { remarkFormulaLinks } from './remark-formula-links.ts';
import { remarkFormulas } from './remark-formulas.ts';
import { remarkLinkUrls } from './remark-link-urls.ts';
import { remarkNoHtml } from './remark-no-html.ts';

/** All that an abstract may hold before its formulas are typeset; no attribute but the address of a link. */
export const schema: Schema = {
  tagNames: 'p a em strong code ul ol li blockquote sub sup br'.split(' '),
  // `tex` marks a formula on its way to `rehypeFormulas`; raw HTML is text, so nobody can write it.
  attributes: { a: ['href'], code: [['className', 'tex']] },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style'],
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

function paragraph(children: ElementContent[]): ElementContent {
  return { type: 'element', tagName: 'p', properties: {}, children };
}

/** An abstract has no headings, rules or images of its own: they become what they say. */
export const remarkRehypeOptions: Options = {
  handlers: {
    heading: (state, node) => paragraph(state.all(node)),
    thematicBreak: () => undefined,
    code: (_, node: { value: string }) =>
      paragraph([
        {
          type: 'element',
          tagName: 'code',
          properties: {},
          children: [{ type: 'text', value: node.value }],
        },
      ]),
    image: (_, node: { url: string; alt?: string | null }) => ({
      type: 'element',
      tagName: 'a',
      properties: { href: node.url },
      children: [{ type: 'text', value: node.alt || node.url }],
    }),
    inlineMath: (_, node: { value: string }) => ({
      type: 'element',
      tagName: 'code',
      properties: { className: ['tex'] },
      children: [{ type: 'text', value: node.value.replaceAll(/\s+/g, ' ') }],
    }),
  },
};
