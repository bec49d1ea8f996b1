/** Queries with quotes, fields and exclusions among words. */
import { pick, shuffled } from '../../random.ts';
import { idsOf, mostRight, type Corpus, type Indexed } from '../corpus.ts';
import type { Kind } from '../query.ts';
import { isPlainWord, tokens } from '../words.ts';
import { passages, tellingWords } from './abstracts.ts';

const tellingTitleWords = (paper: Indexed, corpus: Corpus): string[] =>
  paper.titleWords.filter(
    (word) => word.length >= 4 && isPlainWord(word) && corpus.isTelling(word),
  );

/** A word of the title and one of the abstract. */
export const field: Kind = {
  name: 'field',
  label: 'title:word word',
  rule: (corpus) => (paper, next) => {
    const titled = pick(next, tellingTitleWords(paper, corpus));
    const other = pick(
      next,
      tellingWords(paper, corpus).filter((word) => word !== titled),
    );
    if (titled === undefined || other === undefined) return undefined;
    const right = corpus.withAll([titled, other]).filter(({ titleSet }) => titleSet.has(titled));
    if (right.length > mostRight) return undefined;
    return { typed: `title:${titled} ${other}`, right: idsOf(right) };
  },
};

export const phraseAndWord: Kind = {
  name: 'mixed',
  label: '"a phrase" word',
  rule: (corpus) => (paper, next) => {
    const word = pick(next, tellingTitleWords(paper, corpus));
    if (word === undefined) return undefined;
    for (const text of passages(paper, next, [2, 3])) {
      const words = tokens(text);
      if (words.includes(word) || words.every((part) => part.length < 6)) continue;
      const right = idsOf(
        corpus.withPhrase(words).filter(({ line }) => line.includes(` ${word} `)),
      );
      if (right.length === 0 || right.length > mostRight) continue;
      return { typed: next() < 0.5 ? `"${text}" ${word}` : `${word} "${text}"`, right };
    }
    return undefined;
  },
};

/** Two words that several papers have, and one that only the others of them have. */
export const without: Kind = {
  name: 'without',
  label: 'word word -word',
  rule: (corpus) => (paper, next) => {
    const words = shuffled(next, new Set(tellingTitleWords(paper, corpus))).slice(0, 2);
    const all = words.length < 2 ? [] : corpus.withAll(words);
    if (all.length < 2 || all.length > 20) return undefined;
    const other = pick(
      next,
      all.filter(({ id }) => id !== paper.id),
    );
    const unwanted = shuffled(next, other === undefined ? [] : tellingWords(other, corpus));
    for (const word of unwanted.filter((word) => word.length >= 5)) {
      // Whether `-graph` takes away `graphs` is for a search to decide: both decisions are right here.
      const stem = ` ${word.slice(0, 5)}`;
      if (paper.line.includes(stem)) continue;
      const right = all.filter(({ line }) => !line.includes(` ${word} `));
      if (right.length > mostRight || right.length === all.length) continue;
      return { typed: `${words.join(' ')} -${word}`, right: idsOf(right) };
    }
    return undefined;
  },
};
