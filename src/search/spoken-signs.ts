/**
 * What signs beside letters mean, as people say it: `C++` is `cplusplus`, `A*` is `astar`, `O(n log n)` is `bigonlogn`.
 * Papers often write so themselves (`A-star`, `UNetPlusPlus`), and letters can be indexed. Pure; linear in the text.
 */

/** Stands between a word and what is said of the sign after it. People do not type it, and it goes with queries. */
export const signed = '\u2061';

const anySign = /[+⁺*#@∗⋆★＋＊＃\\]|\.net|[o𝒪𝑂\u{1d4de}]\u0303?\(|õ\(/u;

/** Stars in TeX and Unicode: `A^*`, `A$^\ast$`, `A^{\star}`, `A⋆`. In lower case, as all here. */
const star =
  /(?<=[\p{L}\p{N}}])(?:\$?\s?\^\s?\{?\s?(?:[*∗⋆★]|\\(?:ast|star)(?!\p{L}))\s?\}?\$?|[∗⋆★＊])/gu;
/** The name of an algorithm set in a font: `\mathrm{A}`. */
const inFont = /\\(?:math(?:rm|sf|bf|it|tt)|text(?:rm|sf|bf|it|tt|sc)?)\s?\{(\p{L}{1,4})\}/gu;
/** Markdown's: `**bold**`. */
const emphasis =
  /(?<![\p{L}\p{N}*])(\*{1,3})(?=[^\s*])([^*\n]{1,200})(?<=[^\s*])\1(?![\p{L}\p{N}*])/gu;

const sign =
  /(?<=[\p{L}\p{N}])(?:[+＋]{2}(?![\p{L}+＋])|[+＋](?![\p{L}\p{N}+＋])|[#＃*](?![\p{L}\p{N}#*])|@(?:k|n|\d{1,4})(?![\p{L}\p{N}]))/gu;
const alphanumeric = /[\p{L}\p{N}]/u;
const letter = /\p{L}/u;
/** A base is looked for so far back. */
const longestBase = 30;
/** Algorithms that end in a star have short names; longer words have a footnote, or stand for all that begin so. */
const longestStarred = 4;

/** The letters and digits before a place. */
function baseBefore(text: string, at: number): string {
  let from = at;
  while (from > at - longestBase && alphanumeric.test(text[from - 1] ?? '')) from--;
  return text.slice(from, at);
}

/** What a sign after `base` is called; undefined: it is none of the word. */
function spokenSign(found: string, base: string): string | undefined {
  if (found.startsWith('@')) return `at${found.slice(1)}`;
  if (!letter.test(base)) return undefined;
  if (/^[+＋]/.test(found)) return 'plus'.repeat(found.length);
  if (found === '*') return base.length <= longestStarred ? 'star' : undefined;
  return base.length === 1 ? 'sharp' : undefined;
}

/** `o(`, in a calligraphic font or with a tilde, too, up to its parenthesis; one pair within. */
const bigO =
  /(?<![\p{L}\p{N}\\])(?:\\(?:wide)?tilde\s?\{?\s?)?(?:\\math(?:cal|scr|rm|bb)\s?\{?\s?o\s?\}?\s?\}?\s?|[oõ𝒪𝑂\u{1d4de}]\u0303?\s?\}?)(?:\\left|\\bigg?l?)?\(((?:[^()]|\([^()]{1,20}\)){1,40})\)/gu;
const operators: Readonly<Record<string, string>> = { '/': 'over', '+': 'plus', '-': 'minus' };
/** Words that stand in a bound. */
const inBounds =
  /^(?:sqrt|log|polylog|poly|frac|epsilon|delta|alpha|beta|gamma|kappa|lambda|sigma|omega|theta|loglog)$/;

/** The name of a bound; undefined if that is none: `o(see below)`. */
function spokenBound(content: string): string | undefined {
  const plain = content
    .normalize('NFKC')
    .replaceAll(/\\(?:left|right|bigg?[lr]?|cdot|times|mathrm|text|[,;:! ])/g, '')
    .replaceAll(/\\frac\s?\{([^{}]*)\}\s?\{([^{}]*)\}/g, '$1/$2')
    .replaceAll('√', 'sqrt');
  const letters = plain.match(/\p{L}+/gu) ?? [];
  if (letters.some((run) => run.length > 3 && !inBounds.test(run))) return undefined;
  const name = plain
    .replaceAll(/[-/+]/g, (operator) => operators[operator] ?? '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return name === '' ? undefined : `bigo${name}`;
}

/**
 * Puts what is said for signs that belong to a word.
 *
 * @param lower in lower case, Greek letters by their names
 */
export function spokenSigns(lower: string): string {
  if (!anySign.test(lower)) return lower;
  return lower
    .replaceAll(bigO, (found, content: string) => {
      const name = spokenBound(content);
      // Some write that something takes "n log n steps".
      return name === undefined ? found : ` ${name} ${content} `;
    })
    .replaceAll('⁺', '+')
    .replaceAll(/\\(?=[#+*])/g, '')
    .replaceAll(inFont, ' $1')
    .replaceAll(star, '*')
    .replaceAll(emphasis, '$2')
    .replaceAll(/(?<![\p{L}\p{N}.])\.net(?![\p{L}\p{N}])/gu, ' dotnet ')
    .replaceAll(/(?<![\p{L}\p{N}])@(k|n|\d{1,4})(?![\p{L}\p{N}])/gu, ' at$1 ')
    .replaceAll(sign, (found, at: number, text: string) => {
      const spoken = spokenSign(found, baseBefore(text, at));
      return spoken === undefined ? found : `${signed}${spoken} `;
    });
}
