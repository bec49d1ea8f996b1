/** Answers searches. Knows the index and the vocabulary, and no page; `browser/` shows what it finds. */
import type { SearchState, Sort } from './address.ts';
import { nothing, SearchError, type Answer, type Connection, type Synonym } from './answer.ts';
import { countFacets } from './counts.ts';
import { countFilters, noFilters } from './facets.ts';
import { parseQuery } from './grammar.ts';
import { toHit } from './hit.ts';
import { attemptsFor, companions, correctedText, type Attempt } from './mend.ts';
import type { PagefindResult } from './pagefind.ts';
import { askedFor, inTitle } from './rank.ts';
import { distinct, inOrder, markedWords, Reader, type Reading } from './reader.ts';
import { lookedInto, Retriever } from './retrieve.ts';
import { Searches } from './searches.ts';
import { resolve } from './terms.ts';

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
   * @returns results by relevance, papers asked for by title first; or by date, which is also the order where
   *   there are filters alone
   * @throws {SearchError} if the index is not there or cannot be loaded
   */
  async search(state: SearchState): Promise<Answer> {
    try {
      const answer = await this.#answer(state);
      if (answer.total > 0 || (await (await this.#open()).connection.current())) return answer;
      // The index was replaced by a newer one while the page was open.
      this.reset();
      return await this.#answer(state);
    } catch (cause) {
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

  async #answer(state: SearchState): Promise<Answer> {
    const opened = await this.#open();
    const { reader, connection } = opened;
    const { vocabulary } = connection;
    const { filters, verbatim } = state;
    const typed = parseQuery(state.query);
    // No query is for everything, but one of punctuation alone is for nothing.
    if (state.query !== '' && typed.words.length + typed.clauses.length === 0) return nothing;
    const terms = await resolve(typed.words, vocabulary, verbatim);
    const first = await reader.read(state.query, typed, terms, filters);
    const found = first.retrieval.results.length > 0;
    // What only the filters take away is no reason to search for something else.
    const takenAway =
      !found &&
      countFilters(filters) > 0 &&
      (await reader.read(state.query, typed, terms, noFilters)).retrieval.results.length > 0;
    const content = terms.filter(({ stop }) => !stop).length;
    const free = !verbatim && !takenAway && content > 0 && first.close < askedFor;

    const others: Reading[] = [];
    const synonyms: Synonym[] = [];
    const add = (attempt: Attempt, reading: Reading): void => {
      if (reading.retrieval.results.length === 0) return;
      others.push(reading);
      if (attempt.note) synonyms.push(attempt.note);
    };
    // Each costs parts of the index: only where they may add what is missing.
    const wanting = first.close < inTitle || first.retrieval.results.length <= pageSize;
    const companioned = free && wanting && content <= mostWordsWithCompanions;
    for (const attempt of companioned ? await companions(terms, vocabulary) : []) {
      add(attempt, await reader.read(state.query, typed, attempt.terms, filters));
    }
    let main = first;
    const enough = main.retrieval.results.length > (content > 2 ? 0 : few) || others.length > 0;
    if (free && !enough) {
      for await (const attempt of attemptsFor(terms, vocabulary, found)) {
        const next = await reader.read(state.query, typed, attempt.terms, filters);
        if (next.retrieval.results.length === 0) continue;
        if (found) add(attempt, next);
        else main = next;
        if (!found || next.close >= inTitle || attempt.kind === 'also') break;
      }
    }
    let loosened: Answer['loosened'];
    if (main.retrieval.results.length === 0 && others.length === 0 && !takenAway) {
      const loose = await reader.loosened(state.query, typed, first, vocabulary, filters);
      if (loose) loosened = typed.clauses.length > 0 ? 'phrase' : 'words';
      main = loose ?? main;
    }
    const order = await this.#sorted(inOrder([main, ...others]), state, opened);
    const correction = correctedText(state.query, main.terms, await order[0]?.data());
    const exact = others.length === 0 && !loosened ? main.retrieval.term : undefined;
    return {
      total: order.length,
      ...(loosened && { loosened }),
      ...(correction !== undefined && { correction }),
      synonyms,
      words: [...new Set([main, ...others].flatMap(markedWords))],
      counts: (facets) =>
        countFacets(opened.searches, facets, filters, order, exact, async (except) => {
          const wider = await Promise.all(
            [main, ...others].map(({ query, terms: own }) =>
              opened.retriever.retrieve({ ...query, terms: own, filters, except }),
            ),
          );
          const results = wider.flatMap(({ results: all, partial }) =>
            all.length > 0 ? all : partial,
          );
          return {
            results: distinct(results),
            term: exact === undefined ? undefined : wider[0]?.term,
          };
        }),
      hits: this.#loader(order),
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

  #loader(results: readonly PagefindResult[]): Answer['hits'] {
    return async (count) => {
      try {
        return await Promise.all(
          results.slice(0, count).map(async (result) => toHit(await result.data())),
        );
      } catch (cause) {
        this.reset();
        throw new SearchError('unreachable', { cause });
      }
    };
  }
}
