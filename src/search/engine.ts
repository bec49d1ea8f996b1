/** Answers searches from the index. Knows Pagefind and no page; `browser/` shows what it finds. */
import { countFilters, noFilters, type Filters, type SearchState } from './address.ts';
import { highlight, type Part } from './excerpt.ts';
import type {
  PagefindCounts,
  PagefindFragment,
  PagefindInstance,
  PagefindResponse,
  PagefindResult,
  PagefindSearchOptions,
} from './pagefind.ts';
import { isPlausible } from './plausible.ts';
import { attempts } from './query.ts';
import { rankByTitle } from './rank.ts';

/** How many results are loaded first, and put in order by their titles. */
export const pageSize = 20;

/** A paper that was found. */
export interface Hit {
  readonly id: string;
  readonly title: string;
  readonly titleParts: readonly Part[];
  readonly passage: readonly Part[];
  /** ISO date of the first listing; empty if there is none. */
  readonly date: string;
  /** Ids. */
  readonly topics: readonly string[];
}

/** Value of a filter → papers of this query that choosing it would show or add. */
export type Counts = Readonly<Record<string, number>>;

export interface Answer {
  readonly total: number;
  readonly counts: { readonly topic: Counts; readonly digest: Counts; readonly code: number };
  /** The query was a phrase that no paper holds, or was searched without its punctuation. */
  readonly loosened: boolean;
  /** Loads results up to the given number, from the first on. */
  hits(count: number): Promise<readonly Hit[]>;
}

/** A connection to one edition of the index. */
export interface Connection {
  readonly pagefind: PagefindInstance;
  /**
   * Whether the index is still the one that was opened. Pagefind takes a part it cannot load for one that
   * holds nothing, so nothing found is believed only after asking.
   *
   * @throws {SearchError} if that cannot be found out
   */
  current(): Promise<boolean>;
}

/** `missing`: there is no index; `unreachable`: it could not be loaded. */
export type SearchFailure = 'missing' | 'unreachable';

export class SearchError extends Error {
  readonly failure: SearchFailure;
  constructor(failure: SearchFailure, options?: ErrorOptions) {
    super(`The search index is ${failure}.`, options);
    this.name = 'SearchError';
    this.failure = failure;
  }
}

const nothing: Answer = {
  total: 0,
  counts: { topic: {}, digest: {}, code: 0 },
  loosened: false,
  hits: () => Promise.resolve([]),
};

type Facet = 'topic' | 'digest' | 'code';

function options(filters: Filters, sort: boolean): PagefindSearchOptions {
  return {
    filters: {
      ...(filters.topics.length > 0 && { topic: { any: filters.topics } }),
      ...(filters.digest !== '' && { digest: { any: [filters.digest] } }),
      ...(filters.code && { code: { any: ['yes'] } }),
    },
    ...(sort && { sort: { date: 'desc' } as const }),
  };
}

const without: Readonly<Record<Facet, Partial<Filters>>> = {
  topic: { topics: noFilters.topics },
  digest: { digest: noFilters.digest },
  code: { code: noFilters.code },
};

function isSet(facet: Facet, { topics, digest, code }: Filters): boolean {
  return { topic: topics.length > 0, digest: digest !== '', code }[facet];
}

function toHit(fragment: PagefindFragment): Hit {
  const { title, passage } = highlight(fragment);
  const date = fragment.meta['date'] ?? '';
  return {
    id: fragment.meta['paper'] ?? /([^/]+)\/?$/.exec(fragment.url)?.[1] ?? '',
    title: fragment.meta['title'] ?? '',
    titleParts: title,
    passage,
    date: date.startsWith('0000') ? '' : date,
    topics: fragment.filters['topic'] ?? [],
  };
}

export class SearchEngine {
  readonly #connect: () => Promise<Connection>;
  #connection: Promise<Connection> | undefined;

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
    const old = this.#connection;
    this.#connection = undefined;
    void old?.then(({ pagefind }) => pagefind.destroy()).catch(() => undefined);
  }

  /**
   * Searches.
   *
   * @returns results by relevance, papers asked for by title first; or newest first, which is also the
   *   order where there are filters alone
   * @throws {SearchError} if the index is not there or cannot be loaded
   */
  async search(state: SearchState): Promise<Answer> {
    try {
      const answer = await this.#answer(state);
      if (answer.total > 0 || (await (await this.#open()).current())) return answer;
      // The index was replaced by a newer one while the page was open.
      this.reset();
      return await this.#answer(state);
    } catch (cause) {
      this.reset();
      throw cause instanceof SearchError ? cause : new SearchError('unreachable', { cause });
    }
  }

  #open(): Promise<Connection> {
    this.#connection ??= this.#connect();
    return this.#connection;
  }

  async #answer(state: SearchState): Promise<Answer> {
    const { query, filters } = state;
    const byDate = state.sort === 'date' || query === '';
    const terms = query === '' ? [null] : attempts(query);
    for (const term of terms) {
      const found = await this.#find(term, filters, byDate);
      // What only the filters take away is no reason to search for something else.
      if (found === undefined) continue;
      const counted = (facet: Facet): Promise<Counts> =>
        this.#count(facet, filters, term, found.filters);
      const hits = this.#loader(found.results, byDate ? '' : query);
      const [topic, digest, code] = await Promise.all([
        counted('topic'),
        counted('digest'),
        counted('code'),
      ]);
      return {
        total: found.results.length,
        counts: { topic, digest, code: code['yes'] ?? 0 },
        loosened: term !== terms[0] && found.results.length > 0,
        hits,
      };
    }
    return nothing;
  }

  /** Searches for one term; undefined if no paper has its words, whatever the filters. */
  async #find(
    term: string | null,
    filters: Filters,
    byDate: boolean,
  ): Promise<PagefindResponse | undefined> {
    const { pagefind } = await this.#open();
    const response = await pagefind.search(term, options(filters, byDate));
    const filtered = response.results.length === 0 && countFilters(filters) > 0;
    const all = filtered ? await pagefind.search(term, options(noFilters, false)) : response;
    const first = all.results[0];
    if (first === undefined) return undefined;
    // On their way while the first is looked at; Pagefind keeps them, and who asks again sees what failed.
    for (const result of response.results.slice(0, pageSize)) result.data().catch(() => undefined);
    return term === null || isPlausible(term, await first.data()) ? response : undefined;
  }

  /** Counts of a filter as if it were not set itself: otherwise all it could add would read 0. */
  async #count(
    facet: Facet,
    filters: Filters,
    term: string | null,
    found: PagefindCounts,
  ): Promise<Counts> {
    if (!isSet(facet, filters)) return found[facet] ?? {};
    const { pagefind } = await this.#open();
    const wider = await pagefind.search(term, options({ ...filters, ...without[facet] }, false));
    return wider.filters[facet] ?? {};
  }

  #loader(results: readonly PagefindResult[], title: string): Answer['hits'] {
    let loaded: Promise<readonly Hit[]> = Promise.resolve([]);
    const more = async (count: number): Promise<readonly Hit[]> => {
      const before = await loaded;
      if (before.length >= Math.min(count, results.length)) return before;
      const next = results.slice(before.length, Math.max(count, pageSize));
      const hits = await Promise.all(next.map(async (result) => toHit(await result.data())));
      // The first papers are put in order by title once; later ones follow as they come.
      return before.length === 0
        ? [...rankByTitle(title, hits.slice(0, pageSize)), ...hits.slice(pageSize)]
        : [...before, ...hits];
    };
    return async (count) => {
      const last = loaded;
      loaded = more(count);
      try {
        return await loaded;
      } catch (cause) {
        loaded = last;
        this.reset();
        throw new SearchError('unreachable', { cause });
      }
    };
  }
}
