/**
 * Where the formulas of a text are.
 *
 * A `$` means money as often as mathematics, so `$…$` counts as a formula only when
 * - it is closed by the very next `$` that no backslash escapes, in the same paragraph, and
 * - either it touches both dollars and no digit follows (Pandoc's rule, `tex_math_dollars`),
 *   or it holds TeX: a command, `^`, `_` or `{`.
 *
 * `$$…$$` is closed by the next `$$` and holds no single `$`. `remark-formulas.ts` reads entries by the
 * same rule; a property test holds the two together.
 */
const tex = /\\[A-Za-z]|[\^_{]/;

/** Index of the first `$` from `at` on that is not escaped, or -1. */
function nextDollar(text: string, at: number): number {
  for (let index = at; index < text.length; index++) {
    const char = text[index];
    if (char === '\\') index++;
    else if (char === '$') return index;
  }
  return -1;
}

/** End (exclusive) of the formula that begins with the `$` at `start`, or nothing. */
export function dollarFormulaEnd(text: string, start: number): number | undefined {
  const doubled = text[start + 1] === '$';
  const open = start + (doubled ? 2 : 1);
  if (doubled && text[open] === '$') return undefined;
  const close = nextDollar(text, open);
  if (close === -1 || close === open) return undefined;
  if (doubled) return text[close + 1] === '$' ? close + 2 : undefined;
  const content = text.slice(open, close);
  const touches = !/^\s|\s$/.test(content) && !/\d/.test(text[close + 1] ?? '');
  // In `\\x` the backslash is escaped and no command begins.
  return touches || tex.test(content.replaceAll('\\\\', '')) ? close + 1 : undefined;
}

const environment =
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
    if (next === '(') return this.#find('\\)', start + 2);
    if (next === '[') return this.#find('\\]', start + 2);
    if (next !== 'b') return undefined;
    environment.lastIndex = start;
    const name = environment.exec(this.#text)?.[1];
    return name === undefined ? undefined : this.#find(`\\end{${name}}`, environment.lastIndex);
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
