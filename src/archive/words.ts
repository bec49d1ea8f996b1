/** Small words of the pages: counts and ranges, as a person would write them. */
export { counted } from '../text/counted.ts';

/** First and last line of a paper, e.g. "55–57", or "55" for a single line. */
export function lineRange([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}–${last}`;
}
