/** The part of Pagefind's browser API that the search uses (Pagefind 1.5). Types only. */

/** A page that matched. */
export interface PagefindResult {
  /** Pagefind's name of it, made from its text. */
  readonly id: string;
}

/** One search over one or more indexes. */
export interface PagefindInstance {
  /** Adds an index. @param path of its folder, with a slash behind it */
  mergeIndex(path: string): Promise<void>;
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
