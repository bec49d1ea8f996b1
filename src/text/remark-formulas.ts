/**
 * Reads `$…$` and `$$…$$` in Markdown as one piece, so that nothing in a formula becomes markup. The rule
 * is that of `formulas.ts`, written as a micromark construct: see https://github.com/micromark/micromark
 * ("Extensions"). A formula is an `inlineMath` node, ready to be typeset; until then it is shown as it is.
 */
import type { Data, Plugin, Processor } from 'unified';
import type { Root } from 'mdast';
import type { Code, State, Tokenizer } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula';
    formulaData: 'formulaData';
  }
}

declare module 'mdast' {
  interface InlineMath extends Literal {
    type: 'inlineMath';
    /** As written, dollars included. */
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

/** Line endings, tabs and blanks; micromark gives the first two negative codes. */
function isBlank(code: Code): boolean {
  return code !== null && (code < 0 || code === 32);
}

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

/** `^`, `_`, `{`: with commands, what makes a stretch between dollars TeX. */
function isTeX(code: Code): boolean {
  return code === 94 || code === 95 || code === 123;
}

function isLetter(code: Code): boolean {
  return code !== null && ((code >= 65 && code <= 90) || (code >= 97 && code <= 122));
}

const tokenize: Tokenizer = function (effects, ok, nok) {
  let doubled = false;
  /** Does it touch both dollars, and does it hold TeX? See `formulas.ts`. */
  let touches = true;
  let tex = false;
  let last: Code = null;

  const start: State = (code) => {
    effects.enter('formula');
    effects.enter('formulaData');
    effects.consume(code);
    return opened;
  };

  const opened: State = (code) => {
    if (code === dollar && !doubled) {
      doubled = true;
      effects.consume(code);
      return opened;
    }
    if (code === dollar) return nok(code);
    touches = !isBlank(code);
    return content(code);
  };

  const content: State = (code) => {
    if (code === null) return nok(code);
    if (isLineEnding(code)) {
      effects.exit('formulaData');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      last = code;
      return lineStart;
    }
    tex ||= isTeX(code);
    if (code === dollar) {
      touches &&= !isBlank(last);
      effects.consume(code);
      return doubled ? secondClosing : closed;
    }
    last = code;
    effects.consume(code);
    return code === backslash ? escaped : content;
  };

  const lineStart: State = (code) => {
    if (code === null) return nok(code);
    effects.enter('formulaData');
    return content(code);
  };

  const escaped: State = (code) => {
    if (code === null || isLineEnding(code)) return content(code);
    tex ||= isLetter(code) || isTeX(code);
    last = code;
    effects.consume(code);
    return content;
  };

  const secondClosing: State = (code) => {
    if (code !== dollar) return nok(code);
    effects.consume(code);
    return finish;
  };

  const closed: State = (code) => {
    return tex || (touches && !isDigit(code)) ? finish(code) : nok(code);
  };

  const finish: State = (code) => {
    effects.exit('formulaData');
    effects.exit('formula');
    return ok(code);
  };

  return start;
};

const syntax: Micromark = { text: { [dollar]: { name: 'formula', tokenize } } };

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
