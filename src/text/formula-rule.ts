/**
 * Whether what stands between two dollars is a formula. A `$` also means money and, in code, a variable;
 * a false formula is worse than a dollar that stays. docs/formulas.md says the same for people.
 */

/** A command, `^`, `_` or `{`. In `\\x` the backslash is escaped and no command begins. */
const tex = /(?<!\\)(?:\\\\)*\\[A-Za-z]|[\^_{]/;

/** A command, `^` or `{`: what neither prose nor the name of a variable holds. */
const surelyTex = /(?<!\\)(?:\\\\)*\\[A-Za-z]|[\^{]/;

/** Words that a command takes as its text, and commands: neither counts as prose. */
const notProse =
  /\\(?:text\w*|math\w*|mbox|hbox|operatorname|emph|underline|href|url)\*?\s*\{[^{}]*\}|\\[A-Za-z]+|\\[^A-Za-z]/g;

const twoWords = /[A-Za-z]{2}[,;.:]?\s+[A-Za-z]{2}/;
const threeWords = /[A-Za-z]{2}[,;.:]?\s+[A-Za-z]{2,}[,;.:]?\s+[A-Za-z]{2}/;

/** `$5 million`, `$30 per month`. */
const amount = /^\d[\d.,]*[KMBTkmbt]?\s+[A-Za-z]{2}/;

/** `$HOME/bin`, `$MY_VAR:`, `${NAME}`: what follows the dollar of a shell's variable. */
const variable =
  /^(?:[A-Z][A-Z0-9_]+(?![A-Z0-9_])[/:"'.,;)\]\s-]|\{[A-Za-z_][A-Za-z0-9_]+\}(?![_^]))/;

/** A sign before a number: `$>$5`, `1979$-$2025`. */
const onlySign = /^(?:[<>=+~±×≤≥≈∼−-]|\\[<>])$/;

/** `$ 2.9%$` */
const percentage = /^[\d.,]+\s?\\?%$/;

const group = /\([^()]*\)|\[[^[\]]*\]/g;

/** Names of functions; other words of three letters or more are prose. */
const functions = /\b(?:log|ln|exp|max|min|sup|inf|sin|cos|tan|poly|polylog|softmax)\b/g;

/**
 * Without TeX and with a blank beside a dollar, `$ O(n) $` and `$C $`: one letter, or letters with brackets or a
 * relation, and no word.
 */
function isSpacedFormula(content: string): boolean {
  if (percentage.test(content)) return true;
  if (/^[A-Za-z]$/.test(content)) return true;
  if (!/^[\p{L}(|[]/u.test(content) || !/[A-Za-z\p{Script=Greek}]/u.test(content)) return false;
  if (/\p{L}{3}/u.test(content.replaceAll(functions, '')) || content.includes('}')) return false;
  // Two words, a list of names: `A, B`.
  const once = content.replaceAll(group, '');
  const open = once.replaceAll(group, '');
  if (/,/.test(open) || /[\p{L}\p{N}]\s+\p{L}/u.test(open.replaceAll(functions, ''))) return false;
  return balanced(content) && /[()<>=≤≥≈∈+*/|[\]]/.test(content);
}

function balanced(content: string): boolean {
  let depth = 0;
  for (const char of content) {
    if (char === '(' || char === '[') depth++;
    // Half-open intervals are closed by the other kind: `[0, 1)`.
    else if (char === ')' || char === ']') depth--;
    if (depth < 0) break;
  }
  return depth === 0;
}

/**
 * Is `$content$` a formula?
 *
 * - Without TeX in it, no digit may follow, its brackets must pair, and it must not read as an amount or as two
 *   words of prose. Beside a blank it must be one letter, or letters with brackets or a relation. A lone sign may
 *   stand before a digit: `$>$5`.
 * - With TeX, a dollar after a blank and before a word is the opening one of what follows; beside a blank or
 *   before a digit two words of prose are too many, elsewhere three.
 *
 * Time is linear in the length of `content`.
 *
 * @param content between the dollars
 * @param after the character after the closing dollar; empty at the end
 */
export function isDollarFormula(content: string, after: string): boolean {
  if (content.trim() === '') return false;
  if (/^[A-Za-z{]$/.test(after) && variable.test(content)) return false;
  const blankFirst = /^\s/.test(content);
  const blankLast = /\s$/.test(content);
  const digit = /^\d$/.test(after);
  if (!tex.test(content)) {
    if (onlySign.test(content)) return true;
    if (digit) return false;
    if (blankFirst || blankLast) {
      return !/^[\p{L}\p{N}]$/u.test(after) && isSpacedFormula(content.trim());
    }
    if (content.includes('}')) return false;
    return balanced(content) && !amount.test(content) && !twoWords.test(content);
  }
  if (blankLast && /^[\p{L}\p{N}({]$/u.test(after)) return false;
  if (blankFirst !== blankLast && !surelyTex.test(content)) return false;
  const prose = content.replaceAll(notProse, '\\');
  return !(blankFirst || blankLast || digit ? twoWords : threeWords).test(prose);
}

/** What TeX sets as text, in which a dollar begins a formula of its own. */
const textCommand = /\\(?:text[a-z]{0,9}|mbox|hbox|emph)\s{0,9}\{/y;

/** Most dollars that the texts of one formula may hold: two formulas. Keeps the time linear. */
const mostInner = 4;

/**
 * Does a dollar after `content` belong to a text in the formula, as in `$\texttt{M$^3$}$`?
 *
 * @param content from the opening dollar of the formula on
 */
export function isInText(content: string): boolean {
  let inner = 0;
  let depth = 0;
  for (let index = 0; index < content.length; index++) {
    const char = content[index];
    if (depth === 0) {
      textCommand.lastIndex = index;
      if (char !== '\\') continue;
      if (!textCommand.test(content)) {
        index++;
        continue;
      }
      depth = 1;
      index = textCommand.lastIndex - 1;
    } else if (char === '\\') index++;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '$') inner++;
  }
  return depth > 0 && inner < mostInner;
}

/** Is `$$content$$` a formula? Blanks at its ends say nothing here. */
export function isDisplayFormula(content: string): boolean {
  const trimmed = content.trim();
  if (trimmed === '') return false;
  if (tex.test(trimmed)) return !threeWords.test(trimmed.replaceAll(notProse, '\\'));
  return !amount.test(trimmed) && !twoWords.test(trimmed);
}

/**
 * Is `\(content\)` or `\[content\]` a formula? In Markdown these may also be escaped brackets: `\[1\]`.
 *
 * @param round whether the brackets are round
 */
export function isBracketFormula(content: string, round: boolean): boolean {
  const trimmed = content.trim();
  if (trimmed === '') return false;
  if (tex.test(trimmed)) return !threeWords.test(trimmed.replaceAll(notProse, '\\'));
  return round ? !/[A-Za-z]{3}/.test(trimmed) && !twoWords.test(trimmed) : /[=<>≤≥∈]/.test(trimmed);
}
