import { firstVisible, trimLine } from '../lines.ts';
import { joinLines } from '../plain/join.ts';

/** A hard-wrapped text: its lines, blank ones included. */
export type WrappedLines = readonly string[];

const sentenceEnd = /[.!?:;][)"'\]”’]*$/;

/**
 * Joins the lines of a wrapped text by one blank. A blank line parts paragraphs, and so does a line
 * indented more than its neighbours, which is how arXiv's listings print a paragraph.
 *
 * @param hyphens whether words were broken after their hyphens: see `wrapsAtHyphens`
 * @returns paragraphs joined by `\n\n`
 */
export function joinWrapped(lines: WrappedLines, hyphens = false): string {
  const visible = lines.filter((line) => trimLine(line) !== '');
  const indents = visible.map((line) => firstVisible(line));
  const least = indents.slice(1).reduce((low, indent) => Math.min(low, indent), Infinity);
  const flush = indents.slice(1).filter((indent) => indent === least).length;
  // Only where most lines stand at the margin does an indent mean anything.
  const indented = flush * 2 > indents.length - 1;
  const paragraphs: string[][] = [];
  let current: string[] = [];
  for (const line of lines) {
    const text = trimLine(line);
    const starts = text === '' || (indented && current.length > 0 && firstVisible(line) > least);
    if (starts && current.length > 0) {
      paragraphs.push(current);
      current = [];
    }
    if (text !== '') current.push(text.replaceAll(/\s{2,}/g, ' '));
  }
  if (current.length > 0) paragraphs.push(current);
  const joined = paragraphs.map((paragraph) => joinLines(paragraph, hyphens));
  return isDoubleSpaced(paragraphs) ? joinLines(joined, hyphens) : joined.join('\n\n');
}

/** A copy with an empty line after every line: its "paragraphs" end in mid-sentence. */
function isDoubleSpaced(paragraphs: readonly (readonly string[])[]): boolean {
  if (paragraphs.length < 3 || paragraphs.some(({ length }) => length > 1)) return false;
  const open = paragraphs.slice(0, -1).filter(([line = '']) => !sentenceEnd.test(line));
  return open.length * 2 > paragraphs.length;
}

/**
 * Whether a text was wrapped by something that breaks words after their hyphens, which arXiv does not:
 * then a good many of its long lines end in one.
 */
export function wrapsAtHyphens(lines: WrappedLines): boolean {
  let long = 0;
  let broken = 0;
  for (const line of lines) {
    if (line.length < 40) continue;
    long++;
    if (/[\p{L}\p{N}]-\s{0,3}$/u.test(line.slice(-6))) broken++;
  }
  return broken >= 2 && broken * 100 >= long;
}
