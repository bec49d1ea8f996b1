/**
 * Reads `$…$`, `$$…$$`, `\(…\)` and `\[…\]` in Markdown as one piece, so that nothing in a formula becomes
 * markup. The reader is that of `formulas.ts`, as a micromark construct: see
 * https://github.com/micromark/micromark ("Extensions"). A formula is an `inlineMath` node, to be typeset by
 * `rehype-formulas.ts`.
 */
import type { Data, Plugin, Processor } from 'unified';
import type { Root } from 'mdast';
import type { Code, State, Tokenizer } from 'micromark-util-types';
import { FormulaReader } from './formulas.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula';
    formulaData: 'formulaData';
  }
}

declare module 'mdast' {
  interface InlineMath extends Literal {
    type: 'inlineMath';
    /** As written, dollars or brackets included. */
    value: string;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface RootContentMap {
    inlineMath: InlineMath;
  }
}

type Micromark = NonNullable<Data['micromarkExtensions']>[number];
type FromMarkdown = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], unknown[]>;

const dollar = 36;
const backslash = 92;

/** A code as its character; micromark gives line endings, tabs and the blanks these stand for negative codes. */
function character(code: Code): string {
  if (code === null) return '';
  return code < 0 ? ' ' : String.fromCharCode(code);
}

const tokenize: Tokenizer = function (effects, ok, nok) {
  const reader = new FormulaReader();

  const start: State = (code) => {
    effects.enter('formula');
    return line(code);
  };

  const line: State = (code) => {
    effects.enter('formulaData');
    return inside(code);
  };

  const inside: State = (code) => {
    const isFormula = reader.read(character(code));
    if (isFormula === false || (code === null && isFormula === undefined)) return nok(code);
    if (isFormula === undefined && code !== null && code >= -2) {
      effects.consume(code);
      return inside;
    }
    effects.exit('formulaData');
    if (isFormula) {
      effects.exit('formula');
      return ok(code);
    }
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return line;
  };

  return start;
};

const construct = { name: 'formula', tokenize };
const syntax: Micromark = { text: { [dollar]: construct, [backslash]: construct } };

const tree: FromMarkdown = {
  enter: {
    formula(token) {
      this.enter({ type: 'inlineMath', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    formula(token) {
      this.exit(token);
    },
  },
};

/** Plugin: formulas in entries. */
export const remarkFormulas: Plugin<[], Root> = function (this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(syntax);
  (data.fromMarkdownExtensions ??= []).push(tree);
};
