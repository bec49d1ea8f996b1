/** Names for groups of papers: the words that set them apart from all others. */
import {
  readCorpus,
  type Corpus,
  type SimilarityDocument,
  findTerms,
  type Terms,
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

export interface Namer {
  /**
   * What a group's papers speak of and others do not, best first.
   *
   * @param group places of papers
   * @param most terms wanted
   * @returns as a reader writes them, in small letters but for acronyms; no word twice
   */
  terms(group: readonly number[], most: number): readonly string[];
}

interface Found {
  readonly term: number;
  readonly score: number;
}

/** Reads all papers once. Linear in the length of the texts that are read. */
export function makeNamer(documents: readonly SimilarityDocument[]): Namer {
  const short = documents.length > abstractsUpTo;
  const corpus = readCorpus(short ? documents.map((paper) => ({ ...paper, text: '' })) : documents);
  const terms = findTerms(corpus);
  return {
    terms(group, most) {
      const best = rank(corpus, terms, group).slice(0, candidates);
      const written = writtenForms(corpus, terms, new Set(best.map(({ term }) => term)), {
        papers: group,
        capitalised: 1,
      });
      const used = new Set<number>();
      const names: string[] = [];
      for (const { term } of best) {
        const words = terms.wordsOf(term);
        const name = written.get(term)?.replaceAll(/[^ -]+/g, small);
        if (names.length === most || name === undefined || words.some((word) => used.has(word)))
          continue;
        for (const word of words) used.add(word);
        names.push(name);
      }
      return names;
    },
  };
}

/** Terms of a group by how much they say: share inside × log of how much larger it is than outside. */
function rank(corpus: Corpus, terms: Terms, group: readonly number[]): Found[] {
  const counts = new Map<number, number>();
  for (const paper of group) {
    const seen = new Set<number>();
    const see = (term: number): void => {
      if (!seen.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
      seen.add(term);
    };
    corpus.walk(paper, {
      word: see,
      phrase: (first, second) => {
        const term = terms.phrase(first, second);
        if (term !== -1) see(term);
      },
    });
  }
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
