import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readFormula, typeset } from './formula-typeset.ts';

/** A formula that a page shows as it was written. */
export interface FormulaProblem {
  /** As written, dollars or brackets included. */
  readonly formula: string;
  /** Why, as a clause: `Undefined control sequence: \foo`. */
  readonly why: string;
}

declare module 'vfile' {
  interface DataMap {
    formulaProblems: FormulaProblem[];
  }
}

/** What the title of a formula shown as written says. */
export const asWritten = 'This formula is shown as it was written: it could not be typeset.';

/**
 * Plugin, after sanitising: `code` of class `tex` (nothing but `remark-formulas.ts` makes it) becomes MathML.
 * What cannot be typeset stays, says so in its title, and is in `file.data.formulaProblems`.
 */
export const rehypeFormulas: Plugin<[], Root> = () => (tree, file: VFile) => {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'code' || parent === undefined || index === undefined) return undefined;
    const classes = node.properties['className'];
    const [content] = node.children;
    if (!Array.isArray(classes) || !classes.includes('tex') || content?.type !== 'text')
      return undefined;
    const result = typeset(readFormula(content.value));
    if ('nodes' in result) {
      parent.children.splice(index, 1, ...result.nodes);
      return index + result.nodes.length;
    }
    node.properties['title'] = asWritten;
    (file.data.formulaProblems ??= []).push({ formula: content.value, why: result.why });
    return undefined;
  });
};
