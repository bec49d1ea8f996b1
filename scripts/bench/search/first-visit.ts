/** What a reader waits for and pays who searches for the first time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { quantile } from './metrics.ts';
import { askPage } from './page-engine.ts';
import { slowLine, type BenchServer } from './server.ts';

/** Bytes are those sent over the network, headers among them; times in milliseconds. */
export interface Cost {
  /** Until the first results were there: page, scripts, index. */
  readonly firstBytes: { readonly median: number; readonly max: number };
  /** Of the queries typed after that. */
  readonly nextBytes: { readonly median: number; readonly max: number };
  /** From the call of the page to the first results, on this machine and on a slow phone. */
  readonly firstTime: number;
  readonly slowTime: number;
  /** The slow phone's time was reckoned, not measured. */
  readonly reckoned: boolean;
}

/** How much slower the phone is than this machine. Work that a page gives to a worker is not slowed. */
export const slowProcessor = 4;

const done = '#results[data-state="done"]';
/** What was on its way when the results came has arrived by then. */
const settling = 300;

/** A reader who has never been here; without the copy that a service worker makes of an archive in the background. */
const fresh = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ serviceWorkers: 'block', viewport: { width: 412, height: 823 } });

async function firstResults(page: Page, url: string, typed: string): Promise<number> {
  const start = performance.now();
  await page.goto(`${url}?q=${encodeURIComponent(typed)}`, { waitUntil: 'commit' });
  await page.waitForSelector(done, { state: 'attached', timeout: 120_000 });
  return performance.now() - start;
}

async function onSlowPhone(
  browser: Browser,
  server: BenchServer,
  url: string,
  typed: string,
): Promise<number> {
  const context = await fresh(browser);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowProcessor });
    server.setLine(slowLine);
    return await firstResults(page, url, typed);
  } finally {
    server.setLine(undefined);
    await context.close();
  }
}

/**
 * Searches as readers do who come for the first time, each with an empty cache.
 *
 * @param queries one for each reader; of the next few, each reader types some as well
 * @param show is told how far it has got
 */
export async function firstVisits(
  browser: Browser,
  server: BenchServer,
  url: string,
  queries: readonly string[],
  show: (text: string) => void,
): Promise<Cost> {
  const firstBytes: number[] = [];
  const nextBytes: number[] = [];
  const times: number[] = [];
  const slowTimes: number[] = [];
  for (const [at, typed] of queries.entries()) {
    show(`first visits, ${at} of ${queries.length}`);
    const context = await fresh(browser);
    const page = await context.newPage();
    const before = server.sent();
    times.push(await firstResults(page, url, typed));
    await sleep(settling);
    firstBytes.push(server.sent() - before);
    for (let more = 1; more <= 3; more++) {
      const sent = server.sent();
      await askPage(page, queries[(at + more) % queries.length] ?? typed);
      await sleep(settling);
      nextBytes.push(server.sent() - sent);
    }
    await context.close();
    slowTimes.push(await onSlowPhone(browser, server, url, typed));
  }
  const spread = (values: readonly number[]): { median: number; max: number } => ({
    median: quantile(values, 0.5),
    max: quantile(values, 1),
  });
  return {
    firstBytes: spread(firstBytes),
    nextBytes: spread(nextBytes),
    firstTime: quantile(times, 0.5),
    slowTime: quantile(slowTimes, 0.5),
    reckoned: false,
  };
}

/**
 * What a search costs that brings its whole index.
 *
 * @param bytes of the index
 * @param loading milliseconds to make it ready
 */
export function wholeIndexCost(bytes: number, loading: number): Cost {
  const { roundTrip, bytesPerSecond } = slowLine;
  // The page's own round trips, as in `server.ts`, and one for the index.
  const slow = roundTrip * 4 + (bytes / bytesPerSecond) * 1000 + loading * slowProcessor;
  return {
    firstBytes: { median: bytes, max: bytes },
    nextBytes: { median: 0, max: 0 },
    firstTime: loading,
    slowTime: slow,
    reckoned: true,
  };
}
