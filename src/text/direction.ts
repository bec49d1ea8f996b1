/** Letters that are written from right to left (Unicode's classes R and AL), and the signs that turn a line round. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\u2068\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * What `dir` is to be on an element: a browser finds out itself which way a text runs, but has nothing to find out
 * where all letters run from left to right, as the page does.
 */
export const dirOf = (text: string): 'auto' | undefined =>
  rightToLeft.test(text) ? 'auto' : undefined;
