/** One word among four that the paper does not have, though others have it. */
import { between, pick } from '../../random.ts';
import { mostRight } from '../corpus.ts';
import type { Kind } from '../query.ts';
import { titleWindow } from '../windows.ts';
import { isPlainWord, tokens } from '../words.ts';

export const wrongWord: Kind = {
  name: 'wrong-word',
  label: 'one wrong word among four',
  rule: (corpus) => (paper, next) => {
    // The three others must say which paper is meant, wherever they stand.
    const window = titleWindow(
      paper,
      corpus,
      next,
      [3, 3],
      (words) => corpus.withAll(words.flatMap(tokens)).length <= mostRight,
    );
    const other = pick(next, corpus.papers);
    if (window === undefined || other === undefined) return undefined;
    const word = pick(
      next,
      other.titleWords.filter(
        (one) => one.length >= 5 && isPlainWord(one) && corpus.isTelling(one),
      ),
    );
    // Not even in another form.
    if (word === undefined || paper.line.includes(` ${word.slice(0, 5)}`)) return undefined;
    const typed = window.words.toSpliced(between(next, 0, window.words.length), 0, word);
    if (corpus.withAll(typed.flatMap(tokens)).length > 0) return undefined;
    return { typed: typed.join(' '), right: window.right };
  },
};
