/**
 * Where the formulas of a text are: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and equation environments.
 *
 * `$…$` is closed by the very next `$` that no backslash escapes and no `\text{…}` holds, in the same
 * paragraph; `$$…$$` by the next
 * `$$`, and holds no single `$`; `\(…\)` by the next `\)` with no `\(` before it. What is between decides the
 * rest: see `formula-rule.ts`. `remark-formulas.ts` reads entries by the same rule; a property test holds the
 * two together.
 */
import { isBracketFormula, isDisplayFormula, isDollarFormula, isInText } from './formula-rule.ts';

/** Index of the first `$` from `at` on that is not escaped, or -1. */
function nextDollar(text: string, at: number): number {
  for (let index = at; index < text.length; index++) {
    const char = text[index];
    if (char === '\\') index++;
    else if (char === '$') return index;
  }
  return -1;
}

/** The same, past the formulas that a text within the formula holds. */
function closingDollar(text: string, open: number): number {
  let close = nextDollar(text, open);
  while (close !== -1 && isInText(text.slice(open, close))) close = nextDollar(text, close + 1);
  return close;
}

/** End (exclusive) of the formula that begins with the `$` at `start`, or nothing. */
export function dollarFormulaEnd(text: string, start: number): number | undefined {
  const doubled = text[start + 1] === '$';
  const open = start + (doubled ? 2 : 1);
  if (doubled && text[open] === '$') return undefined;
  const close = doubled ? nextDollar(text, open) : closingDollar(text, open);
  if (close === -1 || close === open) return undefined;
  const content = text.slice(open, close);
  if (doubled) {
    return text[close + 1] === '$' && isDisplayFormula(content) ? close + 2 : undefined;
  }
  return isDollarFormula(content, text[close + 1] ?? '') ? close + 1 : undefined;
}

/** Equation environments, at the beginning of what is read. */
export const environment =
  /\\begin\{((?:equation|align|alignat|eqnarray|gather|multline|math|displaymath)\*?)\}/y;

/** Looks for the other end of `\(`, `\[` and `\begin{equation}`; remembers what a text does not hold. */
export class CommandFormulas {
  readonly #text: string;
  readonly #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** End (exclusive) of the formula that begins with the backslash at `start`, or nothing. */
  end(start: number): number | undefined {
    const next = this.#text[start + 1];
    if (next === '(' || next === '[') return bracketFormulaEnd(this.#text, start);
    if (next !== 'b') return undefined;
    environment.lastIndex = start;
    const name = environment.exec(this.#text)?.[1];
    if (name === undefined) return undefined;
    const end = this.#find(`\\end{${name}}`, environment.lastIndex);
    const another = this.#text.indexOf(`\\begin{${name}}`, environment.lastIndex);
    return end !== undefined && another !== -1 && another < end ? undefined : end;
  }

  #find(closing: string, from: number): number | undefined {
    // Without this, a text of unclosed openings would be searched to its end for each of them.
    if (this.#missing.has(closing)) return undefined;
    const at = this.#text.indexOf(closing, from);
    if (at !== -1) return at + closing.length;
    this.#missing.add(closing);
    return undefined;
  }
}

/** End (exclusive) of the `\(…\)` or `\[…\]` that begins at `start`, or nothing. */
export function bracketFormulaEnd(text: string, start: number): number | undefined {
  const opening = text[start + 1];
  const closing = opening === '(' ? ')' : ']';
  for (let index = start + 2; index < text.length - 1; index++) {
    if (text[index] !== '\\') continue;
    index++;
    // Stopping at the next opening keeps the time linear.
    if (text[index] === opening) return undefined;
    if (text[index] !== closing) continue;
    const content = text.slice(start + 2, index - 1);
    return isBracketFormula(content, opening === '(') ? index + 1 : undefined;
  }
  return undefined;
}
