/** Query → the papers that answer it: as few searches, of as rare words, as will do. */
import { fragmentBag, holds } from './coverage.ts';
import { authorFits } from './author-names.ts';
import { facets, noFilters, type Facet, type Filters } from './facets.ts';
import { valuesMeant } from './filter-values.ts';
import type { Clause } from './grammar.ts';
import type { PagefindResult } from './pagefind.ts';
import { plainTerm, type Term } from './terms.ts';
import type { Searches, Wish } from './searches.ts';
import { wordLine, words } from './searched-words.ts';

/** Results that are looked into to see whether they hold all the words; a page's worth. */
export const lookedInto = 10;

/** Searches for one query at most. */
const mostCombinations = 6;

export interface Request {
  readonly terms: readonly Term[];
  readonly clauses: readonly (readonly Clause[])[];
  readonly without: readonly Clause[];
  readonly filters: Filters;
  /** Values, not as typed, of which no paper may have any. */
  readonly withoutFilters: Filters;
  readonly except?: Facet;
}

export interface Retrieval {
  /** Best first. */
  readonly results: readonly PagefindResult[];
  /** Papers that hold some of the words, if none holds all: empty otherwise. */
  readonly partial: readonly PagefindResult[];
  /** The one search that finds just these results, if there is one: its counts are theirs. */
  readonly term?: string | null;
  /** The words that were searched for, rarest first. */
  readonly searched: readonly Term[];
}

const cost = ({ options, mended }: Term): number =>
  options.reduce((sum, { papers }) => sum + papers, 0) * (mended ? 2 : 1);

/** One option of each term, in all ways, the best options first. */
function combinations(terms: readonly Term[]): string[] {
  let found: string[][] = [[]];
  for (const { options } of terms) {
    found = options.flatMap(({ word }) => found.map((words) => [...words, word]));
  }
  return found.slice(0, mostCombinations).map((words) => words.join(' '));
}

/** The first of each list, then the second of each: none of the guesses stands above the others. */
function interleave(lists: readonly (readonly PagefindResult[])[]): PagefindResult[] {
  const found = new Map<string, PagefindResult>();
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let place = 0; place < longest; place++) {
    for (const list of lists) {
      const result = list[place];
      if (result !== undefined && !found.has(result.id)) found.set(result.id, result);
    }
  }
  return [...found.values()];
}

const ids = (results: readonly PagefindResult[]): ReadonlySet<string> =>
  new Set(results.map(({ id }) => id));

export class Retriever {
  readonly #searches: Searches;

  constructor(searches: Searches) {
    this.#searches = searches;
  }

  /** Finds what answers a request. */
  async retrieve(request: Request): Promise<Retrieval> {
    const { terms, clauses, without } = request;
    const wish: Wish = {
      filters: request.filters,
      ...(request.except !== undefined && { except: request.except }),
    };
    const content = terms.filter(({ stop }) => !stop);
    const wanted = content.length > 0 || clauses.length > 0 ? content : terms;
    if (wanted.some(({ options }) => options.length === 0)) {
      return { results: [], partial: [], searched: [] };
    }
    const required = await this.#sets(clauses, wish);
    const excluded = [
      ...(await this.#sets(
        without.map((clause) => [clause]),
        wish,
      )),
      ...(await this.#having(request.withoutFilters)),
    ];
    const among = (results: readonly PagefindResult[]): readonly PagefindResult[] =>
      results.filter(
        ({ id }) =>
          required.every(({ held }) => held.has(id)) && !excluded.some(({ held }) => held.has(id)),
      );
    const plain = required.length === 0 && excluded.length === 0;
    if (wanted.length === 0) {
      const [first] = required;
      const all = first?.results ?? (await this.#searches.run(null, wish)).results;
      return {
        results: among(all),
        partial: [],
        searched: [],
        ...(plain && { term: null }),
      };
    }
    const telling = wanted.filter(({ short }) => !short);
    const rarest = (telling.length > 0 ? telling : wanted).toSorted((a, b) => cost(a) - cost(b));
    const few = rarest[0] !== undefined && cost(rarest[0]) <= lookedInto;
    for (let count = few ? 1 : Math.min(2, rarest.length); ; count++) {
      const searched = rarest.slice(0, count);
      const queries = combinations(searched);
      const lists: (readonly PagefindResult[])[] = [];
      for (const query of queries) lists.push((await this.#searches.run(query, wish)).results);
      const found = among(interleave(lists));
      const last = count === rarest.length;
      if (!last && found.length > lookedInto) continue;
      const [only] = queries;
      if (last && (rarest.length === wanted.length || found.length > lookedInto)) {
        return {
          results: found,
          partial: [],
          searched,
          ...(plain && queries.length === 1 && only !== undefined && { term: only }),
        };
      }
      return { searched, ...(await this.#looked(found, wanted)) };
    }
  }

  /** Those of a few papers that hold every term; or else all, those that hold most first. */
  async #looked(
    found: readonly PagefindResult[],
    terms: readonly Term[],
  ): Promise<Pick<Retrieval, 'results' | 'partial'>> {
    const held = await Promise.all(
      found.map(async (result) => {
        const bag = fragmentBag(await result.data());
        return { result, count: terms.filter((term) => holds(bag, term)).length };
      }),
    );
    const whole = held.filter(({ count }) => count === terms.length);
    if (whole.length > 0) return { results: whole.map(({ result }) => result), partial: [] };
    const most = held.toSorted((a, b) => b.count - a.count);
    return { results: [], partial: most.map(({ result }) => result) };
  }

  /** The papers that have a value of each facet. */
  async #having(filters: Filters): Promise<{ held: ReadonlySet<string> }[]> {
    const sets = [];
    for (const facet of facets.filter((one) => filters[one].length > 0)) {
      const held = await this.#searches.having({ ...noFilters, [facet]: filters[facet] });
      sets.push({ held });
    }
    return sets;
  }

  /** The papers that each group of alternatives finds. */
  async #sets(
    groups: readonly (readonly Clause[])[],
    wish: Wish,
  ): Promise<{ results: readonly PagefindResult[]; held: ReadonlySet<string> }[]> {
    const sets = [];
    for (const group of groups) {
      const lists: (readonly PagefindResult[])[] = [];
      for (const clause of group) lists.push(await this.#clause(clause, wish));
      const results = interleave(lists);
      sets.push({ results, held: ids(results) });
    }
    return sets;
  }

  async #clause(clause: Clause, wish: Wish): Promise<readonly PagefindResult[]> {
    const { field, text, phrase } = clause;
    if (field === 'title' || field === 'author') {
      const inField = field === 'title' ? 'title' : 'authors';
      let results: readonly PagefindResult[] | undefined;
      const all = words(text).map(({ whole }) => whole);
      const full = all.filter((word) => word.length > 1);
      for (const whole of full.length > 0 ? full : all) {
        const { results: holding } = await this.#searches.run(whole, wish);
        const found = holding.filter((result) => matchedIn(result, inField));
        const held = ids(found);
        results = results === undefined ? found : results.filter(({ id }) => held.has(id));
      }
      return this.#phraseIn(results ?? [], clause);
    }
    if (field !== undefined) {
      const values = valuesMeant(field, text, await this.#searches.values(field));
      if (values.length === 0) return [];
      const having = await this.#searches.having({ ...noFilters, [field]: values });
      return (await this.#searches.run(null, wish)).results.filter(({ id }) => having.has(id));
    }
    if (phrase) return (await this.#searches.run(`"${text}"`, wish)).results;
    const wanted = words(text).map(({ whole }) => plainTerm(whole));
    return (await this.#searches.run(combinations(wanted)[0] ?? null, wish)).results;
  }

  /** Of papers found by the words of a phrase in a field, those whose field holds the phrase itself. */
  async #phraseIn(
    results: readonly PagefindResult[],
    { field, text, phrase }: Clause,
  ): Promise<readonly PagefindResult[]> {
    if (!phrase || results.length > 5 * lookedInto) return results;
    const flat = (of: string): string => ` ${wordLine(of)} `;
    const wanted = flat(text);
    const kept = await Promise.all(
      results.map(async (result) => {
        const { meta } = await result.data();
        if (field !== 'author') return flat(meta['title'] ?? '').includes(wanted);
        return (meta['authors'] ?? '').split(', ').some((name) => authorFits(text, name));
      }),
    );
    return results.filter((_, at) => kept[at]);
  }
}

/** Whether one of the words stands in a field of a paper's metadata. */
export const matchedIn = ({ matchedMetaFields = [] }: PagefindResult, field: string): boolean =>
  matchedMetaFields.includes(field);

/**
 * The best of those that have a word in their title, for a query that many papers answer.
 *
 * @returns a few, best first
 */
export function titled(
  { terms }: Pick<Request, 'terms'>,
  { results, searched }: Retrieval,
): readonly PagefindResult[] {
  // A word alone stands in many titles, and what small words were typed is seen only by looking into them.
  const more = searched.length === 1 || terms.length > searched.length;
  return results
    .filter((result) => matchedIn(result, 'title'))
    .slice(0, more ? 3 * lookedInto : lookedInto);
}
