/** The same queries to this search and to two others. */
import type { Browser } from 'playwright-core';
import { random, shuffled } from '../random.ts';
import { barePage, barePath, makeBareIndex } from './bare-page.ts';
import { launch } from './chromium.ts';
import type { Corpus } from './corpus.ts';
import { facetCounts } from './facet-counts.ts';
import { firstVisits, wholeIndexCost } from './first-visit.ts';
import { abstractWords } from './kinds/abstracts.ts';
import { unfinished } from './kinds/titles.ts';
import { typo } from './kinds/typos.ts';
import type { MeasureName, Measures } from './measures.ts';
import { miniSearch } from './minisearch.ts';
import { pageEngine } from './page-engine.ts';
import { querySet } from './queries.ts';
import type { Query } from './query.ts';
import { scores, type EngineReport } from './report.ts';
import { askAll, type Answers } from './run.ts';
import { withoutNetwork, type OfflineQueries } from './offline.ts';
import { serveCounted, type BenchServer } from './server.ts';
import { whileTyping } from './typing.ts';

export interface CompareOptions {
  /** Only this search, without the two others. */
  readonly alone: boolean;
  readonly measures: readonly MeasureName[];
  /** Is told how far it has got. */
  readonly show: (text: string) => void;
}

export interface Compared {
  /** This search first. */
  readonly engines: readonly EngineReport[];
  /** What this search found. */
  readonly answers: Answers;
  readonly measures: Measures;
}

/** Readers who come for the first time. */
const visits = 10;
/** Queries typed letter by letter, and queries whose counts are compared. */
const [toType, toCount] = [20, 30];

const isUsual = (typed: string): boolean => typed.length >= 12 && typed.length <= 30;

/** A few queries of all kinds, always the same. */
function someQueries(sets: ReadonlyMap<string, readonly Query[]>): string[] {
  const all = [...sets.values()].flat().map(({ typed }) => typed);
  return shuffled(random(1), all).slice(0, visits);
}

/** Words of titles and beginnings of titles, as somebody types who is about to see the paper. */
function queriesToType(corpus: Corpus): string[] {
  const made = [abstractWords, unfinished].flatMap((kind) => querySet(corpus, kind, 40, 1));
  const usual = made.map(({ typed }) => typed.toLowerCase()).filter(isUsual);
  return shuffled(random(3), usual).slice(0, toType);
}

/** Slips, words beside a topic, and beginnings of titles. */
function queriesOffline(corpus: Corpus): OfflineQueries {
  const papers = new Map(corpus.papers.map((paper) => [paper.id, paper]));
  return {
    typos: querySet(corpus, typo, 12, 1).map(({ typed }) => typed),
    filters: querySet(corpus, abstractWords, 40, 2)
      .flatMap(({ typed, from }) => {
        const topic = papers.get(from)?.topics?.[0];
        return topic === undefined ? [] : [new URLSearchParams({ q: typed, topic }).toString()];
      })
      .slice(0, 12),
    suggestions: querySet(corpus, unfinished, 6, 2).map(({ typed }) => typed.slice(0, 25)),
  };
}

/** What is measured of this search alone. */
async function measure(
  browser: Browser,
  server: BenchServer,
  corpus: Corpus,
  wanted: readonly MeasureName[],
  show: (text: string) => void,
): Promise<Measures> {
  const url = `${server.url}search/`;
  return {
    ...(wanted.includes('typing') && {
      typing: await whileTyping(browser, url, queriesToType(corpus), show),
    }),
    ...(wanted.includes('counts') && {
      counts: await facetCounts(browser, url, corpus, toCount, show),
    }),
    ...(wanted.includes('offline') && {
      offline: await withoutNetwork(browser, server, queriesOffline(corpus), show),
    }),
  };
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
  { alone, measures: wanted, show }: CompareOptions,
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
      const answers = await askAll(engine, sets, corpus, show);
      await context.close();
      const cost = !wanted.includes('visits')
        ? undefined
        : await firstVisits(browser, server, url, someQueries(sets), (text) =>
            show(`${name}: ${text}`),
          );
      engines.push({ name, scores: scores(answers), cost });
      return answers;
    };
    const answers = await inBrowser('Offprint', 'search/');
    const measures = await measure(browser, server, corpus, wanted, show);
    if (!alone) {
      show('Pagefind: making the index');
      await makeBareIndex(site);
      await inBrowser('Pagefind', barePath);
      show('MiniSearch: making the index');
      const mini = miniSearch(corpus.papers);
      engines.push({
        name: mini.name,
        scores: scores(await askAll(mini, sets, corpus, show)),
        cost: wholeIndexCost(mini.bytes, mini.loadMilliseconds),
      });
    }
    return { engines, answers, measures };
  } finally {
    await browser.close();
    await server.close();
  }
}
