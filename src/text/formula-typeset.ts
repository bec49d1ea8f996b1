/** TeX to MathML by KaTeX, which is given nothing that could link, load, define or grow. */
import type { Element, ElementContent } from 'hast';
import katex, { ParseError } from 'katex';
import { withoutAlphabets } from './formula-letters.ts';
import { readMathml, styleLetters, wordsOnly } from './formula-mathml.ts';
import { authorMacros, firstMacros, resolveText } from './tex-macros.ts';
import { unicodeMath } from './unicode-math.ts';

/** A formula as it was written, cut into what it is made of. */
export interface Formula {
  /** Between the dollars or brackets. */
  readonly tex: string;
  /** Set apart: `$$…$$`, `\[…\]`. */
  readonly display: boolean;
}

/** A formula that cannot be typeset, and why, in words a person can read. */
export interface Refused {
  readonly why: string;
}

/** A typeset one. */
export interface Typeset {
  /** MathML's `math`, with the text for search in it and the TeX for copying; HTML where all of it is words. */
  readonly nodes: readonly ElementContent[];
  /** As a line of Unicode: `O(√T)`. */
  readonly text: string;
}

/** Longest formula that is tried, in UTF-16 code units; the longest in 50,000 abstracts has 1,070. */
const longest = 3_000;

/** Longest MathML that is taken, in UTF-16 code units. */
const largest = 60_000;

/** KaTeX prints what `trust` forbids in this colour instead of refusing it. */
const refusedColour = '#a0b1c2';

/** Definitions could grow without end, links and pictures lead out of the page. */
const forbidden =
  /\\(?:[gex]?def|(?:re|provide)?newcommand|providecommand|let|futurelet|global|long|href|url|includegraphics|html(?:Class|Id|Style|Data)|require|csname|input|include|write|openout|read|catcode)(?![A-Za-z])/;

const label = /\\(?:label\s?\{[^{}]{0,100}\}|nonumber|notag)/g;

/** `\\begin{align*}…\\end{align*}`. */
const environment = /^\\begin\{([a-z]+)\*?\}([^]*)\\end\{[a-z]+\*?\}$/;

/** Environments that KaTeX knows by another name, or not at all; of one formula nothing is left but the formula. */
const environments: Readonly<Record<string, string>> = {
  eqnarray: 'align',
  multline: 'gather',
  math: '',
  displaymath: '',
  equation: '',
};

/** Cuts a formula as written, delimiters included. */
export function readFormula(written: string): Formula {
  const [, name, inner] = environment.exec(written.replaceAll(label, '')) ?? [];
  if (name !== undefined && inner !== undefined) {
    const known = environments[name] ?? name;
    // With a star it has no number, which would stand for nothing here.
    const tex = known === '' ? inner : `\\begin{${known}*}${inner}\\end{${known}*}`;
    return {
      tex: name === 'eqnarray' ? tex.replaceAll(/&\s?(\S+)\s?&/g, '&$1') : tex,
      display: true,
    };
  }
  const display = written.startsWith('$$') || written.startsWith('\\[');
  const size = display || written.startsWith('\\') ? 2 : 1;
  return { tex: written.slice(size, -size).trim(), display };
}

function attempt(tex: string, display: boolean, macros: Record<string, string>): string {
  return katex.renderToString(tex, {
    displayMode: display,
    output: 'mathml',
    throwOnError: true,
    trust: false,
    strict: 'ignore',
    maxSize: 10,
    maxExpand: 500,
    errorColor: refusedColour,
    macros,
  });
}

/** KaTeX's message without its prefix and the excerpt of the formula. */
function reason(error: unknown): string {
  if (!(error instanceof ParseError)) return 'it is nested too deeply';
  const message = error.rawMessage || error.message;
  return message.replace(/^KaTeX parse error: /, '').replace(/\.$/, '');
}

/**
 * A percent sign in a formula of one line means percent; to TeX it would begin a comment. The comma of
 * `4,000` parts no list.
 */
function asMeant(tex: string): string {
  return tex
    .replaceAll(/\\[^]|%/g, (found) => (found === '%' ? '\\%' : found))
    .replaceAll(/(?<![\d.[({,])\d{1,3}(?:,\d{3})+(?![\d,])/g, (number) =>
      number.replaceAll(',', '{,}'),
    );
}

function markupOf({ tex, display }: Formula): string | Refused {
  const safe = asMeant(tex);
  try {
    return attempt(safe, display, firstMacros());
  } catch (error) {
    try {
      return attempt(resolveText(safe), display, authorMacros());
    } catch {
      return { why: reason(error) };
    }
  }
}

/**
 * Typesets a formula. Never throws. What KaTeX refuses is tried once more with the macros of `tex-macros.ts`.
 *
 * @param formula see `readFormula`
 */
export function typeset(formula: Formula): Typeset | Refused {
  const { tex } = formula;
  if (tex.length > longest) return { why: `it is longer than ${longest} characters` };
  const found = forbidden.exec(tex);
  if (found) return { why: `${found[0]} is not allowed` };
  const markup = markupOf(formula);
  if (typeof markup !== 'string') return markup;
  if (markup.length > largest) return { why: 'it is too large' };
  if (markup.includes(refusedColour)) return { why: 'it holds a command that is not allowed' };
  return built(markup, tex) ?? { why: 'it cannot be shown as MathML' };
}

function built(markup: string, tex: string): Typeset | undefined {
  let math: Element | undefined;
  try {
    math = readMathml(markup);
  } catch {
    return undefined;
  }
  const semantics = math?.children[0];
  if (math === undefined || semantics?.type !== 'element') return undefined;
  const annotation = semantics.children[1];
  if (annotation?.type !== 'element' || annotation.tagName !== 'annotation') return undefined;
  // Text browsers and some readers say an annotation after the formula.
  semantics.children.pop();
  const text = unicodeMath(math);
  if (text === '') return undefined;
  const words = wordsOnly(semantics.children[0]);
  if (words !== undefined) return { nodes: words, text };
  styleLetters(math);
  // Of MathML Chromium takes but this into the names of headings and links. Pagefind takes it instead of the MathML, and
  // ends it with a full stop unless it ends with a blank.
  math.properties['aria-label'] = `${text} `;
  const typed = withoutAlphabets(text);
  if (typed !== text) math.properties['data-typed'] = `${typed} `;
  math.properties['data-pagefind-index-attrs'] = typed === text ? 'aria-label' : 'data-typed';
  // What is copied is what the author wrote, not what a macro made of it.
  math.properties['data-tex'] = tex;
  return { nodes: [math], text };
}
