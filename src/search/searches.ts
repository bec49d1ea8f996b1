/** Single searches of Pagefind's, one after the other, and their answers kept. */
import { facets, noFilters, type Facet, type Filters } from './facets.ts';
import type {
  PagefindCounts,
  PagefindInstance,
  PagefindRanking,
  PagefindResponse,
  PagefindResult,
} from './pagefind.ts';
import { remembered } from './remembered.ts';

/** Chosen on the bench (docs/search.md). */
const ranking: PagefindRanking = {
  termFrequency: 1,
  termSimilarity: 1,
  pageLength: 0.1,
  termSaturation: 1.4,
  metaWeights: { title: 5, name: 10, authors: 1, also: 1, note: 1, every: 0 },
};

/**
 * Stands in every paper's metadata (`src/components/PagefindFacts.astro`), and in no text: finds them all. A search
 * for nothing would, too, but it loads the whole index.
 */
export const everything = 'offprintpaper';

export interface Wish {
  readonly filters?: Filters;
  /** A facet whose filter is not applied. */
  readonly except?: Facet | undefined;
  /** Facets to count; what they need is loaded for the first such wish. */
  readonly count?: readonly Facet[];
}

export interface Found {
  readonly results: readonly PagefindResult[];
  readonly counts: PagefindCounts;
}

/** Answers kept: going back and forth between filters asks the same again. */
const kept = 240;

export class Searches {
  readonly #pagefind: PagefindInstance;
  readonly #answers = new Map<string, Promise<Found>>();
  readonly #having = new Map<string, Promise<ReadonlySet<string>>>();
  #last: Promise<unknown> = Promise.resolve();
  #set: Promise<void> | undefined;

  constructor(pagefind: PagefindInstance) {
    this.#pagefind = pagefind;
  }

  /** Frees the index. */
  async destroy(): Promise<void> {
    await this.#pagefind.destroy();
  }

  /**
   * Searches for words that all must be there, for a phrase in quotes, or (null) for everything.
   *
   * @returns best first
   */
  run(term: string | null, wish: Wish = {}): Promise<Found> {
    const answer = remembered(this.#answers, JSON.stringify([term, wish]), () => {
      const next = this.#last.then(() => this.#search(term, wish));
      this.#last = next.catch(() => undefined);
      return next;
    });
    const oldest = this.#answers.keys().next();
    if (this.#answers.size > kept && oldest.done !== true) this.#answers.delete(oldest.value);
    return answer;
  }

  /** Ids of all papers that a filter lets through; found once, since counting asks for the same again and again. */
  having(filters: Filters): Promise<ReadonlySet<string>> {
    return remembered(this.#having, JSON.stringify(filters), async () => {
      const { results } = await this.run(null, { filters });
      return new Set(results.map(({ id }) => id));
    });
  }

  /** All values that papers have of a facet. Loads it. */
  async values(facet: Facet): Promise<readonly string[]> {
    const { counts } = await this.run(null, { count: [facet] });
    return Object.keys(counts[facet] ?? {});
  }

  /** Place of each result in the order of the index: newest first. */
  async order(): Promise<ReadonlyMap<string, number>> {
    const { results } = await this.run(null);
    return new Map(results.map(({ id }, place) => [id, place]));
  }

  async #search(term: string | null, { filters = noFilters, except, count = [] }: Wish) {
    this.#set ??= this.#pagefind.options({ ranking });
    await this.#set;
    const chosen = facets.filter((facet) => facet !== except && filters[facet].length > 0);
    // Asking for all but a value that no paper has loads a filter without applying it.
    const loaded = count.filter((facet) => !chosen.includes(facet));
    const response: PagefindResponse = await this.#pagefind.search(term ?? everything, {
      filters: Object.fromEntries([
        ...chosen.map((facet) => [facet, { any: filters[facet] }] as const),
        ...loaded.map((facet) => [facet, { not: ['-'] }] as const),
      ]),
    });
    return { results: response.results, counts: response.filters };
  }
}
