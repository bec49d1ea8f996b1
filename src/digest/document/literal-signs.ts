/** Signs of a line that are text: in formulas, in text that nobody escaped, and where there are too many. */
import { literal } from './protect.ts';

/** How the signs of a text are meant. */
export interface Writing {
  /** Stars and backslashes are text: what made the Markdown did not escape them. */
  readonly raw?: boolean;
  /** Formulas are as they stand. */
  readonly math?: boolean;
}

/** More signs on a line than any line of a digest has; what is beyond is text. */
const mostSigns = 600;

/** All but the marks of a list and links with an address. */
function ofText(line: string): string {
  const mark = /^\s*(?:[-*+]|\d{1,4}[.)])\s+/.exec(line)?.[0] ?? '';
  if (/^\s*(?:\*{3,}|\|)/.test(line)) return line;
  const text = literal(line.slice(mark.length), /[\\*_`~]/g);
  return mark + literal(text, /\](?=\((?!https?:|mailto:|www\.|[/#.)<]))/g);
}

const formula =
  /(?<![\\$])\$\$(?!\$)[^$]{1,600}\$\$|(?<![\\$])\$(?=[^\s$])[^$]{0,599}(?<=[^\s\\])\$(?!\d)|\\\((?:(?!\\[()]).){1,600}\\\)/g;

const inFormulas = (line: string): string =>
  line.includes('$') || line.includes('\\(')
    ? line.replaceAll(formula, (all) => literal(all, /[\\*_[\]<>&~`!]/g))
    : line;

/** A backslash before an accent, as TeX has it: `Schr\"odinger`. */
const accent = /(?<=\p{L})\\(?=["'`^~][a-zA-Z{])(?!['"](?:s|t|re|ve|ll|d|m)(?![a-z]))/gu;

/** What nothing on the line closes is no comment: the parser would look for its end from each one on. */
function ofOpenComments(line: string): string {
  if (!line.includes('<!') && !line.includes('<?')) return line;
  const start = line.search(/\S/);
  const close = line.lastIndexOf('-->');
  return line.replaceAll(/<(?=[!?])/g, (sign, at: number) => {
    const isComment = line.startsWith('<!--', at) && at < close;
    return at === start || isComment ? sign : literal(sign);
  });
}

function beyondFew(line: string): string {
  if (line.length < mostSigns) return line;
  let count = 0;
  for (const { index } of line.matchAll(/[*_`[\]<>!&|~\\]/g)) {
    if (++count > mostSigns && count > index / 12)
      return line.slice(0, index) + literal(line.slice(index));
  }
  return line;
}

/** A line with the signs as text that are text. */
export function withLiteralSigns(line: string, { raw = false, math = false }: Writing): string {
  const text = raw ? ofText(line) : line;
  const written = ofOpenComments(math ? inFormulas(text) : text);
  return beyondFew(literal(written, accent));
}
