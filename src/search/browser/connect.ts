/** Opens the site's index in the browser. */
import { withBase } from '../../base.ts';
import { SearchError, type Connection } from '../answer.ts';
import { Vocabulary } from '../vocabulary/vocabulary.ts';
import { readPlan, type VocabularyPlan } from '../vocabulary/vocabulary-files.ts';
import { isPagefind, type PagefindInstance, type PagefindModule } from '../pagefind.ts';

const bundle = withBase('pagefind/');

let attempt = 0;

async function text(url: string): Promise<string | undefined> {
  let answer: Response;
  try {
    answer = await fetch(url, { cache: 'no-store' });
  } catch (cause) {
    throw new SearchError('unreachable', { cause });
  }
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new SearchError('unreachable');
  return answer.text();
}

/** What names every part of the index: changes with it. */
async function entry(): Promise<string> {
  const found = await text(`${bundle}pagefind-entry.json`);
  if (found === undefined) throw new SearchError('missing');
  return found;
}

async function load(): Promise<PagefindModule> {
  // A module that failed to load stays failed under its address.
  const address = `${bundle}pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`;
  try {
    const module: unknown = await import(/* @vite-ignore */ address);
    if (isPagefind(module)) return module;
  } catch (cause) {
    attempt += 1;
    throw new SearchError('unreachable', { cause });
  }
  throw new SearchError('missing');
}

const vocabularyFolder = withBase('search/words');

async function part(name: string): Promise<string> {
  const answer = await fetch(`${vocabularyFolder}/${name}.txt`);
  if (!answer.ok) throw new SearchError('unreachable');
  return answer.text();
}

async function vocabularyPlan(): Promise<VocabularyPlan> {
  const found = await text(`${vocabularyFolder}.json`);
  if (found === undefined) throw new SearchError('missing');
  const plan = readPlan(JSON.parse(found));
  if (plan === undefined) throw new SearchError('missing');
  return plan;
}

/** The index of an archive without papers, which Pagefind itself refuses to open. */
const empty: PagefindInstance = {
  search: () => Promise.resolve({ results: [], unfilteredResultCount: 0, filters: {} }),
  options: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
};

/**
 * Opens the index.
 *
 * @throws {SearchError} if it is missing or cannot be loaded
 */
export async function connect(): Promise<Connection> {
  const loading = load();
  // Awaited below, after the question that tells a missing index from one out of reach.
  loading.catch(() => undefined);
  const plan = vocabularyPlan();
  plan.catch(() => undefined);
  const opened = await entry();
  if (/"languages":\s*\{\s*\}/.test(opened)) {
    const vocabulary = new Vocabulary({ papers: 0, beginnings: [], endings: [] }, part);
    return { pagefind: empty, vocabulary, current: async () => (await entry()) === opened };
  }
  const pagefind = (await loading).createInstance({});
  return {
    pagefind,
    vocabulary: new Vocabulary(await plan, part),
    current: async () => {
      // Kept for offline use only with the whole index: out of reach, parts of the index may be, too.
      await text(withBase('edition.txt'));
      return (await entry()) === opened;
    },
  };
}
