/** Other names of what a query speaks of: `rlhf` is `reinforcement learning from human feedback`. */
import { stopWords } from '../../text/words.ts';
import { sameStem } from '../../text/stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A stretch of the query and another name of it. */
export interface NamedStretch {
  /** Place of its first word in the query. */
  readonly at: number;
  /** Words. */
  readonly count: number;
  readonly phrase: string;
  readonly other: string;
}

/**
 * Looks for other names of every stretch of a query.
 *
 * @param terms its words, folded
 */
export async function otherNames(
  terms: readonly { readonly typed: string; readonly stop: boolean }[],
  vocabulary: Vocabulary,
): Promise<NamedStretch[]> {
  const typed = terms.map((term) => term.typed);
  const found: NamedStretch[] = [];
  const names = await Promise.all(typed.map((word) => vocabulary.names(word)));
  for (const at of typed.keys()) {
    for (const { phrase, other } of names[at] ?? []) {
      const wanted = phrase.split(' ');
      const there = wanted.every((part, place) => {
        const own = typed[at + place];
        return own !== undefined && (own === part || sameStem(own, part));
      });
      // As loose words, `in context learning` would find whatever learns in a context.
      const words = other.split(' ');
      const telling = words.filter((part) => !stopWords.has(part)).length;
      if (telling < words.length && telling < 3) continue;
      const said = terms.slice(at, at + wanted.length).some(({ stop }) => !stop);
      if (there && said) found.push({ at, count: wanted.length, phrase, other });
    }
  }
  // The longest stretch says most: `large language model` before `language model`.
  return found.toSorted((a, b) => b.count - a.count);
}
