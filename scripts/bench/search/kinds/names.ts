/** Names of systems: what stands before the colon of a title. */
import type { Corpus, Indexed } from '../corpus.ts';
import type { Kind } from '../query.ts';
import { fold, isNoisy, tokens } from '../words.ts';

/** The beginning of a title that may be a name. */
export function beforeColon(title: string): string | undefined {
  const name = /^([^:]{2,40}):\s/.exec(title)?.[1]?.trim();
  return name === undefined || name.split(/\s+/).length > 3 || isNoisy(name) ? undefined : name;
}

/** A digit, or a capital after the first letter: `GPT-4`, `BERT`, `DeepCoder`. */
const coined = /\p{N}|(?<=\p{L}.*)\p{Lu}/u;

/** Words that abstracts write in small letters. */
export const ordinaryWords = (corpus: Corpus): ReadonlySet<string> =>
  new Set(
    corpus.papers.flatMap(({ abstract }) => abstract.match(/(?<=\s)\p{Ll}+(?=[\s.,])/gu) ?? []),
  );

/** Typed lower-case, without accents. */
export const name: Kind = {
  name: 'name',
  label: "a system's name",
  rule(corpus) {
    // A word that abstracts write in small letters is an ordinary word.
    const ordinary = ordinaryWords(corpus);
    const isName = (text: string): boolean => {
      const words = text.split(/\s+/);
      if (words.length === 1) return coined.test(text) || !ordinary.has(fold(text));
      return words.some(
        (word) => coined.test(word) || !tokens(word).every((part) => ordinary.has(part)),
      );
    };
    const byName = new Map<string, string[]>();
    const named = (paper: Indexed): string | undefined => {
      const text = beforeColon(paper.title);
      return text !== undefined && isName(text) ? text : undefined;
    };
    for (const paper of corpus.papers) {
      const text = beforeColon(paper.title);
      if (text === undefined) continue;
      const key = tokens(text).join(' ');
      byName.set(key, [...(byName.get(key) ?? []), paper.id]);
    }
    return (paper) => {
      const text = named(paper);
      if (text === undefined || text.length < 2) return undefined;
      return { typed: fold(text), right: byName.get(tokens(text).join(' ')) ?? [paper.id] };
    };
  },
};
