/** Cutting signs off the ends of a text, in one pass from each end. */

/** The text without any of the characters of `signs`, and without white space, at its end. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && isOf(text.charAt(end - 1), signs)) end--;
  return text.slice(0, end);
}

/** The text without any of the characters of `signs`, and without white space, at its start. */
export function withoutStart(text: string, signs: string): string {
  let start = 0;
  while (start < text.length && isOf(text.charAt(start), signs)) start++;
  return text.slice(start);
}

const isOf = (char: string, signs: string): boolean => signs.includes(char) || /\s/.test(char);
