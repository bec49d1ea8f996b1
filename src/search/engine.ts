/** Answers searches. Knows the index and the vocabulary, and no page; `browser/` shows what it finds. */
import type { SearchState, Sort } from './address.ts';
import { countFilters, facets, noFilters, type Facet, type Filters } from './facets.ts';
import { effectiveFilters, resolveFilters } from './filter-values.ts';
import { nothing, SearchError, type Answer, type Connection, type Synonym } from './answer.ts';
import { asksForNothing, parseQuery, type Query } from './grammar.ts';
import { toHit } from './excerpt.ts';
import { attemptsFor, companions, correctedText, type Attempt } from './mend.ts';
import type { PagefindResult } from './pagefind.ts';
import { askedFor, inTitle } from './rank.ts';
import { distinct, inOrder, markedWords, Reader, type Reading } from './reader.ts';
import { lookedInto, matchedIn, Retriever } from './retrieve.ts';
import { Searches } from './searches.ts';
import { resolve, type Term } from './terms.ts';

/** How many results are shown first, and put in order by their titles. */
export const pageSize = lookedInto;

/** So few results that other readings of the query are looked at. */
const few = 3;

/** A query of more words says enough as it is. */
const mostWordsWithCompanions = 5;

interface Opened {
  readonly connection: Connection;
  readonly searches: Searches;
  readonly retriever: Retriever;
  readonly reader: Reader;
}

/** A query with all that it takes to answer it. */
interface Asked extends Opened {
  readonly state: SearchState;
  readonly typed: Query;
  readonly terms: readonly Term[];
}

/** The ways in which a query was read. */
interface Readings {
  main: Reading;
  readonly others: Reading[];
  readonly synonyms: Synonym[];
  readonly loosened?: Answer['loosened'];
}

function add({ others, synonyms }: Readings, { note }: Attempt, reading: Reading): void {
  if (reading.retrieval.results.length === 0) return;
  others.push(reading);
  if (note) synonyms.push(note);
}

/** The archive's values in place of what operators ask for; loads the facets of which they ask. */
async function resolved(
  state: SearchState,
  query: Query,
  searches: Searches,
): Promise<{ state: SearchState; typed: Query }> {
  const named = facets.filter(
    (facet) => query.filters[facet].length + query.withoutFilters[facet].length > 0,
  );
  const values = new Map<Facet, readonly string[]>();
  for (const facet of named) values.set(facet, await searches.values(facet));
  const valuesOf = (facet: Facet): readonly string[] => values.get(facet) ?? [];
  return {
    state: { ...state, filters: effectiveFilters(state, query, valuesOf) },
    typed: { ...query, withoutFilters: resolveFilters(query.withoutFilters, valuesOf) },
  };
}

export class SearchEngine {
  readonly #connect: () => Promise<Connection>;
  #opened: Promise<Opened> | undefined;

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
    const old = this.#opened;
    this.#opened = undefined;
    void old?.then(({ searches }) => searches.destroy()).catch(() => undefined);
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
      await this.#open();
      signal?.throwIfAborted();
      const answer = await this.#answer(state);
      if (answer.total > 0 || (await (await this.#open()).connection.current())) return answer;
      // The index was replaced by a newer one while the page was open.
      this.reset();
      return await this.#answer(state);
    } catch (cause) {
      signal?.throwIfAborted();
      this.reset();
      throw cause instanceof SearchError ? cause : new SearchError('unreachable', { cause });
    }
  }

  #open(): Promise<Opened> {
    this.#opened ??= this.#connect().then((connection) => {
      const searches = new Searches(connection.pagefind);
      const retriever = new Retriever(searches);
      return { connection, searches, retriever, reader: new Reader(retriever) };
    });
    return this.#opened;
  }

  async #answer(typedState: SearchState): Promise<Answer> {
    const opened = await this.#open();
    const asked = parseQuery(typedState.query);
    // No query is for everything, but one of punctuation alone is for nothing.
    if (typedState.query !== '' && asksForNothing(asked)) return nothing;
    const { state, typed } = await resolved(typedState, asked, opened.searches);
    const terms = await resolve(typed.words, opened.connection.vocabulary, state.verbatim);
    const found = await this.#readings({ ...opened, state, typed, terms });
    const { main, others, loosened } = found;
    const order = await this.#sorted(inOrder([main, ...others]), state, opened);
    const correction = correctedText(state.query, main.terms, await order[0]?.data());
    const words = [...new Set([main, ...others].flatMap(markedWords))];
    return {
      total: order.length,
      filters: state.filters,
      ...(loosened && { loosened }),
      ...(correction !== undefined && { correction }),
      synonyms: found.synonyms,
      words,
      counts: this.#counter(found, order, state.filters, opened),
      hits: this.#loader(order, words),
    };
  }

  /** Reads the query in as many ways as it takes to find something. */
  async #readings(asked: Asked): Promise<Readings> {
    const { reader, state, typed, terms } = asked;
    const read = (filters: Filters): Promise<Reading> =>
      reader.read(state.query, typed, terms, filters);
    const first = await read(state.filters);
    const found = first.retrieval.results.length > 0;
    // What only the filters take away is no reason to search for something else.
    const takenAway =
      !found &&
      countFilters(state.filters) > 0 &&
      (await read(noFilters)).retrieval.results.length > 0;
    const content = terms.filter(({ stop }) => !stop).length;
    const readings: Readings = { main: first, others: [], synonyms: [] };
    if (takenAway) return readings;
    if (!state.verbatim && content > 0 && first.close < askedFor) {
      await this.#addCompanions(readings, asked, content);
      await this.#addAttempts(readings, asked, content);
    }
    if (found || readings.main !== first || readings.others.length > 0) return readings;
    const { vocabulary } = asked.connection;
    const loose = await reader.loosened(state.query, typed, first, vocabulary, state.filters);
    if (loose === undefined) return readings;
    return { ...readings, main: loose, loosened: typed.clauses.length > 0 ? 'phrase' : 'words' };
  }

  /** What was typed, said otherwise. Each costs parts of the index: only where they may add what is missing. */
  async #addCompanions(readings: Readings, asked: Asked, content: number): Promise<void> {
    const { close, retrieval } = readings.main;
    const wanting = close < inTitle || retrieval.results.length <= pageSize;
    if (!wanting || content > mostWordsWithCompanions) return;
    for (const attempt of await companions(asked.terms, asked.connection.vocabulary)) {
      add(readings, attempt, await this.#attempt(asked, attempt));
    }
  }

  /** What may have been meant instead, where what was typed finds little. */
  async #addAttempts(readings: Readings, asked: Asked, content: number): Promise<void> {
    const { length } = readings.main.retrieval.results;
    if (length > (content > 2 ? 0 : few) || readings.others.length > 0) return;
    for await (const attempt of attemptsFor(asked.terms, asked.connection.vocabulary, length > 0)) {
      const next = await this.#attempt(asked, attempt);
      if (next.retrieval.results.length === 0) continue;
      if (length === 0) {
        readings.main = next;
        return;
      }
      add(readings, attempt, next);
      if (next.close >= inTitle || attempt.kind === 'also') return;
    }
  }

  #attempt({ reader, state, typed }: Asked, { terms }: Attempt): Promise<Reading> {
    return reader.read(state.query, typed, terms, state.filters);
  }

  #counter(
    { main, others, loosened }: Readings,
    order: readonly PagefindResult[],
    filters: Filters,
    { searches, retriever }: Opened,
  ): Answer['counts'] {
    const exact = others.length === 0 && !loosened ? main.retrieval.term : undefined;
    return async (facets) => {
      // Asked for once results are in sight, and only where filters are.
      const { countFacets } = await import('./counts.ts');
      return countFacets(searches, facets, filters, order, exact, async (except) => {
        const wider = await Promise.all(
          [main, ...others].map(({ query, terms }) =>
            retriever.retrieve({ ...query, terms, filters, except }),
          ),
        );
        const results = wider.flatMap(({ results: all, partial }) =>
          all.length > 0 ? all : partial,
        );
        return {
          results: distinct(results),
          term: exact === undefined ? undefined : wider[0]?.term,
        };
      });
    };
  }

  async #sorted(
    results: readonly PagefindResult[],
    { query, sort }: SearchState,
    { searches }: Opened,
  ): Promise<readonly PagefindResult[]> {
    const wanted: Sort = sort === 'relevance' && query === '' ? 'date' : sort;
    if (wanted === 'relevance') return results;
    const places = await searches.order();
    const place = ({ id }: PagefindResult): number => places.get(id) ?? places.size;
    const newest = results.toSorted((a, b) => place(a) - place(b));
    return wanted === 'date' ? newest : newest.toReversed();
  }

  #loader(results: readonly PagefindResult[], words: readonly string[]): Answer['hits'] {
    return async (count) => {
      try {
        return await Promise.all(
          results
            .slice(0, count)
            .map(async (result) => toHit(await result.data(), matchedIn(result, 'note'), words)),
        );
      } catch (cause) {
        this.reset();
        throw new SearchError('unreachable', { cause });
      }
    };
  }
}
