/**
 * Where the formulas of a text end: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and equation environments.
 *
 * `$…$` is closed by the very next `$` that no backslash escapes and no `\text{…}` holds, in the same
 * paragraph; `$$…$$` by the next `$$`, and holds no single `$`; `\(…\)` by the next `\)` with no `\(` before
 * it. What is between decides the rest: see `formula-rule.ts`.
 *
 * One reader takes characters as they come: from texts here, from entries in `remark-formulas.ts`. Time is linear,
 * for none reads past the next opening of its kind.
 */
import { isBracketFormula, isDisplayFormula, isDollarFormula, isInText } from './formula-rule.ts';

/**
 * Takes characters, an empty one at the end of the text. Returns whether they were a formula, when it is given the
 * first character after it, or when they cannot become one.
 */
type Reading = Generator<undefined, boolean, string>;

function* dollars(): Reading {
  let char = yield;
  const doubled = char === '$';
  if (doubled) char = yield;
  if (doubled && char === '$') return false;
  let content = '';
  const closes = (): boolean => char === '$' && (doubled || !isInText(content));
  for (; !closes(); char = yield) {
    if (char === '') return false;
    content += char;
    if (char === '\\') content += yield;
  }
  char = yield;
  if (!doubled) return isDollarFormula(content, char);
  if (char !== '$' || !isDisplayFormula(content)) return false;
  yield;
  return true;
}

function* brackets(opening: '(' | '['): Reading {
  const closing = opening === '(' ? ')' : ']';
  let content = '';
  for (let char = yield; char !== ''; char = yield) {
    content += char;
    if (char !== '\\') continue;
    const escaped = yield;
    if (escaped === opening) return false;
    if (escaped === closing) {
      if (!isBracketFormula(content.slice(0, -1), opening === '(')) return false;
      yield;
      return true;
    }
    content += escaped;
  }
  return false;
}

const begin = '\\begin{';
const environments = /^(?:equation|align|alignat|eqnarray|gather|multline|math|displaymath)\*?$/;

function* environment(): Reading {
  for (const wanted of begin.slice(2)) if ((yield) !== wanted) return false;
  let name = '';
  for (let char = yield; char !== '}'; char = yield) {
    if (!/[a-z*]/.test(char)) return false;
    name += char;
  }
  if (!environments.test(name)) return false;
  let command = '';
  for (let char = yield; char !== ''; char = yield) {
    command = char === '\\' ? char : command + char;
    if (char !== '}') continue;
    if (command === `${begin}${name}}`) return false;
    if (command !== `\\end{${name}}`) continue;
    yield;
    return true;
  }
  return false;
}

function* formula(): Reading {
  if ((yield) === '$') return yield* dollars();
  const kind = yield;
  if (kind === '(' || kind === '[') return yield* brackets(kind);
  return kind === 'b' && (yield* environment());
}

/** Reads a formula character by character. */
export class FormulaReader {
  readonly #reading = formula();

  constructor() {
    this.#reading.next();
  }

  /**
   * Takes the next character; an empty one at the end of the text.
   *
   * @returns whether what was read before it is a formula; undefined while nobody can tell
   */
  read(char: string): boolean | undefined {
    const { done, value } = this.#reading.next(char);
    return done === true ? value : undefined;
  }
}

/** End (exclusive) of the formula that begins with the `$` or backslash at `start`, or nothing. */
export function formulaEnd(text: string, start: number): number | undefined {
  const reader = new FormulaReader();
  for (let at = start; at <= text.length; at++) {
    const isFormula = reader.read(text[at] ?? '');
    if (isFormula !== undefined) return isFormula ? at : undefined;
  }
  return undefined;
}
