import { rehype } from 'rehype';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { plainText } from './hast-text.ts';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from './plugins.ts';
import type { FoundUrl } from './urls.ts';

export type { FoundUrl } from './urls.ts';

/** An abstract, ready for a page. */
export interface RenderedAbstract {
  /** Safe HTML: see `schema` in plugins.ts. */
  readonly html: string;
  /** The same as plain text, paragraphs joined by `\n\n`: what search, feeds and descriptions take. */
  readonly text: string;
  /** The links, in order; `start` and `end` are their place in `text`. */
  readonly urls: FoundUrl[];
}

// Built once: building costs more than rendering.
const parser = remark()
  .use(remarkPlugins)
  .use(remarkRehype, remarkRehypeOptions)
  .use(rehypePlugins)
  .freeze();
const printer = rehype().data('settings', { fragment: true }).freeze();

/**
 * Renders the body of an entry. Never throws on text; whatever the Markdown says, the HTML is safe.
 *
 * @param markdown CommonMark without raw HTML, with `$…$` formulas (shown as they stand)
 */
export function renderAbstract(markdown: string): RenderedAbstract {
  const tree = parser.runSync(parser.parse(markdown));
  return { html: printer.stringify(tree), ...plainText(tree) };
}
