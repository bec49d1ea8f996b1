/** The search bench reads the page it asks: on a search that answers slowly, and keeps old results in sight. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePage, barePath } from '../../scripts/bench/search/bare-page.ts';
import { launch } from '../../scripts/bench/search/chromium.ts';
import { firstVisits } from '../../scripts/bench/search/first-visit.ts';
import { pageEngine } from '../../scripts/bench/search/page-engine.ts';
import { serveCounted, type BenchServer } from '../../scripts/bench/search/server.ts';

/** Stands for Pagefind: finds as many papers as the query has words, named after them; the longer, the slower. */
const fake = `export async function search(text) {
  if (text === 'broken') document.querySelector('#results').dataset.state = 'error';
  await new Promise((resolve) => setTimeout(resolve, text.length * 5));
  const results = text.split(' ').map((word) => ({
    data: async () => ({ url: '/papers/' + word + '/', meta: { title: word } }),
  }));
  return { results };
}`;

let folder = '';
let server: BenchServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-'));
  await mkdir(join(folder, 'bench-pagefind'));
  await writeFile(join(folder, 'bench-pagefind', 'pagefind.js'), fake);
  server = await serveCounted(folder, '/', new Map([[barePath, barePage]]));
  browser = await launch();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
});

test('every query gets its own results, in order', async () => {
  const engine = await pageEngine(page, 'Fake', server.url + barePath);
  for (const typed of ['one two three', 'four', 'a rather long query it is', 'four', 'x y']) {
    const { ids, milliseconds } = await engine.search(typed);
    expect(ids).toEqual(typed.split(' ').slice(0, 10));
    expect(milliseconds).toBeGreaterThan(0);
  }
});

test('ten results at most', async () => {
  const engine = await pageEngine(page, 'Fake', server.url + barePath);
  const typed = 'a b c d e f g h i j k l';
  expect((await engine.search(typed)).ids).toEqual(typed.split(' ').slice(0, 10));
});

test('a search that fails is no empty answer', async () => {
  const engine = await pageEngine(page, 'Fake', server.url + barePath);
  await expect(engine.search('broken')).rejects.toThrow('No answer to "broken".');
  expect((await engine.search('works again')).ids).toEqual(['works', 'again']);
});

test('a first visit brings page and script, the next query nothing', async () => {
  const cost = await firstVisits(
    browser,
    server,
    server.url + barePath,
    ['one', 'two'],
    () => undefined,
  );
  expect(cost.firstBytes.median).toBeGreaterThan(fake.length / 2);
  expect(cost.nextBytes.max).toBe(0);
});
