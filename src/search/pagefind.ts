/** The part of Pagefind's browser API that the search uses (Pagefind 1.5). Types only. */

/** A word of a page that matched. */
export interface PagefindLocation {
  /** Index of the word in the page's text, split at white space. */
  readonly location: number;
  /** How much the match counts: rare and exact words more. */
  readonly balanced_score: number;
}

/** What Pagefind stores of a page. */
export interface PagefindFragment {
  readonly url: string;
  /** The page's text, not escaped. */
  readonly content: string;
  /** The same with `<` and `>` escaped and U+200B between words where a language has no spaces. */
  readonly raw_content?: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly filters: Readonly<Record<string, readonly string[] | undefined>>;
  readonly weighted_locations: readonly PagefindLocation[];
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  /** Fields of the metadata in which one of the words stands. */
  readonly matchedMetaFields?: readonly string[];
  data(): Promise<PagefindFragment>;
}

/** Filter → value → number of pages. */
export type PagefindCounts = Readonly<Record<string, Readonly<Record<string, number>> | undefined>>;

export interface PagefindResponse {
  readonly results: readonly PagefindResult[];
  /** Pages that match the words, whatever the filters say. */
  readonly unfilteredResultCount: number;
  /** Counts among the results, of the filters that are loaded: those that a search has named. */
  readonly filters: PagefindCounts;
}

/** Values of a filter of which a page has one, or has none. */
export type PagefindFilter =
  { readonly any: readonly string[] } | { readonly not: readonly string[] };

export interface PagefindSearchOptions {
  readonly filters?: Readonly<Record<string, PagefindFilter>>;
}

/** What counts how much; https://pagefind.app/docs/ranking/ */
export interface PagefindRanking {
  readonly termFrequency: number;
  readonly termSimilarity: number;
  readonly pageLength: number;
  readonly termSaturation: number;
  /** Weight of a match in each field of a page's metadata. */
  readonly metaWeights: Readonly<Record<string, number>>;
}

/** One search over one index. */
export interface PagefindInstance {
  /** @param term the query; null finds every page that the filters let through */
  search(term: string | null, options?: PagefindSearchOptions): Promise<PagefindResponse>;
  /** Sets what the following searches go by. */
  options(options: { readonly ranking: PagefindRanking }): Promise<void>;
  destroy(): Promise<void>;
}

/** The module `pagefind/pagefind.js`. */
export interface PagefindModule {
  createInstance(options: Readonly<Record<string, never>>): PagefindInstance;
}

/** Whether a loaded module is Pagefind's. */
export function isPagefind(module: unknown): module is PagefindModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'createInstance' in module &&
    typeof module.createInstance === 'function'
  );
}
