/** Names for groups of papers: the words that set them apart from all others. */
import {
  readCorpus,
  type Corpus,
  type SimilarityDocument,
  findTerms,
  type Terms,
  termsIn,
  writtenForms,
} from '../related/index.ts';

/** Papers whose abstracts are read for names, too; of more papers the titles say enough. */
const abstractsUpTo = 3000;

/** A term must be in this part of a group's papers; in a larger part of a group that is small. */
const leastPapers = (group: number): number => Math.max(3, group * 0.04, Math.min(12, group * 0.2));

/** Two words say more than one. */
const phraseWorth = 2;

/** Terms of a group whose spelling is looked up. */
const candidates = 12;

/** A term that a group's papers speak of. */
export interface NamedTerm {
  /** As a reader writes it, in small letters but for acronyms. */
  readonly text: string;
  /** Its words. */
  readonly words: readonly number[];
  /** Papers that have it, of all that were read. */
  readonly papers: ReadonlySet<number>;
}

export interface Namer {
  /**
   * What a group's papers speak of and others do not, best first.
   *
   * @param group places of papers
   * @param most terms wanted
   * @returns as a reader writes them, in small letters but for acronyms; no word twice
   */
  terms(group: readonly number[], most: number): readonly string[];
  /** The same with the papers that have each; a word may be in several. */
  candidates(group: readonly number[]): readonly NamedTerm[];
}

interface Found {
  readonly term: number;
  readonly score: number;
}

/** Reads all papers once. Linear in the length of the texts that are read. */
export function makeNamer(documents: readonly SimilarityDocument[]): Namer {
  const short = documents.length > abstractsUpTo;
  const corpus = readCorpus(
    short ? documents.map(({ title }) => ({ title, text: '' })) : documents,
  );
  const terms = findTerms(corpus);
  const holders = holdersIn(corpus, terms);
  const spelled = (group: readonly number[], best: readonly Found[]): ReadonlyMap<number, string> =>
    writtenForms(corpus, terms, new Set(best.map(({ term }) => term)), {
      papers: group,
      capitalised: 1,
    });
  const rankedIn = (group: readonly number[]) => {
    const best = rank(corpus, terms, group).slice(0, candidates);
    const written = spelled(group, best);
    return best.flatMap(({ term }) => {
      const text = written.get(term)?.replaceAll(/[^ -]+/g, small);
      return text === undefined ? [] : [{ term, text, words: terms.wordsOf(term) }];
    });
  };
  return {
    terms(group, most) {
      const used = new Set<number>();
      const names: string[] = [];
      for (const { text, words } of rankedIn(group)) {
        if (names.length === most || words.some((word) => used.has(word))) continue;
        for (const word of words) used.add(word);
        names.push(text);
      }
      return names;
    },
    candidates(group) {
      const found = rankedIn(group);
      const papers = holders(found.map(({ term }) => term));
      return found.map(({ term, text, words }) => ({
        text,
        words,
        papers: papers.get(term) ?? new Set(),
      }));
    },
  };
}

/** Finds the papers that have some terms, by reading all once more. */
function holdersIn(corpus: Corpus, terms: Terms) {
  return (wanted: readonly number[]): ReadonlyMap<number, ReadonlySet<number>> => {
    const holders = new Map(wanted.map((term) => [term, new Set<number>()]));
    for (let paper = 0; paper < corpus.size; paper += 1) {
      corpus.walk(paper, {
        word: (term) => holders.get(term)?.add(paper),
        phrase: (first, second) => holders.get(terms.phrase(first, second))?.add(paper),
      });
    }
    return holders;
  };
}

/** Terms of a group by how much they say: share inside × log of how much larger it is than outside. */
function rank(corpus: Corpus, terms: Terms, group: readonly number[]): Found[] {
  const counts = new Map<number, number>();
  for (const paper of group)
    for (const term of termsIn(corpus, terms, paper)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const least = leastPapers(group.length);
  return [...counts]
    .flatMap(([term, count]): Found[] => {
      const inside = count / group.length;
      const everywhere = (terms.frequency[term] ?? 1) / corpus.size;
      if (count < least || inside <= everywhere) return [];
      const worth = term < corpus.wordCount ? 1 : phraseWorth;
      const score = worth * inside * Math.log(inside / everywhere) ** 2;
      return [{ term, score }];
    })
    .toSorted((a, b) => b.score - a.score || a.term - b.term);
}

/** Titles capitalise every word; acronyms and names such as ImageNet keep their capitals. */
const small = (word: string): string =>
  /\p{Lu}/u.test(word.slice(1)) && /\p{Ll}|^.{1,6}$/u.test(word) ? word : word.toLowerCase();
