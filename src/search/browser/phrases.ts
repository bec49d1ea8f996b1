/** Pagefind's own index, for phrases alone: it is loaded when the first is asked for. */
import { withBase } from '../../base.ts';
import { memoise } from '../../once.ts';
import { isObject } from '../../shapes.ts';
import { SearchError } from '../answer.ts';
import type { AskPagefind } from '../clauses.ts';
import type { PhrasePart } from '../index/plan.ts';

const bundle = withBase('pagefind/');

// The part of Pagefind's browser API that is used here (Pagefind 1.5).

/** A page that matched. */
interface PagefindResult {
  /** Pagefind's name of it, made from its text. */
  readonly id: string;
}

/** One search over one or more indexes. */
interface PagefindInstance {
  /** Adds an index. @param path of its folder, with a slash behind it */
  mergeIndex(path: string): Promise<void>;
  /** @param term words that all must be there, or a phrase in quotes */
  search(term: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

/** The module `pagefind/pagefind.js`. */
interface PagefindModule {
  createInstance(options: Readonly<Record<string, never>>): PagefindInstance;
}

/** Whether a loaded module is Pagefind's. */
const isPagefind = (module: unknown): module is PagefindModule =>
  isObject(module) && typeof module['createInstance'] === 'function';

/** Opens the first part. Further ones are opened beside it, each once. */
const opened = memoise(async () => {
  const module: unknown = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
  if (!isPagefind(module)) throw new SearchError('missing');
  const instance = module.createInstance({});
  return { instance, merge: memoise((folder: string) => instance.mergeIndex(bundle + folder)) };
});

/** One search over the first part, these, and what else is open. */
async function phrases(parts: readonly PhrasePart[]): Promise<PagefindInstance> {
  const { instance, merge } = await opened();
  await Promise.all(parts.map(({ folder }) => (folder === '' ? undefined : merge(folder))));
  return instance;
}

/** Asks parts of it. */
export const askPagefind: AskPagefind = async (term, parts) => {
  if (!navigator.onLine) return undefined;
  try {
    const { results } = await (await phrases(parts)).search(term);
    return results.map(({ id }) => id);
  } catch {
    return undefined;
  }
};
