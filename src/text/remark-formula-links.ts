import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/** A formula that is a link and nothing else: `$\href{https://…}{\texttt{words}}$`, `$\url{https://…}$`. */
const link =
  /^\$\s*\\(?:url|href)\s*\{(https?:\/\/[^\s{}\\$]+)\}(?:\{(?:\\(?:text\w*|mathtt|underline)\{([^{}$]*)\}|([^{}$]*))\})?\s*\$$/i;

/** Plugin: such a formula becomes `words (address)`, which `remarkLinkUrls` makes a link like any other. */
export const remarkFormulaLinks: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'inlineMath', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const [, url, styled, plain] = link.exec(node.value) ?? [];
    if (url === undefined) return;
    const words = (styled ?? plain ?? '').replaceAll(/\\[ ,;]|~/g, ' ').trim();
    const said = words === '' || url.includes(words);
    parent.children[index] = { type: 'text', value: said ? url : `${words} (${url})` };
  });
};
