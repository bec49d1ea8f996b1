import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { pageEngine } from '../../scripts/bench/search/page-engine.ts';
import { parseDigest } from '../../src/digest/parse.ts';
import { slugOf } from '../../src/entries/slug.ts';
import { normalise } from '../../src/text/normalise.ts';
import { foundingDigest, foundingFile } from '../founding.ts';
import { freshPage, giveBack } from '../readers.ts';

const { papers } = parseDigest({ file: foundingDigest, text: foundingFile(foundingDigest) });

let page: Page;
beforeEach(async () => {
  page = await freshPage();
});
afterEach(() => giveBack(page));

const results = (wanted: Page) => wanted.locator('#results li a[data-paper]');

async function search(url: string, query: string): Promise<(string | null)[]> {
  await page.goto(`${url}search/?q=${encodeURIComponent(query)}`);
  await page.locator('#results[data-state="done"]').waitFor();
  return results(page).evaluateAll((links) => links.map((link) => link.getAttribute('data-paper')));
}

/** The titles that do not find their own paper first, asked one after another on one page. */
async function missedTitles(url: string, every: number): Promise<string[]> {
  const engine = await pageEngine(page, 'Offprint', `${url}search/`);
  const misses: string[] = [];
  for (const [at, paper] of papers.entries()) {
    if (at % every > 0) continue;
    const title = normalise(paper.title);
    const { ids } = await engine.search(title);
    if (ids[0] !== slugOf(title)) misses.push(`${title}: ${ids[0] ?? 'nothing'}`);
  }
  return misses;
}

describe.each(inject('sites'))('search under $base', ({ url, base }) => {
  it('puts the paper first whose exact title is asked for', async () => {
    // A base changes addresses, not ranks; `npm run fuzz` asks for every title.
    const few = process.env['OFFPRINT_FUZZ'] === undefined ? 3 : 1;
    expect(await missedTitles(url, base === '/' ? few : 9)).toEqual([]);
  });

  it('finds as one types, and keeps the query in the address', async () => {
    await page.goto(`${url}search/`);
    await page.locator('#results[data-state="idle"]').waitFor();
    await page.getByRole('searchbox').last().pressSequentially('shampoo adam', { delay: 20 });
    await page.locator('#results[data-state="done"]').waitFor();
    expect(await results(page).first().getAttribute('data-paper')).toContain('soap');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('shampoo adam');
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
