/**
 * Where in the vocabulary a word stands.
 *
 * One slip leaves a word's first two or its last two letters as they are, and its length within one. So every
 * word is kept twice, among those that begin alike and among those that end alike, each by length: a few parts
 * then hold every word that one slip can have made (the pigeonhole principle, as in Wu & Manber, "Fast text
 * searching: allowing errors", Communications of the ACM 35(10), 1992).
 *
 * That holds for words of four letters or more but for one slip: the middle letters of four swapped. `gaol` shares
 * neither end with `goal`. Two slips, which longer words may hold, often leave one end alone, and often not:
 * `tarnsfromer` keeps the end of `transformer`, `tarnsformre` neither.
 */

/** Words longer than this are found, but not mended. */
export const maxLength = 30;

/** Letters that are two units of a string each. */
const wide = /[\ud800-\udfff]/;

const lettersOf = (word: string): ArrayLike<string> => (wide.test(word) ? [...word] : word);

const keyOf = (first = ' ', second = ' ', letters = 0): string =>
  first + second + String(Math.min(letters, maxLength)).padStart(2, '0');

/** Among those that begin alike. @param letterCount of the words wanted; the word's own unless given */
export function beginningKey(word: string, letterCount?: number): string {
  const letters = lettersOf(word);
  return keyOf(letters[0], letters[1], letterCount ?? letters.length);
}

/** Among those that end alike. */
export function endingKey(word: string, letterCount?: number): string {
  const letters = lettersOf(word);
  return keyOf(
    letters[letters.length - 1],
    letters[letters.length - 2],
    letterCount ?? letters.length,
  );
}
