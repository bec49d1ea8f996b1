/** Forms of one English word, brought to one: `policies` and `policy`, `optimised` and `optimization`. */
import { fold } from '../../suggest/fold.ts';

/** Endings, the longest first: the first that fits is taken off. */
const endings =
  'izations isations ization isation ational ations ables ation ments ingly ement ment ness ions izes ises ized ised izing ising able ally ings als ize ise ing ion ers ies ely er ed es al ly y s e'.split(
    ' ',
  );

/** Letters that stay at least: without it, `use` and `us` would be one word. */
const shortest = 3;

/**
 * What the forms of a word have in common. Coarser than grammar, so that nothing that was found stays
 * unmarked: `police` and `policy` are one, too.
 *
 * @param word one word
 * @returns folded
 */
export function stem(word: string): string {
  const plain = fold(word);
  if (!/^[a-z]+$/.test(plain) || /(?:[iu]|(?<!ne)s)s$/.test(plain)) return plain;
  const ending = endings.find(
    (end) => plain.endsWith(end) && plain.length - end.length >= shortest,
  );
  const bare = ending === undefined ? plain : plain.slice(0, -ending.length);
  if (bare.length <= shortest) return bare;
  // `running`: the letter doubled before the ending; `effectiveness`: another ending before it.
  return /([bdglmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare.replace(/[ey]$/, '');
}
