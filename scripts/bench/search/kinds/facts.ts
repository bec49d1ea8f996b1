/** Queries that ask for a year, a venue, a digest, code or an author, and those that join or exclude words. */
import { pick, shuffled, type Random } from '../../random.ts';
import { idsOf, mostRight, type Corpus, type Indexed } from '../corpus.ts';
import type { Draft, Kind } from '../query.ts';
import { fold, isPlainWord } from '../words.ts';
import { tellingWords } from './abstracts.ts';
import { parted, type Author } from './references.ts';

/** Words that set papers apart, of the title if it has some. */
function wordsOf(paper: Indexed, corpus: Corpus, next: Random, count: number): string[] {
  const titled = paper.titleWords.filter(
    (word) => word.length >= 5 && isPlainWord(word) && corpus.isTelling(word),
  );
  const all = [...new Set([...shuffled(next, titled), ...tellingWords(paper, corpus)])];
  return all.slice(0, count);
}

/** One word beside a fact that the paper and few others with the word have. */
function besideFact(
  paper: Indexed,
  corpus: Corpus,
  next: Random,
  operator: string,
  honours: (paper: Indexed) => boolean,
): Draft | undefined {
  const words = wordsOf(paper, corpus, next, 2);
  if (words.length < 2) return undefined;
  const right = corpus.withAll(words).filter(honours);
  if (right.length > mostRight) return undefined;
  const typed = next() < 0.5 ? [operator, ...words] : [...words, operator];
  return { typed: typed.join(' '), right: idsOf(right), honours };
}

/** `ICRA` of `IEEE International Conference on Robotics and Automation (ICRA)`; a venue of one word is its own. */
export function venueName(venue: string): string | undefined {
  const short = /\(([^()\s]{2,12})\)\s*$/.exec(venue)?.[1];
  return short ?? (/^\S{2,12}$/.test(venue) ? venue : undefined);
}

/** Typed without any operator, as one remembers where a paper was. */
export const venueYear: Kind = {
  name: 'venue-year',
  label: 'ICLR 2018 word',
  rule: (corpus) => (paper, next) => {
    const name = venueName(paper.venue ?? '');
    const [word] = wordsOf(paper, corpus, next, 1);
    if (name === undefined || paper.year === undefined || word === undefined) return undefined;
    const same = corpus
      .papersWith(word)
      .filter(({ venue, year }) => venue === paper.venue && year === paper.year);
    return same.length > mostRight
      ? undefined
      : { typed: `${name} ${paper.year} ${word}`, right: idsOf(same) };
  },
};

export const year: Kind = {
  name: 'year',
  label: 'year:2018 words',
  rule: (corpus) => (paper, next) =>
    paper.year === undefined
      ? undefined
      : besideFact(paper, corpus, next, `year:${paper.year}`, (other) => other.year === paper.year),
};

export const years: Kind = {
  name: 'years',
  label: '2018..2020 words',
  rule: (corpus) => (paper, next) => {
    const own = Number(paper.year ?? Number.NaN);
    if (Number.isNaN(own)) return undefined;
    const [from, to] = [own - Math.floor(next() * 3), own + Math.floor(next() * 3)];
    const within = (other: Indexed): boolean => {
      const at = Number(other.year ?? Number.NaN);
      return at >= from && at <= to;
    };
    const range = from === to ? `year:${from}` : `${next() < 0.5 ? 'year:' : ''}${from}..${to}`;
    return besideFact(paper, corpus, next, range, within);
  },
};

export const venue: Kind = {
  name: 'venue',
  label: 'venue:ICRA words',
  rule: (corpus) => (paper, next) => {
    const name = venueName(paper.venue ?? '');
    if (name === undefined) return undefined;
    const typed = `venue:${next() < 0.5 ? name : name.toLowerCase()}`;
    const wanted = ` ${fold(name)} `;
    const honours = (other: Indexed): boolean =>
      ` ${fold(other.venue ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(wanted);
    return besideFact(paper, corpus, next, typed, honours);
  },
};

export const digest: Kind = {
  name: 'digest',
  label: 'digest:2025-03-11-library words',
  rule: (corpus) => (paper, next) => {
    const id = pick(next, paper.digests ?? []);
    if (id === undefined) return undefined;
    const listed = (other: Indexed): boolean => other.digests?.includes(id) === true;
    return besideFact(paper, corpus, next, `digest:${id}`, listed);
  },
};

export const hasCode: Kind = {
  name: 'has-code',
  label: 'has:code words',
  rule: (corpus) => (paper, next) =>
    paper.code === undefined
      ? undefined
      : besideFact(paper, corpus, next, 'has:code', ({ code }) => code === true),
};

/** `e roux` of `Émile Roux`: what `author:"E. Roux"` asks for. */
const initialed = ({ given, family }: Author): string =>
  `${fold(given).slice(0, 1)} ${fold(family)}`;

/** `author:"G. Family"`: whoever has the family name and the initial is meant. */
export const byAuthor: Kind = {
  name: 'author',
  label: 'author:"G. Name"',
  rule(corpus) {
    const papers = new Map<string, string[]>();
    for (const { id, authors = [] } of corpus.papers) {
      for (const name of new Set(authors.map(parted).map(initialed))) {
        papers.set(name, [...(papers.get(name) ?? []), id]);
      }
    }
    return (paper, next) => {
      const { given, family } = parted(pick(next, paper.authors ?? []) ?? '');
      if (given === '' || !/^[\p{L}-]{3,}$/u.test(family)) return undefined;
      const wanted = initialed({ given, family });
      const right = papers.get(wanted) ?? [];
      if (right.length > mostRight) return undefined;
      const honours = ({ authors = [] }: Indexed): boolean =>
        authors.map(parted).map(initialed).includes(wanted);
      return { typed: `author:"${given.slice(0, 1)}. ${family}"`, right, honours };
    };
  },
};

/** Letters by which the forms of a word are taken for one. */
const beginning = (word: string): string => word.slice(0, 5);

const holds =
  (word: string) =>
  ({ line }: Indexed): boolean =>
    line.includes(` ${beginning(word)}`);

/** One of two words, neither of which many papers have: whatever is shown has one of them. */
export const either: Kind = {
  name: 'or',
  label: 'word OR word',
  rule(corpus) {
    const papers = new Map<string, Set<string>>();
    for (const word of corpus.words()) {
      const ids = papers.get(beginning(word)) ?? new Set();
      for (const { id } of corpus.papersWith(word)) ids.add(id);
      papers.set(beginning(word), ids);
    }
    const holding = (word: string): ReadonlySet<string> => papers.get(beginning(word)) ?? new Set();
    return (paper, next) => {
      // In whatever form: all of them have room among the first ten.
      const rare = (from: Indexed): string | undefined =>
        pick(
          next,
          wordsOf(from, corpus, next, 6).filter((word) => holding(word).size <= 5),
        );
      const own = rare(paper);
      const other = pick(next, corpus.papers);
      const foreign = other && rare(other);
      if (own === undefined || foreign === undefined || holds(foreign)(paper)) return undefined;
      const [one, two] = [holds(own), holds(foreign)];
      const honours = (found: Indexed): boolean => one(found) || two(found);
      return { typed: `${own} OR ${foreign}`, right: [paper.id], honours };
    };
  },
};

/** Two words that several papers have, and one that only the others of them have, after NOT. */
export const not: Kind = {
  name: 'not',
  label: 'word word NOT word',
  rule: (corpus) => (paper, next) => {
    const words = wordsOf(paper, corpus, next, 2);
    const all = words.length < 2 ? [] : corpus.withAll(words);
    const other = pick(
      next,
      all.filter(({ id }) => id !== paper.id),
    );
    if (other === undefined || all.length > 10) return undefined;
    const word = shuffled(next, tellingWords(other, corpus)).find(
      (one) => one.length >= 5 && !holds(one)(paper),
    );
    if (word === undefined) return undefined;
    const honours = ({ line }: Indexed): boolean => !line.includes(` ${word} `);
    const right = all.filter((found) => !holds(word)(found));
    return { typed: `${words.join(' ')} NOT ${word}`, right: idsOf(right), honours };
  },
};
