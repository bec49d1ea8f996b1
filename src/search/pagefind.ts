/** The part of Pagefind's browser API that the search uses (Pagefind 1.5). Types only. */

/** What Pagefind stores of a page. */
export interface PagefindFragment {
  readonly url: string;
  /** The page's text, not escaped. */
  readonly content: string;
  /** The same with `<` and `>` escaped and U+200B between words where a language has no spaces. */
  readonly raw_content?: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly filters: Readonly<Record<string, readonly string[] | undefined>>;
}

/** A page that matched. */
export interface PagefindResult {
  /** Name of its fragment's file, without the extension. */
  readonly id: string;
}

/** One search over one index. */
export interface PagefindInstance {
  /** @param term words that all must be there, or a phrase in quotes */
  search(term: string): Promise<{ readonly results: readonly PagefindResult[] }>;
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
