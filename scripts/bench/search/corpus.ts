/** The papers that are searched, with what the query sets need to know of their words. */
import type { BenchPaper } from './archived.ts';
import { tokens } from './words.ts';

/** A paper and its folded words. */
export interface Indexed extends BenchPaper {
  readonly titleWords: readonly string[];
  readonly titleSet: ReadonlySet<string>;
  /** Title and abstract, words parted by one space, a line break between the two and a space at the ends. */
  readonly line: string;
}

export class Corpus {
  readonly papers: readonly Indexed[];
  readonly #postings = new Map<string, Indexed[]>();
  readonly #byTitle = new Map<string, string[]>();

  constructor(papers: readonly BenchPaper[]) {
    this.papers = papers.map((paper) => this.#index(paper));
  }

  #index(paper: BenchPaper): Indexed {
    const titleWords = tokens(paper.title);
    const abstractWords = tokens(paper.abstract);
    const key = titleWords.join(' ');
    const indexed: Indexed = {
      ...paper,
      titleWords,
      titleSet: new Set(titleWords),
      line: ` ${key} \n ${abstractWords.join(' ')} `,
    };
    for (const word of new Set([...titleWords, ...abstractWords])) {
      const list = this.#postings.get(word);
      if (list === undefined) this.#postings.set(word, [indexed]);
      else list.push(indexed);
    }
    this.#byTitle.set(key, [...(this.#byTitle.get(key) ?? []), paper.id]);
    return indexed;
  }

  /** Papers whose title or abstract has a folded word. */
  papersWith(word: string): readonly Indexed[] {
    return this.#postings.get(word) ?? [];
  }

  /** Number of papers whose title or abstract has a folded word. */
  frequency(word: string): number {
    return this.papersWith(word).length;
  }

  #rarest(words: readonly string[]): readonly Indexed[] {
    const [first, ...rest] = words.map((word) => this.papersWith(word));
    return rest.reduce((least, list) => (list.length < least.length ? list : least), first ?? []);
  }

  /** Papers with all of the folded words, each in title or abstract. */
  withAll(words: readonly string[]): Indexed[] {
    return this.#rarest(words).filter(({ line }) =>
      words.every((word) => line.includes(` ${word} `)),
    );
  }

  /** Papers with all of the folded words in the title. */
  titledWithAll(words: readonly string[]): Indexed[] {
    return this.#rarest(words).filter(({ titleSet }) => words.every((word) => titleSet.has(word)));
  }

  /** Papers that hold folded words one after the other, within the title or within the abstract. */
  withPhrase(words: readonly string[]): Indexed[] {
    const phrase = ` ${words.join(' ')} `;
    return this.#rarest(words).filter(({ line }) => line.includes(phrase));
  }

  /** Ids of the papers of the same title, case, accents and punctuation aside. */
  sameTitle(paper: Indexed): readonly string[] {
    return this.#byTitle.get(paper.titleWords.join(' ')) ?? [paper.id];
  }

  /** Every folded word of the titles and abstracts. */
  words(): Iterable<string> {
    return this.#postings.keys();
  }

  /** Whether a word sets papers apart: in some at least, but at most in one of fifty (of a small archive, in five). */
  isTelling(word: string): boolean {
    const papers = this.frequency(word);
    return papers >= 1 && papers <= Math.max(5, this.papers.length / 50);
  }
}

/** Ids of papers. */
export const idsOf = (papers: readonly BenchPaper[]): string[] => papers.map(({ id }) => id);

/** Papers a query may fit at most: of more, none is the one that was meant. */
export const mostRight = 3;
