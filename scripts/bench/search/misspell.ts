/** One slip of the finger in a word. */
import { between, type Random } from '../random.ts';

export type Slip = 'insertion' | 'deletion' | 'substitution' | 'transposition';
const slips = ['insertion', 'deletion', 'substitution', 'transposition'] as const;
const letters = 'abcdefghijklmnopqrstuvwxyz';

const letter = (next: Random): string => letters[Math.floor(next() * letters.length)] ?? 'e';

/** Where the slip is: few begin a word wrong, so past the first letter, but in 15 of 100 anywhere. */
function place(next: Random, length: number): number {
  return next() < 0.15 ? between(next, 0, length - 1) : between(next, 1, length - 1);
}

function slipped(word: string, at: number, slip: Slip, next: Random): string {
  const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  switch (slip) {
    case 'insertion':
      return `${before}${letter(next)}${here}${after}`;
    case 'deletion':
      return before + after;
    case 'substitution':
      return before + letter(next) + after;
    case 'transposition':
      return before + after.slice(0, 1) + here + after.slice(1);
  }
}

/**
 * The word with one slip: an insertion, a deletion, a substitution or two neighbours swapped.
 *
 * @param word lower-case, of two letters or more
 * @param slip which; any of the four if it is not given
 * @returns undefined where there is no such slip, as when two equal letters are swapped
 */
export function misspell(word: string, next: Random, slip?: Slip): string | undefined {
  for (let attempt = 0; attempt < 8; attempt++) {
    const kind = slip ?? slips[Math.floor(next() * slips.length)] ?? 'deletion';
    const wrong = slipped(word, place(next, word.length), kind, next);
    if (wrong !== word) return wrong;
  }
  return undefined;
}
