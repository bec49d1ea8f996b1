/** What a reader remembers of an abstract. */
import { between, shuffled, type Random } from '../../random.ts';
import { idsOf, mostRight, type Corpus, type Indexed } from '../corpus.ts';
import type { Kind } from '../query.ts';
import { isNoisy, isPlainWord, tokens } from '../words.ts';

/** The sentences of an abstract; good enough to keep a phrase within one. */
const sentences = (abstract: string): string[] => abstract.split(/(?<=[.!?:;])\s+|\n+/);

/** Words one after the other out of sentences of the abstract, without signs of TeX; a few attempts. */
export function* passages(
  paper: Indexed,
  next: Random,
  size: readonly [least: number, most: number],
): Generator<string> {
  for (const sentence of shuffled(next, sentences(paper.abstract)).slice(0, 6)) {
    const words = sentence.split(/\s+/).filter((word) => word !== '');
    const count = between(next, ...size);
    if (words.length < count + 1) continue;
    const start = between(next, 0, words.length - count);
    const text = words
      .slice(start, start + count)
      .join(' ')
      .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (isNoisy(text) || /["“”„«»()[\]]/.test(text) || tokens(text).length < count) continue;
    yield text;
  }
}

export const phrase: Kind = {
  name: 'phrase',
  label: 'quoted phrase',
  rule: (corpus) => (paper, next) => {
    for (const text of passages(paper, next, [4, 6])) {
      const right = idsOf(corpus.withPhrase(tokens(text)));
      if (right.length >= 1 && right.length <= mostRight) return { typed: `"${text}"`, right };
    }
    return undefined;
  },
};

/** Words of an abstract that set papers apart, in the order of the abstract. */
export function tellingWords(paper: Indexed, corpus: Corpus): string[] {
  const words = paper.abstract.split(/[\s,.;:()!?"“”]+/).map((word) => word.toLowerCase());
  return [...new Set(words)].filter(
    (word) => word.length >= 4 && isPlainWord(word) && corpus.isTelling(word),
  );
}

export const abstractWords: Kind = {
  name: 'abstract',
  label: 'words of the abstract',
  rule: (corpus) => (paper, next) => {
    const telling = tellingWords(paper, corpus);
    const typed = shuffled(next, telling).slice(0, between(next, 3, 4));
    if (typed.length < 3) return undefined;
    const right = idsOf(corpus.withAll(typed));
    return right.length > mostRight ? undefined : { typed: typed.join(' '), right };
  },
};
