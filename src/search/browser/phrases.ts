/** Pagefind's own index, for phrases alone: it is loaded when the first is asked for. */
import { withBase } from '../../base.ts';
import { memoise } from '../../once.ts';
import { SearchError } from '../answer.ts';
import type { AskPagefind } from '../clauses.ts';
import type { PhrasePart } from '../index/plan.ts';
import { isPagefind, type PagefindInstance } from '../pagefind.ts';

const bundle = withBase('pagefind/');

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
