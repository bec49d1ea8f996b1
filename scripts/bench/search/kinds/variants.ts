/** Title words as somebody else would write them. */
import { pick } from '../../random.ts';
import { idsOf, mostRight, type Corpus } from '../corpus.ts';
import type { Draft, Kind } from '../query.ts';
import { acrossTheAtlantic, otherNumber } from '../spellings.ts';
import { replaced, titleWindow } from '../windows.ts';
import { isPlainWord, tokens } from '../words.ts';

/** What was meant is right, and what was typed as well, if titles have it. */
function either(typed: string, meant: readonly string[], corpus: Corpus): Draft | undefined {
  const literally = idsOf(corpus.titledWithAll(tokens(typed)));
  const right = [...new Set([...meant, ...literally])];
  return right.length > mostRight ? undefined : { typed, right };
}

/** Across the Atlantic if there is such a spelling; else the other number, if the archive has that word. */
function respelt(word: string, corpus: Corpus): string | undefined {
  if (word.length < 4 || !isPlainWord(word)) return undefined;
  const other = acrossTheAtlantic(word);
  if (other !== undefined) return other;
  const number = otherNumber(word);
  return corpus.frequency(number) > 0 ? number : undefined;
}

export const spelling: Kind = {
  name: 'spelling',
  label: 'other spelling or number',
  rule: (corpus) => (paper, next) => {
    // Every title has a plural to change, few have a word of two spellings.
    const plurals = next() < 0.15;
    const window = titleWindow(paper, corpus, next, [3, 4], (words) =>
      words.some(
        (word) => (plurals ? respelt(word, corpus) : acrossTheAtlantic(word)) !== undefined,
      ),
    );
    if (window === undefined) return undefined;
    const choices = window.words.flatMap((word, at) => {
      const other = respelt(word, corpus);
      return other === undefined ? [] : [{ at, other, spelt: acrossTheAtlantic(word) === other }];
    });
    const choice = choices.find(({ spelt }) => spelt) ?? pick(next, choices);
    if (choice === undefined) return undefined;
    return either(replaced(window.words, choice.at, choice.other), window.right, corpus);
  },
};

const hyphened = /^\p{L}{2,}-\p{L}{2,}$/u;

/** Words that several papers write with a hyphen, without it: `finetuning` → `fine tuning`. */
function partedWords(corpus: Corpus): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { title, abstract } of corpus.papers) {
    const text = `${title} ${abstract}`.toLowerCase();
    for (const found of new Set(text.match(/\b[a-z]{2,}-[a-z]{3,}\b/g))) {
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  const several = [...counts].filter(([, papers]) => papers >= 3);
  return new Map(several.map(([word]) => [word.replace('-', ''), word.replace('-', ' ')]));
}

/** A hyphen left out, two words in one, or one word in two. */
export const joined: Kind = {
  name: 'joined',
  label: 'words joined or parted',
  rule(corpus) {
    const parted = partedWords(corpus);
    return (paper, next) => {
      const window = titleWindow(paper, corpus, next, [3, 4]);
      if (window === undefined) return undefined;
      const { words } = window;
      // What is written in two ways; where there is none of it, sometimes a space that was not typed.
      const compounds = words.flatMap((word, at): string[] => {
        const apart = parted.get(word);
        return [
          ...(hyphened.test(word) ? [replaced(words, at, word.replace('-', ''))] : []),
          ...(apart === undefined ? [] : [replaced(words, at, apart)]),
        ];
      });
      const run = words.flatMap((word, at): string[] => {
        const before = words[at - 1] ?? '';
        const two =
          isPlainWord(word) && isPlainWord(before) && Math.min(word.length, before.length) > 3;
        return two ? [words.toSpliced(at - 1, 2, before + word).join(' ')] : [];
      });
      const typed = pick(next, compounds) ?? (next() < 0.2 ? pick(next, run) : undefined);
      return typed === undefined ? undefined : either(typed, window.right, corpus);
    };
  },
};
