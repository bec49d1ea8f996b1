/** What readers see while they type. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { between, random, type Random } from '../random.ts';
import { phone } from './chromium.ts';
import { quantile } from './metrics.ts';
import { askPage } from './page-engine.ts';
import { shifted, watchShifts } from './shifts.ts';

/** Times in milliseconds. */
export interface Typing {
  readonly queries: number;
  /** From the fourth letter to the first results; 0 where they were there before it. */
  readonly median: number;
  readonly p95: number;
  /** Share of the queries with results no later than 300 ms after the fourth letter. */
  readonly soon: number;
  /** Share of the queries with results before the last letter. */
  readonly beforeLast: number;
  /** How much moved from the first letter until a second after the last, the most of all queries. */
  readonly shift: number;
}

/** One query typed. */
export interface Typed {
  /** When each letter was typed. */
  readonly letters: readonly number[];
  /** When results were seen first; undefined if none were. */
  readonly results?: number;
  readonly shift: number;
}

/** Milliseconds between two letters: forty words a minute and more. */
const pace = [110, 150] as const;
const soon = 300;

/** Runs in the page: notes when letters and the first results after an empty field come. */
function watchTyping(): { letters: number[]; results: number | undefined } {
  const noted: { letters: number[]; results: number | undefined } = {
    letters: [],
    results: undefined,
  };
  const results = document.querySelector('#results');
  const field = document.querySelector('main form input[name="q"]');
  if (!results || !field) throw new Error('This is no search page.');
  field.addEventListener('input', () => noted.letters.push(performance.now()));
  const shown = (): string =>
    [...results.querySelectorAll('li a[data-paper]')]
      .filter((link) => link.checkVisibility({ visibilityProperty: true }))
      .map((link) => link.getAttribute('data-paper'))
      .join(' ');
  // What a page may leave standing of the query before is no answer to this one.
  const left = [...results.querySelectorAll('li a[data-paper]')]
    .map((link) => link.getAttribute('data-paper'))
    .join(' ');
  const seen = (): void => {
    const now = shown();
    if (noted.letters.length === 0 || now === '' || now === left) return;
    observer.disconnect();
    noted.results = performance.now();
  };
  const observer = new MutationObserver(seen);
  observer.observe(results, { subtree: true, childList: true, attributes: true });
  return noted;
}

async function type(page: Page, text: string, next: Random): Promise<Typed> {
  await page.fill('main form input[name="q"]', '');
  await page.waitForSelector('#results[data-state="idle"]', { state: 'attached' });
  await page.focus('main form input[name="q"]');
  const before = await shifted(page);
  const noted = await page.evaluateHandle(watchTyping);
  for (const letter of text) {
    await page.keyboard.type(letter);
    await sleep(between(next, ...pace));
  }
  await page.waitForSelector('#results:not([data-state="loading"])', { timeout: 30_000 });
  await sleep(1000);
  const { letters, results } = await noted.jsonValue();
  const shift = (await shifted(page)) - before;
  return { letters, ...(results !== undefined && { results }), shift };
}

/** @param typed of several queries of four letters and more */
export function typingOf(typed: readonly Typed[]): Typing {
  const waits = typed.map(({ letters, results = Number.POSITIVE_INFINITY }) =>
    Math.max(0, results - (letters[3] ?? 0)),
  );
  const early = typed.filter(
    ({ letters, results = Number.POSITIVE_INFINITY }) => results < (letters.at(-1) ?? 0),
  );
  return {
    queries: typed.length,
    median: quantile(waits, 0.5),
    p95: quantile(waits, 0.95),
    soon: waits.filter((wait) => wait <= soon).length / waits.length,
    beforeLast: early.length / typed.length,
    shift: Math.max(...typed.map(({ shift }) => shift)),
  };
}

/**
 * Types as people do into a page that is open and warm, on a phone's screen.
 *
 * @param url of the search page
 * @param queries of four letters and more
 * @param show is told how far it has got
 */
export async function whileTyping(
  browser: Browser,
  url: string,
  queries: readonly string[],
  show: (text: string) => void,
): Promise<Typing> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: phone });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchShifts);
    await page.goto(url);
    await askPage(page, 'learning');
    const next = random(1);
    const typed: Typed[] = [];
    for (const query of queries) {
      show(`typing, ${typed.length} of ${queries.length}`);
      typed.push(await type(page, query, next));
    }
    return typingOf(typed);
  } finally {
    await context.close();
  }
}
