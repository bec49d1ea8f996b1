/** Pagefind's own index, for phrases alone: it is loaded when the first is asked for. */
import { withBase } from '../../base.ts';
import { SearchError } from '../answer.ts';
import type { AskPagefind } from '../clauses.ts';
import type { PhrasePart } from '../index/plan.ts';
import { isPagefind, type PagefindInstance } from '../pagefind.ts';
import { remembered } from '../remembered.ts';

const bundle = withBase('pagefind/');

let opened: Promise<PagefindInstance> | undefined;
/** Folders of the parts that are open beside the first. */
const merged = new Map<string, Promise<void>>();

async function open(): Promise<PagefindInstance> {
  const module: unknown = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
  if (!isPagefind(module)) throw new SearchError('missing');
  return module.createInstance({});
}

/** One search over the first part, these, and what else is open. */
async function phrases(parts: readonly PhrasePart[]): Promise<PagefindInstance> {
  opened ??= open();
  opened.catch(() => {
    opened = undefined;
    merged.clear();
  });
  const instance = await opened;
  await Promise.all(
    parts.map(({ folder }) =>
      folder === ''
        ? undefined
        : remembered(merged, folder, () => instance.mergeIndex(bundle + folder)),
    ),
  );
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
