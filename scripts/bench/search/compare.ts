/** The same queries to this search and to two others. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { random, shuffled } from '../random.ts';
import { barePage, barePath } from './bare-page.ts';
import { launch } from './chromium.ts';
import type { Corpus } from './corpus.ts';
import { firstVisits, wholeIndexCost } from './first-visit.ts';
import { miniSearch } from './minisearch.ts';
import { pageEngine } from './page-engine.ts';
import type { Query } from './query.ts';
import { scores, type EngineReport } from './report.ts';
import { askAll, type Answers } from './run.ts';
import { serveCounted } from './server.ts';

export interface CompareOptions {
  /** Only this search, and no first visits. */
  readonly quick: boolean;
  /** Is told how far it has got. */
  readonly show: (text: string) => void;
}

export interface Compared {
  /** This search first. */
  readonly engines: readonly EngineReport[];
  /** What this search found. */
  readonly answers: Answers;
}

/** Readers who come for the first time. */
const visits = 10;

/** A few queries of all kinds, always the same. */
function someQueries(sets: ReadonlyMap<string, readonly Query[]>): string[] {
  const all = [...sets.values()].flat().map(({ typed }) => typed);
  return shuffled(random(1), all).slice(0, visits);
}

/**
 * Asks the queries.
 *
 * @param site folder of a built site
 */
export async function compare(
  site: string,
  corpus: Corpus,
  sets: ReadonlyMap<string, readonly Query[]>,
  { quick, show }: CompareOptions,
): Promise<Compared> {
  // As the site was built.
  const base = `/${process.env['OFFPRINT_BASE'] ?? ''}/`.replaceAll(/\/+/g, '/');
  const server = await serveCounted(site, base, new Map([[barePath, barePage]]));
  const browser = await launch();
  try {
    const engines: EngineReport[] = [];
    const inBrowser = async (name: string, path: string): Promise<Answers> => {
      const url = server.url + path;
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const engine = await pageEngine(await context.newPage(), name, url);
      const answers = await askAll(engine, sets, show);
      await context.close();
      const cost = quick
        ? undefined
        : await firstVisits(browser, server, url, someQueries(sets), (text) =>
            show(`${name}: ${text}`),
          );
      engines.push({ name, scores: scores(answers), cost });
      return answers;
    };
    const answers = await inBrowser('Offprint', 'search/');
    if (!quick) {
      if (existsSync(join(site, 'pagefind', 'pagefind.js'))) await inBrowser('Pagefind', barePath);
      show('MiniSearch: making the index');
      const mini = miniSearch(corpus.papers);
      engines.push({
        name: mini.name,
        scores: scores(await askAll(mini, sets, show)),
        cost: wholeIndexCost(mini.bytes, mini.loadMilliseconds),
      });
    }
    return { engines, answers };
  } finally {
    await browser.close();
    await server.close();
  }
}
