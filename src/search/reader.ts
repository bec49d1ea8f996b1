/** Reads a query one way, and says what that finds and how well. */
import { fragmentBag } from './coverage.ts';
import type { Filters } from './facets.ts';
import { asWords, type Clause, type Query } from './grammar.ts';
import type { PagefindResult } from './pagefind.ts';
import { closenessOf, exactness, wantedOf } from './rank.ts';
import { lookedInto, Retriever, titled, type Retrieval } from './retrieve.ts';
import { plainTerm, resolve, type Term } from './terms.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';
import { words } from './searched-words.ts';

/** What one reading of a query found. */
export interface Reading {
  readonly query: Query;
  readonly terms: readonly Term[];
  readonly retrieval: Retrieval;
  /** The first results, in order, each with how well its title answers. */
  readonly ranked: readonly { readonly result: PagefindResult; readonly close: number }[];
  /** How well the first title answers. */
  readonly close: number;
}

export class Reader {
  readonly #retriever: Retriever;

  constructor(retriever: Retriever) {
    this.#retriever = retriever;
  }

  /** Answers one reading of the query. */
  async read(
    typed: string,
    query: Query,
    terms: readonly Term[],
    filters: Filters,
  ): Promise<Reading> {
    const request = { ...query, terms, filters };
    const retrieval = await this.#retriever.retrieve(request);
    const { results } = retrieval;
    const clauses = query.clauses.flat();
    const wordsOf = (some: readonly Clause[]): Term[] =>
      some.flatMap(({ text }) => words(text).map(({ whole }) => plainTerm(whole)));
    const asked = wordsOf(clauses.filter(({ field }) => field === 'title'));
    const all = [...terms, ...wordsOf(clauses)];
    const wanted = wantedOf(
      [typed, terms.map(firstOption).join(' ')],
      asked.length > 0 ? asked : all,
      all,
    );
    const bare = query.clauses.length === 0 && query.without.length === 0;
    const byTitle =
      bare && results.length > lookedInto && terms.length <= 6 ? titled(request, retrieval) : [];
    const pool = distinct([...results.slice(0, lookedInto), ...byTitle]);
    const ranked = await Promise.all(
      pool.map(async (result) => {
        const fragment = await result.data();
        const close = closenessOf(wanted, fragment.meta['title'] ?? '');
        return { result, close: close + exactness(wanted, fragmentBag(fragment)) };
      }),
    );
    const best = ranked.toSorted((a, b) => b.close - a.close);
    return { query, terms, retrieval, ranked: best, close: best[0]?.close ?? 0 };
  }

  /** What holds some of the query, if nothing holds all: phrases and fields as words, then the most of its words. */
  async loosened(
    typed: string,
    query: Query,
    first: Reading,
    vocabulary: Vocabulary,
    filters: Filters,
  ): Promise<Reading | undefined> {
    if (query.clauses.length > 0) {
      const bare = asWords(query);
      const terms = await resolve(bare.words, vocabulary, true);
      const reading = await this.read(typed, bare, terms, filters);
      if (reading.retrieval.results.length > 0) return reading;
      return undefined;
    }
    const { partial } = first.retrieval;
    if (partial.length > 0) {
      return {
        ...first,
        retrieval: { results: partial, partial: [], searched: [] },
        ranked: partial.map((result) => ({ result, close: 0 })),
      };
    }
    const known = first.terms.filter(({ options, stop }) => options.length > 0 && !stop);
    if (known.length < first.terms.filter(({ stop }) => !stop).length && known.length > 0) {
      const reading = await this.read(typed, query, known, filters);
      if (reading.retrieval.results.length > 0) return reading;
    }
    // Each word left out in turn, and the best title of all. The rarest first: it may be written otherwise. If not
    // even the others meet, what the rarest finds.
    const rarest = known.toSorted((a, b) => papersOf(a) - papersOf(b));
    const leftOut = [...rarest.slice(0, 2), ...rarest.slice(2).toReversed().slice(0, 4)];
    let best: Reading | undefined;
    for (const term of known.length > 1 ? leftOut : []) {
      const rest = known.filter((other) => other !== term);
      const reading = await this.read(typed, query, rest, filters);
      if (reading.retrieval.results.length === 0) continue;
      if (best === undefined || reading.close > best.close + 0.5) best = reading;
    }
    if (best !== undefined || known.length < 2) return best;
    const alone = await this.read(typed, query, rarest.slice(0, 1), filters);
    return alone.retrieval.results.length > 0 ? alone : undefined;
  }
}

const papersOf = ({ options }: Term): number => options[0]?.papers ?? 0;

const firstOption = ({ options, typed }: Term): string => options[0]?.word ?? typed;

/** Each result once, where it first stands. */
export function distinct(results: readonly PagefindResult[]): PagefindResult[] {
  return [...new Map(results.map((result) => [result.id, result])).values()];
}

/** All results: of the first of each reading those with the closest titles first, then the others. */
export function inOrder(readings: readonly Reading[]): PagefindResult[] {
  const ranked = readings.flatMap((reading) => reading.ranked);
  return distinct([
    ...ranked.toSorted((a, b) => b.close - a.close).map(({ result }) => result),
    ...readings.flatMap(({ retrieval }) => retrieval.results),
  ]);
}

/** What to mark on a paper's page. */
export function markedWords({ query, terms }: Reading): string[] {
  const inWords = terms
    .filter(({ stop }) => !stop)
    .flatMap(({ options }) => options.flatMap(({ word }) => word.split(' ')));
  return [...new Set([...query.clauses.flat().map(({ text }) => text), ...inWords])];
}
