/** The abbreviation where the title has the full name, and the other way round. */
import { between, pick, shuffled } from '../../random.ts';
import { learnAbbreviations, type Abbreviations } from '../abbreviations.ts';
import { idsOf, mostRight, type Corpus, type Indexed } from '../corpus.ts';
import type { Kind } from '../query.ts';
import { ordinaryWords } from './names.ts';
import { fold, typedWords } from '../words.ts';

interface Swap {
  /** Words of the title, folded and one space between. */
  readonly written: string;
  readonly typed: string;
}

function swaps({ title, titleWords }: Indexed, { full, short, longest }: Abbreviations): Swap[] {
  const line = ` ${titleWords.join(' ')} `;
  const all: Swap[] = [];
  for (let start = 0; start < titleWords.length; start++) {
    const word = titleWords[start] ?? '';
    const name = full.get(word);
    const isShort = new RegExp(`\\b${word.toUpperCase()}s?\\b`).test(title);
    if (name !== undefined && isShort) all.push({ written: word, typed: name });
    for (let size = 2; size <= longest && start + size <= titleWords.length; size++) {
      const written = titleWords.slice(start, start + size).join(' ');
      const typed = short.get(written);
      if (typed !== undefined) all.push({ written, typed });
    }
  }
  return all.filter(({ typed }) => !line.includes(` ${typed} `));
}

/** Papers with all the words in the title, and one of two names of a thing. */
function titled(corpus: Corpus, words: readonly string[], { written, typed }: Swap): Indexed[] {
  return corpus.titledWithAll(words).filter(({ titleWords }) => {
    const line = ` ${titleWords.join(' ')} `;
    return line.includes(` ${written} `) || line.includes(` ${typed} `);
  });
}

export const acronym: Kind = {
  name: 'acronym',
  label: 'abbreviation or full name',
  rule(corpus) {
    const known = learnAbbreviations(corpus);
    return (paper, next) => {
      const swap = pick(next, swaps(paper, known));
      if (swap === undefined) return undefined;
      const written = swap.written.split(' ');
      const others = paper.titleWords.filter(
        (word) => word.length >= 4 && !written.includes(word) && corpus.isTelling(word),
      );
      const words = shuffled(next, others).slice(0, between(next, 1, 2));
      const right = idsOf(titled(corpus, words, swap));
      if (words.length === 0 || right.length > mostRight) return undefined;
      const typed = next() < 0.5 ? [swap.typed, ...words] : [...words, swap.typed];
      return { typed: typed.join(' '), right };
    };
  },
};

/** `CNN` or `CNNs` of a title, and whether it is of several. */
const capitals = /^([A-Z]{2,6})(s?)$/;

/** A word or two of the title beside the acronym in the other number. */
export const acronymNumber: Kind = {
  name: 'acronym-number',
  label: 'acronym, one or several',
  rule(corpus) {
    // `ONLY` is a name, not an acronym of which there are several.
    const ordinary = ordinaryWords(corpus);
    return (paper, next) => {
      const written = pick(
        next,
        typedWords(paper.title).filter((word) => capitals.test(word) && !ordinary.has(fold(word))),
      );
      const [, one = '', several = ''] = capitals.exec(written ?? '') ?? [];
      if (one === '') return undefined;
      const others = paper.titleWords.filter(
        (word) => word.length >= 4 && word !== fold(one + several) && corpus.isTelling(word),
      );
      const beside = shuffled(next, others).slice(0, between(next, 1, 2));
      const either = [fold(one), `${fold(one)}s`];
      const right = corpus
        .titledWithAll(beside)
        .filter(({ titleSet }) => either.some((word) => titleSet.has(word)));
      if (beside.length === 0 || right.length > mostRight) return undefined;
      const typed = several === '' ? `${one}s` : one;
      return { typed: [typed, ...beside].join(' '), right: idsOf(right) };
    };
  },
};
