/** Title words with slips of the finger. */
import { pick, shuffled, type Random } from '../../random.ts';
import { idsOf, type Corpus } from '../corpus.ts';
import { misspell, type Slip } from '../misspell.ts';
import type { Kind } from '../query.ts';
import { replaced, titleWindow, type Size } from '../windows.ts';
import { isPlainWord } from '../words.ts';

const mistakable = (word: string): boolean => word.length >= 5 && isPlainWord(word);

/** Places of the words in which a slip is likely to happen and to be noticed. */
const mistakablePlaces = (words: readonly string[]): number[] =>
  words.flatMap((word, at) => (mistakable(word) ? [at] : []));

function oneSlip(size: Size, slip?: Slip): Kind['rule'] {
  return (corpus) => (paper, next) => {
    const window = titleWindow(paper, corpus, next, size, (words) => words.some(mistakable));
    if (window === undefined) return undefined;
    const at = pick(next, mistakablePlaces(window.words));
    const wrong = at === undefined ? undefined : misspell(window.words[at] ?? '', next, slip);
    if (at === undefined || wrong === undefined) return undefined;
    return { typed: replaced(window.words, at, wrong), right: window.right };
  };
}

export const typo: Kind = {
  name: 'typo',
  label: 'title words, one typo',
  rule: oneSlip([3, 4]),
};

export const swapped: Kind = {
  name: 'swapped',
  label: 'two letters swapped',
  rule: oneSlip([2, 4], 'transposition'),
};

/** A slip that makes no other word of the archive, for that would be another query. */
function unknown(word: string, corpus: Corpus, next: Random): string | undefined {
  const wrong = misspell(word, next);
  return wrong !== undefined && corpus.frequency(wrong) === 0 ? wrong : undefined;
}

export const oneWord: Kind = {
  name: 'one-word',
  label: 'one word, with a typo',
  rule: (corpus) => (paper, next) => {
    const telling = paper.titleWords.filter(
      (word) => word.length >= 6 && isPlainWord(word) && corpus.frequency(word) <= 3,
    );
    const word = pick(next, telling);
    const typed = word === undefined ? undefined : unknown(word, corpus, next);
    if (word === undefined || typed === undefined) return undefined;
    return { typed, right: idsOf(corpus.titledWithAll([word])) };
  },
};

export const twoTypos: Kind = {
  name: 'two-typos',
  label: 'title words, two typos',
  rule: (corpus) => (paper, next) => {
    const window = titleWindow(
      paper,
      corpus,
      next,
      [4, 6],
      (words) => mistakablePlaces(words).length >= 2,
    );
    if (window === undefined) return undefined;
    const words = [...window.words];
    for (const at of shuffled(next, mistakablePlaces(words)).slice(0, 2)) {
      const wrong = misspell(words[at] ?? '', next);
      if (wrong === undefined) return undefined;
      words[at] = wrong;
    }
    return { typed: words.join(' '), right: window.right };
  },
};
