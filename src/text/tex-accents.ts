/**
 * TeX accents and letters: `T\"ulu`, `{\'\i}`, `\c{c}`, `\L ojasiewicz`.
 *
 * The accents are those of The TeXbook, chapter 9, and the LaTeX 2e kernel (`\k`, `\r`); the letters
 * those of the T1 encoding. Without braces `\"` and its like are also how other notations escape a
 * quote, so there they count as accents only where that reading is ruled out.
 */

import { matchAt, type Resolved } from './sticky.ts';

const combining: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const letters: Readonly<Record<string, string>> = {
  L: 'Ł',
  l: 'ł',
  O: 'Ø',
  o: 'ø',
  ss: 'ß',
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  NG: 'Ŋ',
  i: 'ı',
  j: 'ȷ',
};

const braced = /\\(?:(["'`^~=.]) ?|([uvHrdckb]) ?)\{ ?(?:\\([ij])|([A-Za-z])) ?\}/y;
const dotless = /\\(["'`^~=.])\\([ij])(?![A-Za-z])(?:\{\}| (?=[A-Za-z]))?/y;
const bare = /\\(["'`^~=])([A-Za-z])/y;
const spaced = /\\([cvH]) ([A-Za-z])/y;
const letter = /\\(ss|aa|AA|ae|AE|oe|OE|dh|DH|th|TH|dj|DJ|ng|NG|[LlOoij])(?![A-Za-z])(\{\}| +)?/y;

const isLetter = /\p{L}/u;
const latin = /^[\u00C0-\u024F]$/;
const contraction = /^(?:s|d|m|t|re|ve|ll)(?![A-Za-z])/i;

/** Base and TeX accent as one character where Unicode has it (NFC), else as two. */
export function compose(base: string, accent: string): string {
  return (base + (combining[accent] ?? '')).normalize('NFC');
}

function bareAccent(text: string, start: number, match: RegExpExecArray): Resolved | undefined {
  const [whole, accent = '', base = ''] = match;
  const composed = compose(base, accent);
  // Every accent that names are written with has a letter of its own there; `\"h` (ḧ) is a quote.
  if (!latin.test(composed)) return undefined;
  const end = start + whole.length;
  const before = text[start - 1] ?? '';
  const inWord = isLetter.test(before);
  if (accent === "'" && inWord && contraction.test(text.slice(end - 1, end + 3))) return undefined;
  if (accent === '"' || accent === "'" || accent === '`') {
    if (!inWord && !/^$|[\s(\-\u2013[{“‘]/.test(before)) return undefined;
    return { text: composed, end };
  }
  // `x\^i` is an escaped caret, `C\^ote` a circumflex: these need a word around them.
  const word = inWord && (isLetter.test(text[start - 2] ?? '') || isLetter.test(text[end] ?? ''));
  return word ? { text: composed, end } : undefined;
}

/** The accents that a paragraph also uses as escaped quotes: before something that is no letter. */
export function escapedQuotes(text: string): ReadonlySet<string> {
  const found = text.matchAll(/\\(["'`])(?![A-Za-z{\\])/g);
  return new Set(Array.from(found, (match) => match[1] ?? ''));
}

/**
 * The accented letter whose command begins at `start`, or nothing.
 *
 * @param quotes what `escapedQuotes` says of the paragraph
 */
export function accentAt(
  text: string,
  start: number,
  quotes: ReadonlySet<string>,
): Resolved | undefined {
  const inBraces = matchAt(braced, text, start);
  if (inBraces) {
    const base = inBraces[3] ?? inBraces[4] ?? '';
    return { text: compose(base, inBraces[1] ?? inBraces[2] ?? ''), end: braced.lastIndex };
  }
  const onDotless = matchAt(dotless, text, start);
  if (onDotless) {
    return { text: compose(onDotless[2] ?? '', onDotless[1] ?? ''), end: dotless.lastIndex };
  }
  const withoutBraces = matchAt(bare, text, start);
  if (withoutBraces) {
    if (quotes.has(withoutBraces[1] ?? '')) return undefined;
    return bareAccent(text, start, withoutBraces);
  }
  const afterBlank = matchAt(spaced, text, start);
  if (!afterBlank) return undefined;
  const composed = compose(afterBlank[2] ?? '', afterBlank[1] ?? '');
  const inName = isLetter.test(text[start - 1] ?? '') || /[A-Z]/.test(afterBlank[2] ?? '');
  return inName && latin.test(composed) ? { text: composed, end: spaced.lastIndex } : undefined;
}

/**
 * The letter whose command begins at `start`, or nothing. The blank after a command belongs to it.
 *
 * @param grouped the command stands alone in braces: `{\o}`
 */
export function letterAt(text: string, start: number, grouped: boolean): Resolved | undefined {
  const match = matchAt(letter, text, start);
  if (!match) return undefined;
  const [, name = '', after = ''] = match;
  const end = letter.lastIndex;
  const next = text[end] ?? '';
  const inWord = isLetter.test(text[start - 1] ?? '');
  const sure =
    grouped ||
    after === '{}' ||
    inWord ||
    (after !== '' && isLetter.test(next) && name !== 'i' && name !== 'j');
  // `\O(n)` and `\L_2` are somebody's macros.
  if (!sure || (!grouped && /[([_^{]/.test(next))) return undefined;
  return { text: letters[name] ?? '', end };
}
