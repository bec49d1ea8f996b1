/** Signs of a line that are text: in formulas, in text that nobody escaped, and where there are too many. */
import { literal } from './protect.ts';

/** More signs on a line than any line of a digest has; what is beyond is text. */
const mostSigns = 600;

/** Signs as text, but for the marks of a list and for links with an address. */
export function withRawSigns(line: string): string {
  const mark = /^\s*(?:[-*+]|\d{1,4}[.)])\s+/.exec(line)?.[0] ?? '';
  if (/^\s*(?:\*{3,}|\|)/.test(line)) return line;
  const text = literal(line.slice(mark.length), /[\\*_`~]/g);
  return (
    mark + text.replaceAll(/\](?=\((?!https?:|mailto:|www\.|[/#.)<]))/g, (sign) => literal(sign))
  );
}

const formula =
  /(?<![\\$])\$\$(?!\$)[^$]{1,600}\$\$|(?<![\\$])\$(?=[^\s$])[^$]{0,599}(?<=[^\s\\])\$(?!\d)|\\\((?:(?!\\\)).){1,600}\\\)/g;

export const withFormulas = (line: string): string =>
  line.includes('$') || line.includes('\\(')
    ? line.replaceAll(formula, (all) => literal(all, /[\\*_[\]<>&~`!]/g))
    : line;

/** What nothing on the line closes is no comment: the parser would look for its end from each one on. */
export function withoutOpenComments(line: string): string {
  if (!line.includes('<!') && !line.includes('<?')) return line;
  const start = line.search(/\S/);
  const close = line.lastIndexOf('-->');
  return line.replaceAll(/<(?=[!?])/g, (sign, at: number) => {
    const isComment = line.startsWith('<!--', at) && at < close;
    return at === start || isComment ? sign : literal(sign);
  });
}

const anySign = /[*_`[\]<>!&|~\\]/g;

export function withFewSigns(line: string): string {
  if (line.length < mostSigns) return line;
  let count = 0;
  for (const { index } of line.matchAll(anySign)) {
    if (++count > mostSigns && count > index / 12)
      return line.slice(0, index) + literal(line.slice(index));
  }
  return line;
}
