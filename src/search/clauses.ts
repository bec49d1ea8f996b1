/** Phrases, and words of one field: which papers hold them. */
import { rootOf } from '../text/stem.ts';
import { stopWords } from '../text/words.ts';
import { authorFits } from './author-names.ts';
import { valuesMeant } from './filter-values.ts';
import type { Clause } from './fields.ts';
import type { HeldForm, RankedIndex } from './index/ranked-index.ts';
import type { Posting } from './index/postings.ts';
import { words } from './searched-words.ts';
import type { PaperText, Texts } from './texts.ts';
import { unspaced } from './unspaced.ts';

/** Papers whose texts are looked into for a phrase; of more, Pagefind's index is asked. */
const lookedInto = 40;
/** Texts looked into at a time. */
const atOnce = 32;

/** Asks Pagefind for a phrase: the names of the texts that hold it; undefined if it is out of reach. */
export type AskPhrase = (phrase: string) => Promise<readonly string[] | undefined>;

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
  readonly #askPhrase: AskPhrase;

  constructor(index: RankedIndex, texts: Texts, askPhrase: AskPhrase) {
    this.#index = index;
    this.#texts = texts;
    this.#askPhrase = askPhrase;
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
    return (await this.#asked(clause.text, papers)) ?? this.#looked(papers, holdsLine(line));
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

  /** What Pagefind's index says of a phrase that many papers may hold. */
  async #asked(
    phrase: string,
    among: ReadonlySet<number>,
  ): Promise<ReadonlySet<number> | undefined> {
    if (among.size <= lookedInto || unspaced.test(phrase)) return undefined;
    const names = await this.#askPhrase(phrase);
    if (names === undefined) return undefined;
    const held = new Set(names);
    const papers = await Promise.all(
      [...among].map(async (paper) => (held.has(await this.#index.textName(paper)) ? [paper] : [])),
    );
    return new Set(papers.flat());
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
          if (holds(await this.#texts.of(paper))) found.add(paper);
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
