import type { Trace } from './damage-trace.ts';

/** Something that commands leave behind besides their names. */
interface Leftover {
  /** A text without this character holds none. */
  readonly needs: string;
  readonly shape: RegExp;
  readonly why: string;
  readonly lost: boolean;
}

const leftovers: readonly Leftover[] = [
  {
    // `\frac{\epsilon}{d}` leaves `epsilon{d}`; `5{,}340` and `D{e}monstrations` are something else.
    needs: '{',
    shape:
      /(?<=(?:^|[^A-Za-z\\_^}{])[A-Za-z]|(?:^|[^\\w.^/-])\d{1,3}|[^\\]\)|[^\\]epsilon|delta|alpha|beta|gamma|log [A-Za-z])\{(?![A-Za-z]{4}|deg\})(?!-\})[A-Za-z\d(|+.-](?:(?![a-z]{5})[^{}$\\]){0,24}\}(?![a-z]{2})/g,
    why: 'a fraction, or another command with two parts, of which only the parts are left',
    lost: true,
  },
  {
    needs: '{',
    shape: /[A-Za-z\d]\}\{(?:\d+|[A-Za-z])\}/g,
    why: 'a fraction, or another command with two parts, of which only the parts are left',
    lost: true,
  },
  {
    needs: '{',
    shape: /[\^_]\{[A-Za-z\d+-]{1,8}\{[A-Za-z\d+ -]{1,20}\}\}/g,
    why: 'a fraction, or another command with two parts, of which only the parts are left',
    lost: true,
  },
  {
    needs: '{',
    shape: /(?<=[\d)\]}]|(?<![A-Za-z\\])[A-Za-z])\{[-+=<>:/]\}(?=[A-Za-z\d(])/g,
    why: 'braces around a sign, of a formula that lost its TeX',
    lost: false,
  },
  {
    needs: 'mbox{',
    shape: /(?<!\\)mbox\{/g,
    why: '`mbox` is an `\\mbox` that lost its backslash',
    lost: true,
  },
  {
    needs: '/s',
    shape: /\/(?:spl [A-Za-z]{1,12}|(?:sub|sup) [^\s/]{1,12})\//g,
    why: 'the way an old library wrote signs and letters above or below the line',
    lost: true,
  },
  {
    needs: '{',
    shape: /(?<=[^A-Za-z\\{}_^])\{(?:\\?[A-Z])\}(?=\()/g,
    why: 'braces around a letter that lost its TeX command',
    lost: false,
  },
  {
    needs: '{',
    shape: /\{(?:bf|it|em|rm|tt|sf|sc|sl|tiny|small) (?=[^{}]*\})/g,
    why: 'a change of typeface that lost its backslash',
    lost: false,
  },
  {
    needs: '{cal ',
    shape: /\{cal (?=[^{}]*\})/g,
    why: '`cal` is a `\\cal` that lost its backslash',
    lost: true,
  },
  {
    needs: 'dots',
    shape: /(?<=[,\s}])dots(?=[,}])/g,
    why: '`dots` is a `\\dots` that lost its backslash',
    lost: true,
  },
  {
    needs: 'acute{',
    shape: /acute\{/g,
    why: '`acute` is an `\\acute` that lost its backslash',
    lost: true,
  },
  {
    // The rule resolves commands unless one stands inside another: the inner one loses its brace.
    needs: '\\',
    shape: /[A-Za-z]\\(?:textbf|textit|emph|underline|texttt|textsc)\{[^{}]* [^{}]*\}?/g,
    why: 'a change of typeface inside another: its end was taken for the end of both',
    lost: false,
  },
  {
    needs: 'styl',
    shape: /(?<![A-Za-z\\])(?:display|text|script)style(?=[A-Z])/g,
    why: 'a change of size that lost its backslash',
    lost: false,
  },
  {
    needs: 'size',
    shape: /(?<![A-Za-z\\])(?:script|footnote)size(?=[A-Z])/g,
    why: 'a change of size that lost its backslash',
    lost: false,
  },
  {
    needs: 'right',
    shape:
      /(?<![a-z\\-])(?:left|bigg?l?|Bigg?l?)[([|{](?!(?:right|left)[)/])(?=.{0,200}right[)\]|}.])/g,
    why: 'a `\\left` that lost its backslash',
    lost: true,
  },
  {
    needs: 'x20',
    shape: /(?<![\dA-Z.])x20(?:1[0-9]|2[0-6])(?=[a-z\s]|$)/g,
    why: 'a `\\unicode` of which only the number of the character is left',
    lost: true,
  },
  {
    needs: '!',
    shape: /[=<>]![\d=]|\d![-:+=~]|sim!|\(![A-Za-z]!/g,
    why: '`!` is a `\\!` that lost its backslash',
    lost: true,
  },
  {
    needs: 'rule[',
    shape: /rule\[[\d.]+e[mx]\]\{/g,
    why: 'a `\\rule` that lost its backslash',
    lost: true,
  },
];

/** What is left of commands besides their names. Linear in the length of the text: every repetition has a limit. */
export function damagedBraces(text: string): Trace[] {
  const traces: Trace[] = [];
  for (const { needs, shape, why, lost } of leftovers) {
    if (!text.includes(needs)) continue;
    shape.lastIndex = 0;
    for (let match = shape.exec(text); match; match = shape.exec(text)) {
      traces.push({ start: match.index, end: shape.lastIndex, why, lost });
    }
  }
  return traces;
}
