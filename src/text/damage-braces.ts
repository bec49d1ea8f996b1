import type { Trace } from './damage-context.ts';

/** Something that commands leave behind besides their names. */
type Leftover = readonly [
  /** A text without this holds none. */
  needs: string,
  shape: RegExp,
  why: string,
  /** Whether it is but the look of letters that is gone. */
  look?: true,
];

const twoParts = 'a fraction, or another command with two parts, of which only the parts are left';
const size = 'a change of size that lost its backslash';
const bare = (name: string, article = 'a'): string =>
  `\`${name}\` is ${article} \`\\${name}\` that lost its backslash`;

const leftovers: readonly Leftover[] = [
  // `\frac{\epsilon}{d}` leaves `epsilon{d}`; `5{,}340` and `D{e}monstrations` are something else.
  [
    '{',
    /(?<=(?:^|[^A-Za-z\\_^}{])[A-Za-z]|(?:^|[^\\w.^/-])\d{1,3}|[^\\]\)|[^\\]epsilon|delta|alpha|beta|gamma|log [A-Za-z])\{(?![A-Za-z]{4}|deg\})(?!-\})[A-Za-z\d(|+.-](?:(?![a-z]{5})[^{}$\\]){0,24}\}(?![a-z]{2})/g,
    twoParts,
  ],
  ['{', /[A-Za-z\d]\}\{(?:\d+|[A-Za-z])\}/g, twoParts],
  ['{', /[\^_]\{[A-Za-z\d+-]{1,8}\{[A-Za-z\d+ -]{1,20}\}\}/g, twoParts],
  [
    '{',
    /(?<=[\d)\]}]|(?<![A-Za-z\\])[A-Za-z])\{[-+=<>:/]\}(?=[A-Za-z\d(])/g,
    'braces around a sign, of a formula that lost its TeX',
    true,
  ],
  ['mbox{', /(?<!\\)mbox\{/g, bare('mbox', 'an')],
  [
    '/s',
    /\/(?:spl [A-Za-z]{1,12}|(?:sub|sup) [^\s/]{1,12})\//g,
    'the way an old library wrote signs and letters above or below the line',
  ],
  [
    '{',
    /(?<=[^A-Za-z\\{}_^])\{(?:\\?[A-Z])\}(?=\()/g,
    'braces around a letter that lost its TeX command',
    true,
  ],
  [
    '{',
    /\{(?:bf|it|em|rm|tt|sf|sc|sl|tiny|small) (?=[^{}]*\})/g,
    'a change of typeface that lost its backslash',
    true,
  ],
  ['{cal ', /\{cal (?=[^{}]*\})/g, bare('cal')],
  ['dots', /(?<=[,\s}])dots(?=[,}])/g, bare('dots')],
  ['acute{', /acute\{/g, bare('acute', 'an')],
  // The rule resolves commands unless one stands inside another: the inner one loses its brace.
  [
    '\\',
    /[A-Za-z]\\(?:textbf|textit|emph|underline|texttt|textsc)\{[^{}]* [^{}]*\}?/g,
    'a change of typeface inside another: its end was taken for the end of both',
    true,
  ],
  ['styl', /(?<![A-Za-z\\])(?:display|text|script)style(?=[A-Z])/g, size, true],
  ['size', /(?<![A-Za-z\\])(?:script|footnote)size(?=[A-Z])/g, size, true],
  [
    'right',
    /(?<![a-z\\-])(?:left|bigg?l?|Bigg?l?)[([|{](?!(?:right|left)[)/])(?=.{0,200}right[)\]|}.])/g,
    'a `\\left` that lost its backslash',
  ],
  [
    'x20',
    /(?<![\dA-Z.])x20(?:1[0-9]|2[0-6])(?=[a-z\s]|$)/g,
    'a `\\unicode` of which only the number of the character is left',
  ],
  ['!', /[=<>]![\d=]|\d![-:+=~]|sim!|\(![A-Za-z]!/g, bare('!')],
  ['rule[', /rule\[[\d.]+e[mx]\]\{/g, 'a `\\rule` that lost its backslash'],
];

/** What is left of commands besides their names. Linear in the length of the text: every repetition has a limit. */
export function damagedBraces(text: string): Trace[] {
  const traces: Trace[] = [];
  for (const [needs, shape, why, look] of leftovers) {
    if (!text.includes(needs)) continue;
    for (const { index, 0: found } of text.matchAll(shape)) {
      traces.push({ start: index, end: index + found.length, why, lost: look === undefined });
    }
  }
  return traces;
}
