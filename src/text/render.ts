import { escapeHtml } from './escape.ts';
import { rehype } from 'rehype';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { VFile } from 'vfile';
import { readFormula, typeset } from './formula-typeset.ts';
import { plainText } from './hast.ts';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from './plugins.ts';
import { cutAt, formulaSpans } from './protected.ts';
import type { FormulaProblem } from './rehype-formulas.ts';
import { asItStands, isTangled } from './tangled.ts';
import type { FoundUrl } from './urls.ts';

export type { FormulaProblem } from './rehype-formulas.ts';
export type { FoundUrl } from './urls.ts';

/** An abstract, ready for a page. */
export interface RenderedAbstract {
  /** Safe HTML: see `schema` in plugins.ts; formulas are MathML. */
  readonly html: string;
  /** The same as plain text, paragraphs joined by `\n\n`: what search, feeds and descriptions take. */
  readonly text: string;
  /** The links, in order; `start` and `end` are their place in `text`. */
  readonly urls: FoundUrl[];
  /** The formulas that are shown as they were written, in order. */
  readonly problems: readonly FormulaProblem[];
}

// Built once: building costs more than rendering.
const parser = remark()
  .use(remarkPlugins)
  .use(remarkRehype, remarkRehypeOptions)
  .use(rehypePlugins)
  .freeze();
const printer = rehype().data('settings', { fragment: true }).freeze();

/** A text that is not read at all is reported like a formula that is not. */
const tangled = (markdown: string): FormulaProblem => ({
  formula: markdown.trim().slice(0, 60),
  why: 'the text holds so many `*`, `_`, `$` and the like that none of it is read as Markdown',
});

/**
 * Renders the body of an entry. Never throws on text; whatever the Markdown says, the HTML is safe. A text
 * with far more marks than any abstract has is shown as it stands: see `isTangled`.
 *
 * @param markdown CommonMark without raw HTML, with formulas (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`)
 */
export function renderAbstract(markdown: string): RenderedAbstract {
  if (isTangled(markdown)) {
    const tree = asItStands(markdown);
    return { html: printer.stringify(tree), ...plainText(tree), problems: [tangled(markdown)] };
  }
  const file = new VFile(markdown);
  const tree = parser.runSync(parser.parse(file), file);
  const { formulaProblems: problems = [] } = file.data;
  return { html: printer.stringify(tree), ...plainText(tree), problems };
}

/** A title, ready for a page. */
export interface RenderedTitle {
  /** Safe HTML, inline only. */
  readonly html: string;
  /** The same as plain text. */
  readonly text: string;
  /** The formulas that are shown as they were written, in order. */
  readonly problems: readonly FormulaProblem[];
}

/**
 * Renders a title. Nothing in it is markup but formulas, which are set within the line. Never throws.
 *
 * @param title plain text, one line
 */
export function renderTitle(title: string): RenderedTitle {
  const spans = /[$\\]/.test(title) ? formulaSpans(title) : [];
  if (spans.length > 0 && isTangled(title)) {
    return { html: escapeHtml(title), text: title, problems: [tangled(title)] };
  }
  const problems: FormulaProblem[] = [];
  let html = '';
  let text = '';
  for (const [part, isFormula] of cutAt(title, spans)) {
    const set = isFormula ? typeset({ ...readFormula(part), display: false }) : undefined;
    if (set && 'why' in set) problems.push({ formula: part, why: set.why });
    const nodes = set && 'nodes' in set ? set.nodes : undefined;
    html += nodes ? printer.stringify({ type: 'root', children: [...nodes] }) : escapeHtml(part);
    text += set && 'nodes' in set ? set.text : part;
  }
  return { html, text, problems };
}
