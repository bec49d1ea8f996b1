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

/** Letters of the beginning, or the end, that words of a part share. */
export const shared = 2;

/** Words longer than this are found, but not mended. */
export const maxLength = 30;

const length = (letters: number): string => String(Math.min(letters, maxLength)).padStart(2, '0');
const letters = (word: string): string => [...word].slice(0, shared).join('').padEnd(shared, ' ');
const turned = (word: string): string => [...word].toReversed().join('');

/** Among those that begin alike. @param letterCount of the words wanted; the word's own unless given */
export function beginningKey(word: string, letterCount = [...word].length): string {
  return letters(word) + length(letterCount);
}

/** Among those that end alike. */
export function endingKey(word: string, letterCount = [...word].length): string {
  return letters(turned(word)) + length(letterCount);
}
