/** Words and slips of the pen, for properties. */
import fc from 'fast-check';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Words of a range of lengths. */
export const wordOf = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });

/** One slip: a letter left out, put in, or replaced, or two neighbours swapped; numbers are taken as they fit. */
export function editOf(word: string, kind: number, place: number, letter: number): string {
  const put = letters[letter % letters.length] ?? '';
  const at = place % word.length;
  const [before, own, next, after] = [
    word.slice(0, at),
    word.slice(at, at + 1),
    word.slice(at + 1, at + 2),
    word.slice(at + 2),
  ];
  const edits = [
    before + next + after,
    before + put + own + next + after,
    before + put + next + after,
    before + next + own + after,
    // At the end, too, a letter may be put in.
    word + put,
  ];
  return edits[kind % edits.length] ?? word;
}
