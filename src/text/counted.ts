/** Counts and ranges, as a person would write them. */

const thousands = new Intl.NumberFormat('en');

/**
 * A count with its noun.
 *
 * @param count a whole number
 * @param one the noun for one, e.g. "paper"
 * @param many the noun for any other number; by default `one` with an s
 * @returns e.g. "1 paper", "12,034 papers"
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands.format(count)} ${count === 1 ? one : many}`;
}

/** The lines of a paper, e.g. "lines 55–57", "line 55". */
export const linesWord = (lines: readonly [number, number]): string =>
  `${lines[0] === lines[1] ? 'line' : 'lines'} ${lineRange(lines)}`;

/** First and last line of a paper, e.g. "55–57", or "55" for a single line. */
export function lineRange([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}–${last}`;
}
