import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import { slugOf } from '../../src/entries/slug.ts';
import { normalise } from '../../src/text/normalise.ts';
import { launch } from '../chromium.ts';
import { foundingDigest, foundingFile } from '../founding.ts';

const { papers } = parseDigest({ file: foundingDigest, text: foundingFile(foundingDigest) });

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ serviceWorkers: 'block' });
  page = await context.newPage();
});
afterEach(() => context.close());

const results = (wanted: Page) => wanted.locator('#results li a[data-paper]');

async function search(url: string, query: string, tab = page): Promise<(string | null)[]> {
  await tab.goto(`${url}search/?q=${encodeURIComponent(query)}`);
  await tab.locator('#results[data-state="done"]').waitFor();
  return results(tab).evaluateAll((links) => links.map((link) => link.getAttribute('data-paper')));
}

/** Tabs that search at a time: most of a search is waiting. */
const tabs = 6;

/**
 * The titles that do not find their own paper first. Under each base every other title is asked for, so that all are once;
 * `npm run fuzz` asks for all under both.
 */
async function missedTitles(url: string, base: string): Promise<string[]> {
  const waiting = papers
    .map(({ title }) => normalise(title))
    .filter((_, at) => process.env['OFFPRINT_FUZZ'] || at % 2 === (base === '/' ? 0 : 1));
  const misses: string[] = [];
  const searchOn = async (): Promise<void> => {
    const tab = await context.newPage();
    for (let title = waiting.pop(); title !== undefined; title = waiting.pop()) {
      const [first] = await search(url, title, tab);
      if (first !== slugOf(title)) misses.push(`${title}: ${first ?? 'nothing'}`);
    }
  };
  await Promise.all(Array.from({ length: tabs }, searchOn));
  return misses;
}

describe.each(inject('sites'))('search under $base', ({ url, base }) => {
  it('puts the paper first whose exact title is asked for', async () => {
    expect(await missedTitles(url, base)).toEqual([]);
  });

  it('finds as one types, and keeps the query in the address', async () => {
    await page.goto(`${url}search/`);
    await page.locator('#results[data-state="idle"]').waitFor();
    await page.getByRole('searchbox').last().pressSequentially('shampoo adam', { delay: 20 });
    await page.locator('#results[data-state="done"]').waitFor();
    expect(await results(page).first().getAttribute('data-paper')).toContain('soap');
    expect(new URL(page.url()).searchParams.get('q')).toBe('shampoo adam');
    await results(page).first().click();
    await page.locator('article[data-paper]').waitFor();
    await page.goBack();
    await page.locator('#results[data-state="done"]').waitFor();
    expect(await results(page).first().getAttribute('data-paper')).toContain('soap');
  });

  it('says so when nothing is found', async () => {
    expect(await search(url, 'qqqqxyzzy')).toEqual([]);
    expect(await page.locator('#results').innerText()).not.toBe('');
  });

  it('narrows by topic through the address', async () => {
    const all = await search(url, 'learning');
    await page.goto(`${url}search/?q=learning&topic=bandits`);
    await page.locator('#results[data-state="done"]').waitFor();
    const some = await results(page).count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all.length);
  });

  it('is reached with the slash key from any page', async () => {
    await page.goto(url);
    await page.keyboard.press('/');
    await page.keyboard.type('alignment faking');
    await page.keyboard.press('Enter');
    await page.locator('#results[data-state="done"]').waitFor();
    expect(await results(page).first().getAttribute('data-paper')).toContain('alignment-faking');
  });
});
