/** What a reader can search for without a network who has chosen to keep the search. */
import type { Browser, Page } from 'playwright-core';
import { phone } from './chromium.ts';
import { askPage } from './page-engine.ts';
import type { BenchServer } from './server.ts';

/** Of each sort: queries, and those that were answered without a network as they were with it. */
export interface OfflineReport {
  readonly answered: Readonly<
    Record<OfflineSort, { readonly queries: number; readonly alike: number }>
  >;
  /** Sent for it over the network, and in how many requests. */
  readonly bytes: number;
  readonly requests: number;
  /** Milliseconds from the button to "Kept on this device". */
  readonly keeping: number;
}

export const offlineSorts = ['typos', 'filters', 'suggestions'] as const;
export type OfflineSort = (typeof offlineSorts)[number];

/** Typed texts; of filters, what stands in the address behind `?`. */
export type OfflineQueries = Readonly<Record<OfflineSort, readonly string[]>>;

const kept = /^Kept on this device/;

/**
 * Keeps search and abstracts by the page's own control.
 *
 * @returns milliseconds; undefined if there is nothing to choose, for the archive is small and kept whole
 */
async function keepSearch(page: Page, home: string): Promise<number | undefined> {
  await page.goto(`${home}offline/`);
  const control = page.locator('[data-offline-control]');
  await control.waitFor();
  await page.evaluate(async () => navigator.serviceWorker.ready);
  const button = control.getByRole('button', { name: 'Keep: Search and abstracts' });
  const summary = control.getByText('all of it, search included');
  await button.or(summary).first().waitFor({ timeout: 60_000 });
  if (!(await button.isVisible())) return undefined;
  const start = performance.now();
  await button.click();
  const row = control.locator('li').filter({ hasText: 'Search and abstracts' });
  await row.getByText(kept).waitFor({ timeout: 300_000 });
  return performance.now() - start;
}

const shownIds = (page: Page): Promise<string[]> =>
  page
    .locator('#results li a[data-paper]')
    .evaluateAll((links) => links.map((link) => link.dataset['paper'] ?? ''));

async function filtered(page: Page, home: string, query: string): Promise<string[]> {
  await page.goto(`${home}search/?${query}`);
  await page.waitForSelector('#results[data-state="done"]', { state: 'attached', timeout: 30_000 });
  return shownIds(page);
}

/** The papers suggested below the home page's field. */
async function suggested(page: Page, home: string, typed: string): Promise<string[]> {
  await page.goto(home);
  const field = page.locator('main input[name="q"]');
  await field.focus();
  await field.pressSequentially(typed, { delay: 60 });
  const papers = page.locator('[role="option"][href*="/papers/"]');
  await papers.first().waitFor({ timeout: 10_000 });
  // The list fills as the papers come.
  await page.waitForTimeout(700);
  return papers.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** What each query of each sort finds; an answer that fails is no answer. */
async function askAll(
  page: Page,
  home: string,
  queries: OfflineQueries,
): Promise<Record<OfflineSort, string[]>> {
  const answers: Record<OfflineSort, string[]> = { typos: [], filters: [], suggestions: [] };
  const answer = async (sort: OfflineSort, found: Promise<readonly string[]>): Promise<void> => {
    answers[sort].push((await found.catch(() => [])).join(' '));
  };
  await page.goto(`${home}search/`).catch(() => undefined);
  for (const typed of queries.typos) {
    await answer(
      'typos',
      askPage(page, typed).then(({ ids }) => ids),
    );
  }
  for (const query of queries.filters) await answer('filters', filtered(page, home, query));
  for (const typed of queries.suggestions)
    await answer('suggestions', suggested(page, home, typed));
  return answers;
}

/**
 * Keeps the search, cuts the network and asks again what was asked before.
 *
 * @param server of the archive; it answers again in the end
 * @param show is told how far it has got
 */
export async function withoutNetwork(
  browser: Browser,
  server: BenchServer,
  queries: OfflineQueries,
  show: (text: string) => void,
): Promise<OfflineReport> {
  const online = await browser.newContext({ serviceWorkers: 'block', viewport: phone });
  const offline = await browser.newContext({ serviceWorkers: 'allow', viewport: phone });
  try {
    show('offline: asking with a network');
    const expected = await askAll(await online.newPage(), server.url, queries);
    show('offline: keeping the search');
    const page = await offline.newPage();
    const [sent, requests] = [server.sent(), server.requests()];
    const keeping = await keepSearch(page, server.url);
    const [bytes, needed] = [server.sent() - sent, server.requests() - requests];
    if (keeping === undefined) await page.waitForTimeout(5000);
    show('offline: asking without a network');
    server.cut(true);
    const found = await askAll(page, server.url, queries);
    const alike = (sort: OfflineSort): { queries: number; alike: number } => ({
      queries: queries[sort].length,
      alike: found[sort].filter((ids, at) => ids !== '' && ids === expected[sort][at]).length,
    });
    return {
      answered: {
        typos: alike('typos'),
        filters: alike('filters'),
        suggestions: alike('suggestions'),
      },
      bytes,
      requests: needed,
      keeping: keeping ?? Number.NaN,
    };
  } finally {
    server.cut(false);
    await online.close();
    await offline.close();
  }
}
