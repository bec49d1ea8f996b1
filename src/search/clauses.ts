/** Phrases, and words of one field: which papers hold them. */
import { rootOf } from '../text/stem.ts';
import { stopWords } from '../text/words.ts';
import { authorFits } from './author-names.ts';
import { valuesMeant } from './filter-values.ts';
import type { Clause } from './fields.ts';
import type { HeldForm, RankedIndex } from './index/ranked-index.ts';
import type { PhrasePart } from './index/plan.ts';
import type { Posting } from './index/postings.ts';
import { words } from './searched-words.ts';
import type { PaperText, Texts } from './texts.ts';
import { unspaced } from './unspaced.ts';

/** Papers whose texts are looked into for a phrase; of more, Pagefind's index is asked. */
const lookedInto = 40;
/** Papers of a part of Pagefind's index whose texts are, all the same: asked for a word, a part costs some 25 KB. */
const lookedIntoOfPart = 20;
/** Texts looked into at a time. */
const atOnce = 32;

/**
 * Asks Pagefind for a word or a phrase in quotes: its names of the papers that hold it, of these parts and perhaps of
 * others; undefined if it is out of reach.
 */
export type AskPagefind = (
  term: string,
  parts: readonly PhrasePart[],
) => Promise<readonly string[] | undefined>;

/** The words of a text by their stems, as one line: forms of a word are alike in a phrase. */
const stemLine = (text: string): string =>
  ` ${words(text)
    .flatMap(({ whole, parts }) => {
      if (unspaced.test(whole)) return [...whole];
      return parts.length > 0 ? parts : [whole];
    })
    .map(rootOf)
    .join(' ')} `;

const inField = ({ field }: Clause, posting: Posting): boolean =>
  field === 'title' ? posting.title : field === 'author' ? posting.author : true;

export class Clauses {
  readonly #index: RankedIndex;
  readonly #texts: Texts;
  readonly #askPagefind: AskPagefind;

  constructor(index: RankedIndex, texts: Texts, askPagefind: AskPagefind) {
    this.#index = index;
    this.#texts = texts;
    this.#askPagefind = askPagefind;
  }

  /** The papers that hold a clause: a phrase, words of a field, or a value of a facet. */
  async holding(clause: Clause): Promise<ReadonlySet<number>> {
    const { field } = clause;
    if (field !== undefined && field !== 'title' && field !== 'author') {
      const column = await this.#index.column(field);
      const values = valuesMeant(field, clause.text, [...column.keys()]);
      return new Set(values.flatMap((value) => column.get(value) ?? []));
    }
    const papers = await this.#holdingWords(clause);
    if (clause.field === 'author') {
      return this.#looked(papers, ({ meta }) =>
        (meta['authors'] ?? '').split(', ').some((name) => authorFits(clause.text, name)),
      );
    }
    if (!clause.phrase) return papers;
    const line = stemLine(clause.text);
    if (clause.field === 'title')
      return this.#looked(papers, ({ meta }) => stemLine(meta['title'] ?? '').includes(line));
    return this.#holdingPhrase(clause.text, papers);
  }

  /** Papers that hold a phrase, of those that hold its words. */
  async #holdingPhrase(phrase: string, papers: ReadonlySet<number>): Promise<ReadonlySet<number>> {
    const holds = holdsLine(stemLine(phrase));
    if (papers.size <= lookedInto || unspaced.test(phrase)) return this.#looked(papers, holds);
    const byPart = Map.groupBy(papers, (paper) => this.#partOf(paper));
    const [asked, looked]: [Set<number>, Set<number>] = [new Set(), new Set()];
    for (const some of byPart.values()) {
      const into = some.length > lookedIntoOfPart ? asked : looked;
      for (const paper of some) into.add(paper);
    }
    const [found, others] = await Promise.all([
      this.#asked(phrase, asked),
      this.#looked(looked, holds),
    ]);
    return others.union(found ?? (await this.#looked(asked, holds)));
  }

  #partOf(paper: number): PhrasePart | undefined {
    return this.#index.phraseParts.findLast(({ first }) => first <= paper);
  }

  #partsOf(papers: Iterable<number>): Set<PhrasePart> {
    return new Set(Array.from(papers).flatMap((paper) => this.#partOf(paper) ?? []));
  }

  /** Papers that hold every word of a clause in its field: small words count only where there are no others. */
  async #holdingWords(clause: Clause): Promise<ReadonlySet<number>> {
    const all = words(clause.text).flatMap(({ whole, parts }) =>
      parts.length > 0 && (clause.phrase || unspaced.test(whole)) ? parts : [whole],
    );
    const telling = all.filter(
      (word) => !stopWords.has(word) && (clause.field !== 'author' || word.length > 1),
    );
    let papers: ReadonlySet<number> | undefined;
    for (const word of telling.length > 0 ? telling : all) {
      const forms = await this.#index.forms(word);
      const found = papersOf(clause, word, forms);
      papers = papers === undefined ? found : papers.intersection(found);
    }
    return papers ?? new Set();
  }

  /** What Pagefind's index says of a phrase that many papers may hold; undefined if it is not to be believed. */
  async #asked(
    phrase: string,
    among: ReadonlySet<number>,
  ): Promise<ReadonlySet<number> | undefined> {
    if (among.size === 0) return among;
    const parts = this.#partsOf(among);
    const named = await this.#named(`"${phrase}"`, parts);
    if (named === undefined) return undefined;
    const found = new Set(named.flat());
    if (!(await this.#believed(phrase, parts, found))) return undefined;
    const shared = new Set(named.flatMap((papers) => (papers.length > 1 ? papers : [])));
    const other = shared.difference(await this.#looked(shared, holdsLine(stemLine(phrase))));
    return found.intersection(among).difference(other);
  }

  /** The papers that Pagefind names, those of one name together; undefined if it is out of reach. */
  async #named(
    term: string,
    parts: ReadonlySet<PhrasePart>,
  ): Promise<readonly (readonly number[])[] | undefined> {
    const names = await this.#askPagefind(term, [...parts]);
    return names && this.#index.papersNamed(new Set(names), parts);
  }

  /**
   * What Pagefind cannot load, it takes for something that holds nothing: of a part without the phrase nothing is
   * believed if it does not know each word there.
   */
  async #believed(
    phrase: string,
    parts: ReadonlySet<PhrasePart>,
    found: ReadonlySet<number>,
  ): Promise<boolean> {
    const silent = parts.difference(this.#partsOf(found));
    if (silent.size === 0) return true;
    const words = await Promise.all(phrase.split(/\s+/).map((word) => this.#named(word, silent)));
    return words.every((named) => named && silent.isSubsetOf(this.#partsOf(named.flat())));
  }

  async #looked(
    papers: ReadonlySet<number>,
    holds: (text: PaperText) => boolean,
  ): Promise<ReadonlySet<number>> {
    const found = new Set<number>();
    const all = [...papers];
    for (let at = 0; at < all.length; at += atOnce) {
      await Promise.all(
        all.slice(at, at + atOnce).map(async (paper) => {
          if (holds(await this.#texts(paper))) found.add(paper);
        }),
      );
    }
    return found;
  }
}

/** A name is not known by its stem: `young` is no form of `younger` there. */
function papersOf(clause: Clause, word: string, forms: readonly HeldForm[]): Set<number> {
  const meant = clause.field === 'author' ? forms.filter((form) => form.word === word) : forms;
  const found = new Set<number>();
  for (const { postings } of meant) {
    for (const posting of postings) if (inField(clause, posting)) found.add(posting.paper);
  }
  return found;
}

const holdsLine =
  (line: string) =>
  ({ content, meta }: PaperText): boolean =>
    stemLine(content.replaceAll('\u200b', '')).includes(line) ||
    [meta['also'], meta['note']].some(
      (text) => text !== undefined && stemLine(text).includes(line),
    );
