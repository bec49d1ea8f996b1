/**
 * Lines of a capture, counted as editors count them: LF, CRLF and a lone CR end a line, a final
 * line ending starts no further line. U+2028, U+2029, U+0085, form feed and vertical tab are white
 * space within a line (VS Code, vim and GitHub number their lines without them too).
 */

const lf = 0x0a;
const cr = 0x0d;

/** Marks without width, and white space that `\s` does not know. */
const otherSpaces = new Set([
  0x85, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff, 0xad, 0xfffc,
]);

/** Whether a UTF-16 code unit is white space, or nothing that could be seen. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x85) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    otherSpaces.has(code)
  );
}

/**
 * Calls `visit` with the bounds of every line, line endings and a leading BOM left out.
 *
 * @param visit offset of the line's first code unit, and of the one after its last
 */
export function eachLine(text: string, visit: (start: number, end: number) => void): void {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== lf && code !== cr) continue;
    visit(start, at);
    if (code === cr && text.charCodeAt(at + 1) === lf) at++;
    start = at + 1;
  }
  if (start < text.length) visit(start, text.length);
}

/**
 * Splits a capture into its lines.
 *
 * @returns the lines without their endings and without a leading BOM; line n is at index n - 1
 */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  eachLine(text, (start, end) => lines.push(text.slice(start, end)));
  return lines;
}

/** Offset of the first visible character between two offsets; `end` if there is none. */
export function firstVisible(text: string, start = 0, end = text.length): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** What stands before the first white space. */
export const firstWord = (text: string): string => text.split(/\s/, 1)[0] ?? '';

/** How a text begins, for people to find it. @param most UTF-16 code units */
export const beginning = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** A line without the white space at its ends. */
export function trimLine(line: string): string {
  const start = firstVisible(line);
  let end = line.length;
  while (end > start && isSpace(line.charCodeAt(end - 1))) end--;
  return line.slice(start, end);
}
