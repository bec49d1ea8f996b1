/**
 * Characters that no output should carry: control characters, noncharacters, and the embedding,
 * override and isolate marks that can make a line show as another one (Unicode TR 36, 2.2.2).
 * White space is left to the next step.
 */
const unwanted = /(?!\s)[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text as one line: white space folded into single spaces, invisible troublemakers left out,
 * half a surrogate pair replaced by U+FFFD. All else stays as it is.
 *
 * @param text any text
 */
export function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(unwanted, '').replaceAll(/\s+/gu, ' ').trim();
}

/**
 * The beginning of a line, cut after a whole word; in a word without end, between two characters.
 *
 * @param line text without line breaks
 * @param length longest answer, in UTF-16 code units, the ellipsis not counted
 * @param ellipsis put after a line that was cut
 */
export function cutAtWord(line: string, length: number, ellipsis = ''): string {
  if (line.length <= length) return line;
  const space = line.lastIndexOf(' ', length);
  if (space > length / 2) return line.slice(0, space).trimEnd() + ellipsis;
  const splitsPair = line.codePointAt(length - 1) !== line.charCodeAt(length - 1);
  return line.slice(0, splitsPair ? length - 1 : length) + ellipsis;
}

/** A text with a large first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Facts in a line, parted by middle dots, none of which begins a line; empty ones are left out. */
export const dotted = (facts: readonly string[]): string =>
  facts.filter((fact) => fact !== '').join('\u00A0· ');
