/**
 * Reads `$…$`, `$$…$$`, `\(…\)` and `\[…\]` in Markdown as one piece, so that nothing in a formula becomes
 * markup. The rule is that of `formulas.ts`, written as micromark constructs: see
 * https://github.com/micromark/micromark ("Extensions"). A formula is an `inlineMath` node, to be typeset by
 * `rehype-formulas.ts`.
 */
import type { Data, Plugin, Processor } from 'unified';
import type { Root } from 'mdast';
import type { Code, State, Tokenizer } from 'micromark-util-types';
import { environment } from './formulas.ts';
import { isBracketFormula, isDisplayFormula, isDollarFormula, isInText } from './formula-rule.ts';

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
const roundOpening = 40;
const roundClosing = 41;
const squareOpening = 91;
const squareClosing = 93;
const braceClosing = 125;

const opening = '\\begin{';

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2;
}

/** A code as its character; micromark gives line endings, tabs and the blanks these stand for negative codes. */
function character(code: Code): string {
  if (code === null) return '';
  return code < 0 ? ' ' : String.fromCharCode(code);
}

/** Reads what both kinds share: characters, escapes and line endings, up to what `closing` says. */
function reader(
  effects: Parameters<Tokenizer>[0],
  nok: State,
  read: { content: string },
  closing: { readonly at: (code: Code, escaped: boolean) => boolean; readonly take: State },
): State {
  const inside: State = (code) => {
    if (code === null) return nok(code);
    if (isLineEnding(code)) {
      effects.exit('formulaData');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      read.content += ' ';
      return lineStart;
    }
    if (closing.at(code, false)) return closing.take(code);
    read.content += character(code);
    effects.consume(code);
    return code === backslash ? escaped : inside;
  };

  const lineStart: State = (code) => {
    if (code === null) return nok(code);
    effects.enter('formulaData');
    return inside(code);
  };

  const escaped: State = (code) => {
    if (code === null || isLineEnding(code)) return inside(code);
    if (closing.at(code, true)) return closing.take(code);
    read.content += character(code);
    effects.consume(code);
    return inside;
  };

  return inside;
}

/** `$…$` and `$$…$$`. */
const dollars: Tokenizer = function (effects, ok, nok) {
  const read = { content: '' };
  let doubled = false;

  const start: State = (code) => {
    effects.enter('formula');
    effects.enter('formulaData');
    effects.consume(code);
    return opened;
  };

  const opened: State = (code) => {
    if (code !== dollar) return content(code);
    if (doubled) return nok(code);
    doubled = true;
    effects.consume(code);
    return opened;
  };

  const closing: State = (code) => {
    effects.consume(code);
    return doubled ? secondClosing : closed;
  };

  const secondClosing: State = (code) => {
    if (code !== dollar || !isDisplayFormula(read.content)) return nok(code);
    effects.consume(code);
    return finish;
  };

  const closed: State = (code) =>
    isDollarFormula(read.content, character(code)) ? finish(code) : nok(code);

  const finish: State = (code) => {
    effects.exit('formulaData');
    effects.exit('formula');
    return ok(code);
  };

  const content = reader(effects, nok, read, {
    at: (code, escaped) => !escaped && code === dollar && (doubled || !isInText(read.content)),
    take: closing,
  });

  return start;
};

/** `\\(…\\)` and `\\[…\\]`. */
const brackets: Tokenizer = function (effects, ok, nok) {
  const read = { content: '' };
  let opening: Code = null;

  const start: State = (code) => {
    effects.enter('formula');
    effects.enter('formulaData');
    effects.consume(code);
    return opened;
  };

  const opened: State = (code) => {
    if (code !== roundOpening && code !== squareOpening) return nok(code);
    opening = code;
    effects.consume(code);
    return content;
  };

  const closing: State = (code) => {
    // The backslash before the closing bracket has been read as content.
    const formula = read.content.slice(0, -1);
    if (code === opening || !isBracketFormula(formula, opening === roundOpening)) return nok(code);
    effects.consume(code);
    return finish;
  };

  const finish: State = (code) => {
    effects.exit('formulaData');
    effects.exit('formula');
    return ok(code);
  };

  const content = reader(effects, nok, read, {
    at: (code, escaped) =>
      escaped &&
      (code === opening || code === (opening === roundOpening ? roundClosing : squareClosing)),
    take: closing,
  });

  return start;
};

/** `\\begin{equation}…\\end{equation}` and its kin. */
const environments: Tokenizer = function (effects, ok, nok) {
  let content = '';
  let closing = '';

  const start: State = (code) => {
    effects.enter('formula');
    effects.enter('formulaData');
    return inside(code);
  };

  const inside: State = (code) => {
    if (code === null) return nok(code);
    if (isLineEnding(code)) {
      if (closing === '') return nok(code);
      effects.exit('formulaData');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      content += ' ';
      return lineStart;
    }
    content += character(code);
    effects.consume(code);
    return code === braceClosing
      ? closed
      : closing === '' && !opening.startsWith(content.slice(0, 7))
        ? nok
        : inside;
  };

  const lineStart: State = (code) => {
    if (code === null) return nok(code);
    effects.enter('formulaData');
    return inside(code);
  };

  const closed: State = (code) => {
    if (closing === '') {
      environment.lastIndex = 0;
      const name = environment.exec(content)?.[1];
      if (name === undefined) return nok(code);
      closing = `\\end{${name}}`;
      return inside(code);
    }
    // Another opening within: to read on for each of them would take the square of the time.
    if (content.endsWith(closing.replace('end', 'begin'))) return nok(code);
    if (!content.endsWith(closing)) return inside(code);
    effects.exit('formulaData');
    effects.exit('formula');
    return ok(code);
  };

  return start;
};

const syntax: Micromark = {
  text: {
    [dollar]: { name: 'formula', tokenize: dollars },
    [backslash]: [
      { name: 'bracketFormula', tokenize: brackets },
      { name: 'environmentFormula', tokenize: environments },
    ],
  },
};

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
