/** Whole titles, and what is left of them. */
import { between } from '../../random.ts';
import type { Kind } from '../query.ts';
import { fold, isNoisy } from '../words.ts';

const words = (text: string): number => text.split(/\s+/).length;

export const exact: Kind = {
  name: 'exact',
  label: 'exact title',
  rule: (corpus) => (paper) => ({ typed: paper.title, right: corpus.sameTitle(paper) }),
};

/** Hyphens become spaces, now and then nothing; apostrophes go. */
export const loose: Kind = {
  name: 'loose',
  label: 'title without case and punctuation',
  rule: (corpus) => (paper, next) => {
    const joined = next() < 0.2;
    const typed = paper.title
      .toLowerCase()
      .replaceAll(/['’‘`]/g, '')
      .replaceAll(joined ? /(?<=\p{L})-(?=\p{L})/gu : /(?!)/g, '')
      .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim();
    if (words(typed) < 2 || isNoisy(paper.title)) return undefined;
    return { typed, right: corpus.sameTitle(paper) };
  },
};

/** Cut within a word, two parts in five of the title at least. */
export const unfinished: Kind = {
  name: 'unfinished',
  label: 'unfinished title',
  rule: (corpus) => (paper, next) => {
    const { title } = paper;
    const from = Math.ceil(title.length * 0.4);
    const cut = between(next, from, title.length - 2);
    const typed = title.slice(0, cut);
    // Within a word: two letters of it typed at least, one at least not.
    if (!/[\p{L}\p{N}]{2}$/u.test(typed) || !/^[\p{L}\p{N}]/u.test(title.slice(cut)))
      return undefined;
    if (words(typed) < 3 || isNoisy(typed)) return undefined;
    const beginning = fold(typed);
    const right = corpus
      .papersWith(paper.titleWords[0] ?? '')
      .filter((other) => fold(other.title).startsWith(beginning));
    return { typed, right: right.map(({ id }) => id) };
  },
};
