/** Where the words and phrases of a paper are. */
import type { Corpus } from './corpus.ts';
import { gaps, kinds } from './words.ts';

/** What a walk over a paper finds; `at` and `from` are indexes of the corpus's tokens. */
export interface Visitor {
  word(word: number, at: number, inTitle: boolean): void;
  /** Two words next to each other, or with "of" between them; the first stands at `from`. */
  phrase(first: number, second: number, from: number, at: number, inTitle: boolean): void;
}

/**
 * Walks over a paper from its first token to its last.
 *
 * @param document place in the corpus
 */
export function walk(
  { tokens, starts, kinds: kindOf, words }: Corpus,
  document: number,
  visitor: Visitor,
): void {
  const end = starts[document + 1] ?? 0;
  let inTitle = true;
  // The word before, if a phrase may go on from it, and whether "of" came after it.
  let before = -1;
  let from = -1;
  let of = false;
  let hyphen = false;
  for (let at = starts[document] ?? 0; at < end; at++) {
    const token = tokens[at] ?? 0;
    if (token < 0) {
      if (token === gaps.hyphen) {
        hyphen = true;
        continue;
      }
      if (token === gaps.title) inTitle = false;
      before = -1;
      hyphen = false;
      continue;
    }
    const kind = kindOf[token];
    const hyphened = hyphen || tokens[at + 1] === gaps.hyphen;
    hyphen = false;
    if (kind === kinds.of && before !== -1 && !of) {
      of = true;
      continue;
    }
    const isLone = kind === kinds.part && !hyphened;
    if (kind === kinds.stop || kind === kinds.common || kind === kinds.of || isLone) {
      before = -1;
      of = false;
      continue;
    }
    const word = words[token] ?? 0;
    if (kind === kinds.word) visitor.word(word, at, inTitle);
    if (before !== -1) visitor.phrase(before, word, from, at, inTitle);
    before = kind === kinds.number ? -1 : word;
    from = at;
    of = false;
  }
}
