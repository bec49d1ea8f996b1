/** A few words of a title that say which paper is meant. */
import { between, shuffled, type Random } from '../random.ts';
import { idsOf, mostRight, type Corpus, type Indexed } from './corpus.ts';
import { isNoisy, tokens, typedWords } from './words.ts';

export interface Window {
  /** As typed, lower-case. */
  readonly words: readonly string[];
  /** Ids of the papers with all of the words in their titles. */
  readonly right: readonly string[];
}

/** How few and how many words. */
export type Size = readonly [least: number, most: number];

/** No words to begin or end what one remembers of a title. */
const joining = new Set(
  'a an the of and or in on for to with by from at as is are be via using towards toward into its it this that can we how what why do does not'.split(
    ' ',
  ),
);

/**
 * Neighbouring words of a title, one among them left out now and then as a memory leaves one out, that few
 * titles have all of. Only words that can be typed as they stand.
 *
 * @param fits what further is asked of the words
 */
export function titleWindow(
  paper: Indexed,
  corpus: Corpus,
  next: Random,
  [least, most]: Size,
  fits: (words: readonly string[]) => boolean = () => true,
): Window | undefined {
  const all = typedWords(paper.title).map((word) => word.toLowerCase());
  const starts = shuffled(
    next,
    Array.from({ length: all.length }, (_, at) => at),
  );
  for (const start of starts.slice(0, 8)) {
    const size = between(next, least, most);
    const words = all.slice(start, start + size + 1);
    if (words.length > size) {
      words.splice(size > 2 && next() < 0.3 ? between(next, 1, words.length - 2) : size, 1);
    }
    if (words.length < least || words.some(isNoisy) || loose(words) || !fits(words)) continue;
    // A title that has all but an `of` answers as well.
    const telling = words.flatMap(tokens).filter((word) => !joining.has(word));
    const right = idsOf(corpus.titledWithAll(telling));
    if (right.length >= 1 && right.length <= mostRight) return { words, right };
  }
  return undefined;
}

const loose = (words: readonly string[]): boolean =>
  joining.has(words[0] ?? '') || joining.has(words.at(-1) ?? '');

/** The words with one of them changed. */
export function replaced(words: readonly string[], at: number, by: string): string {
  return words.with(at, by).join(' ');
}
