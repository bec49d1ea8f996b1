/** Answers searches. Knows the index and the vocabulary, and no page; `browser/` shows what it finds. */
import type { SearchState } from './address.ts';
import {
  SearchError,
  type Answer,
  type Connection,
  type Hit,
  type Pasted,
  type Synonym,
} from './answer.ts';
import { nothing } from './answer.ts';
import {
  findRelated,
  findsLittle,
  holdHalf,
  mayBeOther,
  reasonsOf,
  relatedWords,
  withoutSlips,
  type Related,
} from './associations/related.ts';
import { Clauses } from './clauses.ts';
import { asTyped, correctedText } from './correct.ts';
import { bagOfText, holds } from './coverage.ts';
import { toHit, type StemWeights } from './excerpt.ts';
import { facets, type Facet, type Filters } from './facets.ts';
import {
  effectiveFilters,
  hintsIn,
  resolveFilters,
  type Hint,
  type ValuesOf,
} from './filter-values.ts';
import { asksForNothing, asWords, parseQuery, type Clause, type Query } from './grammar.ts';
import { mention } from './index/postings.ts';
import type { RankedIndex } from './index/ranked-index.ts';
import { closenessOf, exactness, wantedOf } from './rank.ts';
import { mayBePasted } from './paste/suspect.ts';
import type { PastedQuery } from './paste/pasted.ts';
import { scorePapers, type HeldOption, type HeldTerm, type Scores } from './score.ts';
import { words } from './searched-words.ts';
import {
  chosenPapers,
  countValues,
  findPapers,
  pageSize,
  type Columns,
  type Counts,
  type Found,
} from './selection.ts';
import { continued, mostTerms, plainTerm, resolve, type Term } from './terms.ts';
import { Texts, type PaperText } from './texts.ts';
import { unspaced } from './unspaced.ts';
import { rootOf } from '../text/stem.ts';

export { pageSize } from './selection.ts';

/** The first results, which are put in order by their titles: a page, and what may move up to it. */
const lookedInto = 16;

/** So few papers hold every word that the last one may not be finished. */
const few = 3;

/** Queries whose scores are kept: filters and orders are chosen after one another. */
const keptQueries = 8;

interface Opened {
  readonly connection: Connection;
  readonly index: RankedIndex;
  readonly texts: Texts;
  readonly clauses: Clauses;
}

/** A query, understood and scored. */
interface Read {
  readonly query: Query;
  readonly terms: readonly Term[];
  readonly scores: Scores;
  readonly found: Found;
  /** Papers that were named outright, in order: the first of those found. */
  readonly named: readonly number[];
  /** Where the query's own words find little. */
  readonly related?: Related;
  /** Phrases and fields found nothing, and were taken for words. */
  readonly loosened: boolean;
}

export class SearchEngine {
  readonly #connect: () => Promise<Connection>;
  #opened: Promise<Opened> | undefined;
  readonly #read = new Map<string, Promise<Read>>();

  /** @param connect opens the index; called again after a failure */
  constructor(connect: () => Promise<Connection>) {
    this.#connect = connect;
  }

  /** Opens the index ahead of the first query. */
  async prepare(): Promise<void> {
    await this.#open();
  }

  /** Forgets the connection: the next search opens the index afresh. */
  reset(): void {
    this.#opened = undefined;
    this.#read.clear();
  }

  /**
   * Searches.
   *
   * @param signal gives the search up between its steps: what it asks is no longer wanted
   * @returns results by relevance, papers asked for by title first; or by date, which is also the order where
   *   there are filters alone
   * @throws {SearchError} if the index is not there or cannot be loaded; the signal's reason if it was given up
   */
  async search(state: SearchState, signal?: AbortSignal): Promise<Answer> {
    try {
      return await this.#answer(state, signal);
    } catch (cause) {
      signal?.throwIfAborted();
      this.reset();
      // Its parts are named by what they hold: one that is gone belonged to an index that was replaced since.
      if (cause instanceof SearchError && cause.failure === 'replaced') {
        return this.#answer(state, signal);
      }
      throw cause instanceof SearchError ? cause : new SearchError('unreachable', { cause });
    }
  }

  #open(): Promise<Opened> {
    this.#opened ??= this.#connect().then((connection) => {
      const { index } = connection;
      const texts = new Texts(index, connection.text);
      return { connection, index, texts, clauses: new Clauses(index, texts, connection.phrase) };
    });
    return this.#opened;
  }

  async #answer(state: SearchState, signal: AbortSignal | undefined): Promise<Answer> {
    const opened = await this.#open();
    signal?.throwIfAborted();
    if (state.verbatim || !mayBePasted(state.query)) {
      return this.#answerTo(state, undefined, opened, signal);
    }
    const { readPasted } = await import('./paste/pasted.ts');
    const pasted = await readPasted(state.query, opened.connection);
    signal?.throwIfAborted();
    if (pasted === undefined) return this.#answerTo(state, undefined, opened, signal);
    // The words of a key or an address are never slips.
    const verbatim = pasted.found.length > 0 && pasted.found.every(({ kind }) => kind === 'id');
    const asked = { ...state, query: pasted.query, verbatim };
    return this.#answerTo(asked, pasted, opened, signal);
  }

  /** @param pasted what the query was when it was pasted; the papers that it names stand first */
  async #answerTo(
    state: SearchState,
    pasted: PastedQuery | undefined,
    opened: Opened,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const typed = parseQuery(state.query);
    // No query is for everything, but one of punctuation alone is for nothing.
    if (state.query !== '' && asksForNothing(typed)) return nothing;
    const [understood, { columns, filters, without }] = await Promise.all([
      this.#understood(state, typed, pasted === undefined, opened),
      this.#narrowed(state, typed, opened),
    ]);
    signal?.throwIfAborted();
    const read = pasted === undefined ? understood : withNamed(understood, pasted);
    const through = (papers: readonly number[], except?: Facet): readonly number[] => {
      const chosen = chosenPapers(filters, columns, except);
      return papers.filter((paper) => chosen?.has(paper) !== false && !without.has(paper));
    };
    const whole = through(read.found.whole);
    const partial = through(read.found.partial);
    signal?.throwIfAborted();
    const related = through(read.related?.papers ?? []);
    const ordered = await this.#ordered({ whole, partial, related }, state, read, opened);
    const named = pasted && (await this.#pasted(pasted, ordered, opened));
    const first = ordered[0] === undefined ? undefined : await opened.texts.of(ordered[0]);
    const correction = correctedText(state.query, read.terms, first);
    const loosened = read.loosened
      ? 'phrase'
      : whole.length === 0 && ordered.length > 0
        ? 'words'
        : undefined;
    return {
      total: ordered.length,
      filters,
      ...(whole.length < ordered.length && { whole: whole.length }),
      ...(loosened && { loosened }),
      ...(correction !== undefined && { correction }),
      ...(named !== undefined && named.length > 0 && { pasted: named }),
      synonyms: await this.#synonyms(read, ordered, opened),
      words: markedWords(read),
      counts: async (wanted) => {
        const counts: Partial<Record<Facet, Counts>> = {};
        for (const facet of wanted) {
          const { whole: all, partial: most } = read.found;
          const papers = [...all, ...most, ...(read.related?.papers ?? [])];
          counts[facet] = countValues(through(papers, facet), await opened.index.column(facet));
        }
        return counts;
      },
      hits: (count) => this.#hits(ordered.slice(0, count), state.query, read, opened),
    };
  }

  /** Looks the query up and scores all papers by it; remembered, for filters and orders do not change it. */
  #understood(state: SearchState, typed: Query, isTyped: boolean, opened: Opened): Promise<Read> {
    const key = JSON.stringify([state.query, state.verbatim, isTyped]);
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const read = this.#reading(state, typed, isTyped, opened);
    this.#read.set(key, read);
    read.catch(() => this.#read.delete(key));
    const oldest = this.#read.keys().next();
    if (this.#read.size > keptQueries && oldest.done !== true) this.#read.delete(oldest.value);
    return read;
  }

  async #reading(
    { query: asked, verbatim }: SearchState,
    typed: Query,
    isTyped: boolean,
    opened: Opened,
  ): Promise<Read> {
    const withRelated = (own: Read): Promise<Read> | Read =>
      isTyped && !verbatim ? this.#withRelated(asked, own, opened) : own;
    const { vocabulary } = opened.connection;
    const read = async (query: Query, terms: readonly Term[]): Promise<Read> => {
      const scores = await this.#scores(query, terms, opened);
      const allowed = await this.#allowed(query, opened);
      return {
        query,
        terms,
        scores,
        found: findPapers(scores, allowed),
        named: [],
        loosened: false,
      };
    };
    // Loaded while the words are looked up, not after: over a slow line, each step is a wait.
    columnsOf(opened.index, hintFacets).catch(() => undefined);
    const terms = telling(await resolve(typed.words, vocabulary, verbatim), typed);
    const first = await read(typed, terms);
    const { whole, partial } = first.found;
    if (typed.clauses.length > 0 && whole.length + partial.length === 0) {
      const other = await withRelated(first);
      if (other.related && other.related.papers.length > 0) return other;
      const bare = asWords(typed);
      const loose = await read(bare, telling(await resolve(bare.words, vocabulary, true), bare));
      return withRelated({ ...loose, loosened: true });
    }
    if (verbatim || whole.length >= few) return withRelated(first);
    const open = await continued(terms, vocabulary);
    if (open === terms) return withRelated(first);
    const second = await read(typed, open);
    return withRelated(second.found.whole.length > whole.length ? second : first);
  }

  /**
   * Adds the papers that hold words which go with the query's, where these find little. Whether they can be loaded or not,
   * there is an answer.
   */
  async #withRelated(typed: string, read: Read, opened: Opened): Promise<Read> {
    const { index } = opened;
    const { associated } = opened.connection;
    if (!associated || !findsLittle(typed, read.scores, read.found)) return read;
    try {
      const names = namesOf(read.terms, typed);
      const known = read.terms.map((term, at) =>
        term.unfinished || !mayBeOther(names[at] ?? '') ? undefined : term.typed,
      );
      const words = await relatedWords(known, read.scores.weights, associated);
      if (words.length === 0) return read;
      const meant = withoutSlips(read.terms, words);
      const scores = await this.#scores(read.query, meant, opened);
      const allowed = await this.#allowed(read.query, opened);
      const found = findPapers(scores, allowed);
      const held = await Promise.all(
        words.map(async (word) => ({ ...word, forms: await index.formsOfStem(word.stem) })),
      );
      const related = findRelated(scores, held, found, (paper) => allowed?.has(paper) !== false);
      const partial = holdHalf(scores, found.partial);
      return { ...read, terms: meant, scores, found: { ...found, partial }, related };
    } catch (cause) {
      if (cause instanceof SearchError && cause.failure !== 'replaced') return read;
      throw cause;
    }
  }

  /** Scores all papers by the words of a query, those of its phrases and fields among them. */
  async #scores(query: Query, terms: readonly Term[], { index }: Opened): Promise<Scores> {
    const held = async ({ options }: Term, required: boolean): Promise<HeldTerm> => ({
      required,
      options: await Promise.all(
        options.map(async ({ word, weight }) => ({
          weight,
          words: await Promise.all(
            word.split(' ').map(async (part) => ({ word: part, forms: await index.forms(part) })),
          ),
        })),
      ),
    });
    const hinting = columnsOf(index, hintFacets).then((columns) => ({
      columns,
      hints: hintsIn(query.words, valuesIn(columns)),
    }));
    const inClauses = clauseWords(query).slice(0, Math.max(0, mostTerms - terms.length));
    const all = await Promise.all([
      ...terms.map(async (term) => {
        const [own, { columns, hints }] = await Promise.all([held(term, true), hinting]);
        return { ...own, options: [...own.options, ...hinted(term, query, hints, columns)] };
      }),
      ...inClauses.map((word) => held(plainTerm(word), false)),
    ]);
    return scorePapers(all, index.papers);
  }

  /** The papers that phrases and fields let through. */
  async #allowed(
    { clauses, without }: Query,
    opened: Opened,
  ): Promise<ReadonlySet<number> | undefined> {
    let papers: ReadonlySet<number> | undefined;
    for (const group of clauses) {
      const sets = await Promise.all(group.map((clause) => opened.clauses.holding(clause)));
      const found = new Set(sets.flatMap((set) => [...set]));
      papers = papers === undefined ? found : papers.intersection(found);
    }
    for (const clause of without) {
      papers ??= new Set(Array(opened.index.papers).keys());
      papers = papers.difference(await opened.clauses.holding(clause));
    }
    return papers;
  }

  /** What is chosen beside the query, and by operators in it: the archive's values for what was typed. */
  async #narrowed(
    state: SearchState,
    query: Query,
    { index }: Opened,
  ): Promise<{
    readonly filters: Filters;
    readonly columns: Columns;
    readonly without: ReadonlySet<number>;
  }> {
    const needed = facets.filter((facet) =>
      [state.filters, query.filters, query.withoutFilters].some((some) => some[facet].length > 0),
    );
    // `venue:"ICLR 2018"` may ask for a year.
    if (needed.includes('venue') && !needed.includes('year')) needed.push('year');
    const columns = await columnsOf(index, needed);
    const valuesOf = valuesIn(columns);
    const excluded = resolveFilters(query.withoutFilters, valuesOf);
    const without = facets.flatMap((facet) =>
      excluded[facet].flatMap((value) => columns[facet]?.get(value) ?? []),
    );
    return {
      filters: effectiveFilters(state, query, valuesOf),
      columns,
      without: new Set(without),
    };
  }

  /** By date, or by relevance: then of the first, those whose titles answer best stand before the others. */
  async #ordered(
    { whole, partial, related }: Found & { readonly related: readonly number[] },
    { query, sort }: SearchState,
    { query: parsed, terms, named }: Read,
    { texts }: Opened,
  ): Promise<readonly number[]> {
    const wanted = sort === 'relevance' && query === '' && named.length === 0 ? 'date' : sort;
    if (wanted !== 'relevance') {
      const by = (a: number, b: number): number => (wanted === 'date' ? b - a : a - b);
      return [whole, partial, related].flatMap((papers) => papers.toSorted(by));
    }
    const first = whole.filter((paper) => named.includes(paper));
    const all = [...whole.slice(first.length), ...partial];
    const fields = parsed.clauses.flat().filter(({ field }) => isOfText(field));
    const termsOf = (clauses: readonly Clause[]): Term[] =>
      clauses.flatMap(({ text }) => words(text).map(({ whole: word }) => plainTerm(word)));
    const inTitles = termsOf(fields.filter(({ field }) => field === 'title'));
    const meant = [...terms, ...termsOf(fields)];
    const mended = terms.map(({ options, typed }) => options[0]?.word ?? typed).join(' ');
    const asked = wantedOf([query, mended], inTitles.length > 0 ? inTitles : meant, meant);
    const ranked = await Promise.all(
      all.slice(0, lookedInto).map(async (paper, at) => {
        const text = await texts.of(paper);
        const close = closenessOf(asked, text.meta['title'] ?? '');
        // Of papers that lack words, those that hold more of them exactly are no better.
        const exact = at < whole.length || close > 0 ? exactness(asked, bagOfText(text)) : 0;
        return { paper, close: close + exact };
      }),
    );
    return [
      ...first,
      ...ranked.toSorted((a, b) => b.close - a.close).map(({ paper }) => paper),
      ...all.slice(lookedInto),
      ...related,
    ];
  }

  /** What was pasted, and whether it is here: in the table, or as the first result, whose title may differ a little. */
  async #pasted(
    { query, found, unsure }: PastedQuery,
    ordered: readonly number[],
    { texts }: Opened,
  ): Promise<readonly Pasted[]> {
    const { isTitle } = await import('./paste/pasted.ts');
    const [first] = ordered;
    const title = first === undefined ? '' : ((await texts.of(first)).meta['title'] ?? '');
    const here = found.length === 1 && query !== '' && isTitle(title, query);
    return found.map(({ text, kind, places }) => {
      const isHere = here || places.length > 0;
      return { text, kind, here: isHere, ...(unsure && !isHere && kind === 'id' && { unsure }) };
    });
  }

  /** Other names for which the first results were found. */
  async #synonyms(
    { terms }: Read,
    ordered: readonly number[],
    { texts }: Opened,
  ): Promise<readonly Synonym[]> {
    const named = terms.flatMap((term) =>
      term.options.flatMap((option) =>
        option.named ? [{ term, option, named: option.named }] : [],
      ),
    );
    if (named.length === 0) return [];
    const bags = await Promise.all(
      ordered.slice(0, pageSize).map(async (paper) => bagOfText(await texts.of(paper))),
    );
    const found = named.filter(({ term, option }) =>
      bags.some((bag) => holds(bag, { ...term, options: [option] })),
    );
    return [...new Map(found.map(({ named: synonym }) => [synonym.also, synonym])).values()];
  }

  async #hits(
    papers: readonly number[],
    query: string,
    { terms, scores, query: parsed, named, related }: Read,
    { texts }: Opened,
  ): Promise<readonly Hit[]> {
    const weights = stemWeights(terms, scores, parsed);
    const withRelated = new Map(weights);
    for (const { stem, term, strength } of related?.words ?? []) {
      const weight = strength * (scores.weights[term] ?? 0);
      withRelated.set(stem, Math.max(weight, withRelated.get(stem) ?? 0));
    }
    const isRelated = new Set(related?.papers);
    const names = namesOf(terms, query);
    try {
      return await Promise.all(
        papers.map(async (paper) => {
          const text: PaperText = await texts.of(paper);
          const bits = scores.held[paper] ?? 0;
          const lacks = names.filter((_, at) => (bits & (1 << at)) === 0);
          const stands =
            related && isRelated.has(paper)
              ? reasonsOf(related, names, bits, paper, scores.weights)
              : [];
          return {
            ...toHit(text, isRelated.has(paper) ? withRelated : weights),
            ...(lacks.length > 0 && !named.includes(paper) && { lacks }),
            ...(stands.length > 0 && { related: stands }),
          };
        }),
      );
    } catch (cause) {
      this.reset();
      throw cause instanceof SearchError ? cause : new SearchError('unreachable', { cause });
    }
  }
}

/** Papers that were pasted stand first; where nothing else was pasted, they are all. */
function withNamed(read: Read, { query, papers }: PastedQuery): Read {
  const others = (found: readonly number[]): readonly number[] =>
    query === '' ? [] : found.filter((paper) => !papers.includes(paper));
  const { whole, partial } = read.found;
  return {
    ...read,
    named: papers,
    found: { whole: [...papers, ...others(whole)], partial: others(partial) },
  };
}

const namesOf = (terms: readonly Term[], query: string): string[] =>
  asTyped(
    query,
    terms.map(({ typed }) => typed),
  );

/** What may be named in words, without an operator. */
const hintFacets: readonly Facet[] = ['venue', 'year'];

/** The terms that papers are scored by: asides only where there is nothing else. */
function telling(terms: readonly Term[], { clauses }: Query): readonly Term[] {
  const said = terms.filter(({ aside }) => !aside);
  return said.length > 0 || clauses.length > 0 ? said : terms;
}

const isOfText = (field: Clause['field']): boolean =>
  field === undefined || field === 'title' || field === 'author';

/** The words of phrases and fields, by which papers are ordered as well. */
const clauseWords = ({ clauses }: Query): string[] =>
  clauses
    .flat()
    .flatMap(({ field, text }) => (isOfText(field) ? words(text).map(({ whole }) => whole) : []));

/** A venue or year that is named in words stands in no text: the papers that have it hold its words. */
function hinted(
  { typed }: Term,
  query: Query,
  hints: readonly Hint[],
  columns: Columns,
): HeldOption[] {
  const place = query.words.findIndex(({ whole }) => whole === typed);
  return hints
    .filter(({ at, count }) => place >= at && place < at + count)
    .map(({ facet, values }) => {
      const papers = values.flatMap((value) => columns[facet]?.get(value) ?? []);
      const postings = papers.map((paper) => ({ ...mention, paper }));
      return { weight: 1, words: [{ word: typed, forms: [{ word: typed, postings }] }] };
    });
}

const columnsOf = async (index: RankedIndex, wanted: readonly Facet[]): Promise<Columns> =>
  Object.fromEntries(
    await Promise.all(wanted.map(async (facet) => [facet, await index.column(facet)] as const)),
  );

const valuesIn =
  (columns: Columns): ValuesOf =>
  (facet) => [...(columns[facet]?.keys() ?? [])];

/** What each word is worth in a passage. */
function stemWeights(terms: readonly Term[], { weights }: Scores, query: Query): StemWeights {
  const found = new Map<string, number>();
  const add = (word: string, weight: number): void => {
    for (const part of word.split(' ')) {
      const stem = rootOf(part);
      found.set(stem, Math.max(found.get(stem) ?? 0, weight));
    }
  };
  for (const [at, { options }] of terms.entries()) {
    for (const { word, weight } of options) add(word, weight * (weights[at] ?? 1));
  }
  for (const word of clauseWords(query)) if (!plainTerm(word).aside) add(word, 5);
  return found;
}

/** What to mark on a paper's page. */
function markedWords({ query, terms }: Read): string[] {
  // Pairs of letters stand for the word that they make.
  const inWords = terms
    .flatMap(({ options }) =>
      options.flatMap(({ word }) => (unspaced.test(word) ? word : word.split(' '))),
    )
    .filter((word) => !word.includes(' '));
  return [...new Set([...query.clauses.flat().map(({ text }) => text), ...inWords])];
}
