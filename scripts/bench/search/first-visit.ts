/** What a reader waits for and pays who searches for the first time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { quantile } from './metrics.ts';
import { phone } from './chromium.ts';
import { askPage } from './page-engine.ts';
import { shifted, watchShifts } from './shifts.ts';
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
  /** On the slow phone, by the time the first results were there, with all that the page sets going beside them. */
  readonly slowBytes?: number;
  readonly slowRequests?: number;
  /** How much moved meanwhile, as layout shift: the most of all readers. */
  readonly shift?: number;
  /** The slow phone's time was reckoned, not measured. */
  readonly reckoned: boolean;
}

/** How much slower the phone is than this machine. Work that a page gives to a worker is not slowed. */
export const slowProcessor = 4;

const done = '#results[data-state="done"]';
/** What was on its way when the results came has arrived by then. */
const settling = 300;

/** A reader who has never been here, perhaps without the copy that a service worker makes in the background. */
const fresh = (browser: Browser, serviceWorkers: 'allow' | 'block'): Promise<BrowserContext> =>
  browser.newContext({ serviceWorkers, viewport: phone });

async function firstResults(page: Page, url: string, typed: string): Promise<number> {
  const start = performance.now();
  await page.goto(`${url}?q=${encodeURIComponent(typed)}`, { waitUntil: 'commit' });
  await page.waitForSelector(done, { state: 'attached', timeout: 120_000 });
  return performance.now() - start;
}

interface SlowVisit {
  readonly time: number;
  readonly bytes: number;
  readonly requests: number;
  readonly shift: number;
}

async function onSlowPhone(
  browser: Browser,
  server: BenchServer,
  url: string,
  typed: string,
): Promise<SlowVisit> {
  const context = await fresh(browser, 'allow');
  try {
    const page = await context.newPage();
    await page.addInitScript(watchShifts);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowProcessor });
    server.setLine(slowLine);
    const [bytes, requests] = [server.sent(), server.requests()];
    const time = await firstResults(page, url, typed);
    const used = { bytes: server.sent() - bytes, requests: server.requests() - requests };
    await sleep(settling);
    return { time, ...used, shift: await shifted(page) };
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
  const slow: SlowVisit[] = [];
  for (const [at, typed] of queries.entries()) {
    show(`first visits, ${at} of ${queries.length}`);
    const context = await fresh(browser, 'block');
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
    slow.push(await onSlowPhone(browser, server, url, typed));
  }
  const spread = (values: readonly number[]): { median: number; max: number } => ({
    median: quantile(values, 0.5),
    max: quantile(values, 1),
  });
  const middle = (values: readonly number[]): number => quantile(values, 0.5);
  return {
    firstBytes: spread(firstBytes),
    nextBytes: spread(nextBytes),
    firstTime: middle(times),
    slowTime: middle(slow.map(({ time }) => time)),
    slowBytes: middle(slow.map(({ bytes }) => bytes)),
    slowRequests: middle(slow.map(({ requests }) => requests)),
    shift: Math.max(...slow.map(({ shift }) => shift)),
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
