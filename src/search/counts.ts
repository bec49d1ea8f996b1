/** How many of the found papers have each value of a facet. */
import { noFilters, type Facet, type Filters } from './facets.ts';
import type { PagefindResult } from './pagefind.ts';
import type { Searches } from './searches.ts';

/** Value of a facet → papers. */
export type Counts = Readonly<Record<string, number>>;

/** Up to this many results are looked into one by one. */
const fewResults = 10;
/** Values of a facet that are counted; of more, those that most papers of the archive have. */
const mostValues = 80;

/** What a query finds without the filter of one facet. */
interface Wider {
  readonly results: readonly PagefindResult[];
  /** The one search that finds just these, if there is one. */
  readonly term?: string | null | undefined;
}

/** Looks into each result: quicker where they are few. */
async function fromFragments(results: readonly PagefindResult[], facet: Facet): Promise<Counts> {
  // Values are what digests say, `constructor` perhaps: none may meet a property of the object's own.
  const counts = new Map<string, number>();
  for (const { filters } of await Promise.all(results.map((result) => result.data()))) {
    for (const value of new Set(filters[facet] ?? [])) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return Object.fromEntries(counts);
}

/** Asks the index who has each value, and counts who of them was found. */
async function fromSets(
  searches: Searches,
  results: readonly PagefindResult[],
  facet: Facet,
): Promise<Counts> {
  const { counts: all } = await searches.run(null, { count: [facet] });
  const values = Object.entries(all[facet] ?? {})
    .filter(([, papers]) => papers > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostValues);
  const found: ReadonlySet<string> = new Set(results.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const [value] of values) {
    const having = await searches.having({ ...noFilters, [facet]: [value] });
    // Whichever of the two sets is smaller is gone through.
    const [small, large] = having.size < found.size ? [having, found] : [found, having];
    counts.set(value, [...small].filter((id) => large.has(id)).length);
  }
  return Object.fromEntries(counts);
}

/**
 * Counts facets, each as if it were not set itself: otherwise all it could add would read 0.
 *
 * @param facets what to count
 * @param filters what is chosen
 * @param results what was found, with all filters
 * @param term the one search that finds just these; undefined if they were put together from several
 * @param widen the same query without the filter of a facet
 */
export async function countFacets(
  searches: Searches,
  facets: readonly Facet[],
  filters: Filters,
  results: readonly PagefindResult[],
  term: string | null | undefined,
  widen: (except: Facet) => Promise<Wider>,
): Promise<Readonly<Partial<Record<Facet, Counts>>>> {
  const counted: Partial<Record<Facet, Counts>> = {};
  const count = async (facet: Facet, found: Wider, except?: Facet): Promise<Counts> => {
    if (found.term !== undefined) {
      const { counts } = await searches.run(found.term, { filters, except, count: facets });
      return counts[facet] ?? {};
    }
    return found.results.length <= fewResults
      ? fromFragments(found.results, facet)
      : fromSets(searches, found.results, facet);
  };
  for (const facet of facets) {
    counted[facet] =
      filters[facet].length === 0
        ? await count(facet, { results, term })
        : await count(facet, await widen(facet), facet);
  }
  return counted;
}
