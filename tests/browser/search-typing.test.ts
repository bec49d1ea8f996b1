/** The search page while somebody types, on a phone: results at once, nothing that jumps, the keyboard's way. */
import type { Disposable, Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { freshPage, giveBack } from '../readers.ts';

const url = inject('sites').find(({ base }) => base !== '/')?.url ?? '';

const viewport = { width: 412, height: 823 };
let page: Page;
let script: Disposable;

beforeEach(async () => {
  page = await freshPage({ viewport });
  // Every shift counts, those just after a key as well: the reader's eye does not excuse them.
  script = await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry));
    }).observe({ type: 'layout-shift', buffered: true });
  });
});
afterEach(async () => {
  await script.dispose();
  await giveBack(page);
});

const field = (): Locator => page.locator('#q');
const results = (): Locator => page.locator('#results li a[data-paper]');
const done = (): Promise<void> => page.locator('#results[data-state="done"]').waitFor();
const shifts = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'shifts'));
const focused = (): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-paper') ?? null);

it('shows results before the last letter, and nothing moves', async () => {
  await page.goto(`${url}search/`);
  await field().fill('bandits');
  await done();
  await field().fill('');
  await page.locator('#results[data-state="idle"]').waitFor();
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const hits = document.querySelector('[data-hits]');
    const input = document.querySelector('input');
    if (!hits || !input) throw new Error('This is no search page.');
    new MutationObserver(() => {
      if (hits.querySelector('a')) seen.push(input.value);
    }).observe(hits, { childList: true });
  });
  // However slowly it is answered: the last letters are not typed before.
  await field().pressSequentially('reinfor');
  await results().first().waitFor();
  await field().pressSequentially('cement learning', { delay: 40 });
  const seen = () => page.evaluate((): unknown => Reflect.get(window, 'seen'));
  await expect
    .poll(seen)
    .toEqual(
      expect.arrayContaining([expect.stringMatching(/^rein\w{0,4}$/), 'reinforcement learning']),
    );
  await done();
  expect(await shifts()).toEqual([]);
});

it('keeps the place of the results on arrival, whatever is to be shown there', async () => {
  for (const query of [
    'q=learning',
    'q=aligment+fakng',
    'topic=bandits&year=2025',
    'q=qqqqxyzzy',
  ]) {
    await page.goto(`${url}search/?${query}`);
    await done();
    expect(await shifts()).toEqual([]);
    expect(await page.locator('[data-idle]').isVisible()).toBe(false);
  }
  await field().fill('learning');
  await field().press('Enter');
  // It is kept by the time that the first result has the focus.
  await page.locator('#results a:focus').waitFor();
  await page.goto(`${url}search/`);
  await expect.poll(() => page.locator('[data-recent] a').allInnerTexts()).toEqual(['learning']);
  expect(await page.locator('[data-browse]').isVisible()).toBe(true);
  expect(await shifts()).toEqual([]);
});

it('leads from the field to the first result by Tab and by arrow, and to the filters behind them', async () => {
  await page.goto(`${url}search/?q=shampoo`);
  await done();
  const first = await results().first().getAttribute('data-paper');
  await field().focus();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe(first);
  await page.keyboard.press('ArrowUp');
  expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(first);
  expect(
    await page.evaluate(() => {
      const filters = document.querySelector('[data-filters] summary');
      const last = [...document.querySelectorAll('[data-hits] a')].at(-1);
      return filters && last && last.compareDocumentPosition(filters);
    }),
  ).toBe(4);
  // From a result back to the field, and only there the query goes.
  await page.keyboard.press('Escape');
  expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await field().inputValue()).toBe('shampoo');
  await page.keyboard.press('Escape');
  expect(await field().inputValue()).toBe('');
});

it('fetches nothing for later before the first answer', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const visitor = await freshPage({ viewport, serviceWorkers: 'allow' });
  await visitor.route('**/search/texts/**', async (route) => {
    await held;
    await route.continue();
  });
  await visitor.goto(`${url}search/?q=learning`, { waitUntil: 'load' });
  const workers = (): Promise<number> =>
    visitor.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await visitor.waitForTimeout(800);
  expect(await workers()).toBe(0);
  release();
  await visitor.locator('#results[data-state="done"]').waitFor();
  await expect.poll(workers).toBe(1);
  await visitor.context().close();
});

it('parts the papers that hold all the words from the others, which say what they lack', async () => {
  await page.goto(`${url}search/?q=shampoo+adam`);
  await done();
  expect(await page.locator('[data-total]').innerText()).toMatch(
    /^\d+ papers, 1 with all the words$/,
  );
  const lists = page.locator('[data-hits] ol');
  expect(await lists.first().locator(':scope > li').count()).toBe(1);
  expect(await page.locator('[data-hits] h2').innerText()).toBe('Without some of the words');
  expect(await lists.last().getAttribute('start')).toBe('2');
  for (const item of await lists.last().locator(':scope > li').all()) {
    expect(await item.locator('.gaps').innerText()).toMatch(/(?:Without|For) “(?:shampoo|adam)”/);
  }
  await page.goto(`${url}search/?q=shampoo+chromodynamics`);
  await done();
  expect(await page.locator('[data-notes]').innerText()).toContain('No paper has all the words');
  expect(await page.locator('.gaps').first().innerText()).toContain('Without “chromodynamics”');
  expect(await page.locator('[data-hits] h2').count()).toBe(0);
});
