import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listFiles } from '../../src/publish/files.ts';
import { planOffline } from '../../src/offline/plan.ts';
import { siteAt } from '../../src/publish/site-folder.ts';
import { writeWorker } from '../../src/offline/worker.ts';
import { violations } from '../axe.ts';
import { launch } from '../chromium.ts';
import { serve, type StaticServer } from '../server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});

/** The home page, once the worker keeps all that it keeps from the start. */
async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The worker is active when everything it keeps has been fetched.
  await page.waitForFunction(() =>
    navigator.serviceWorker.getRegistration().then((it) => it?.active?.state === 'activated'),
  );
  return page;
}

/** What is answered for a page that is not kept. */
async function notKept(page: Page, url: string): Promise<[number | undefined, string, string]> {
  const answer = await page.goto(url);
  return [
    answer?.status(),
    await page.locator('h1').innerText(),
    await page.locator('[data-kept]:visible').innerText(),
  ];
}

describe.each(inject('sites'))('offline under $base', ({ folder, base }) => {
  it('still shows every page and searches after one visit and the end of the server', async () => {
    const server = await serve(folder, base);
    const context = await browser.newContext();
    const page = await visit(context, server.url);
    await server.close();

    await page.goto(`${server.url}papers/alignment-faking-in-large-language-models/`);
    expect(await page.locator('[data-abstract]').innerText()).toContain('alignment faking');
    await page.goto(`${server.url}topics/bandits/`);
    expect(await page.locator('h1').count()).toBe(1);
    await page.goto(`${server.url}search/?q=alignment+faking`);
    await page.locator('#results[data-state="done"]').waitFor();
    expect(await page.locator('#results li a[data-paper]').first().getAttribute('data-paper')).toBe(
      'alignment-faking-in-large-language-models',
    );
    expect(await notKept(page, `${server.url}papers/newer-than-that/`)).toEqual([
      503,
      'You are offline and this page is not saved here',
      expect.stringContaining('has the whole archive'),
    ]);
    await context.close();
  });

  it('of a large archive shows what was visited, and says of the rest that it is not saved', async () => {
    const large = await mkdtemp(join(tmpdir(), 'offprint-large-'));
    await cp(folder, large, { recursive: true });
    await writeWorker(planOffline(await listFiles(large), base, 1), siteAt(large), base);
    const server = await serve(large, base);
    const context = await browser.newContext();
    const page = await visit(context, server.url);
    const paper = `${server.url}papers/alignment-faking-in-large-language-models/`;
    await page.goto(paper);
    const isKept = (url: string): Promise<boolean> =>
      caches.match(url).then((found) => found !== undefined);
    await expect.poll(() => page.evaluate(isKept, paper)).toBe(true);
    await server.close();

    await page.goto(paper);
    expect(await page.locator('[data-abstract]').innerText()).toContain('alignment faking');
    expect(await notKept(page, `${server.url}topics/bandits/`)).toEqual([
      503,
      'You are offline and this page is not saved here',
      expect.stringContaining('too large to be saved whole without being asked'),
    ]);
    await context.close();
    await rm(large, { recursive: true });
  });
});

describe('what a reader of a large archive chooses', () => {
  const [, site = { folder: '', base: '', url: '' }] = inject('sites');
  let large: string;
  let server: StaticServer;
  let context: BrowserContext;
  beforeAll(async () => {
    large = await mkdtemp(join(tmpdir(), 'offprint-chosen-'));
    await cp(site.folder, large, { recursive: true });
    await writeWorker(planOffline(await listFiles(large), site.base, 1), siteAt(large), site.base);
    server = await serve(large, site.base);
    context = await browser.newContext();
  });
  afterAll(async () => {
    await context.close();
    await rm(large, { recursive: true });
  });

  it('is kept with the progress told, and searched without a network: typos, filters, suggestions', async () => {
    const page = await visit(context, server.url);
    await page.goto(`${server.url}offline/`);
    const row = page.locator('[data-rows] li').filter({ hasText: 'Search and abstracts' });
    await row.getByRole('button', { name: 'Keep: Search and abstracts' }).click();
    await row.getByText('Kept on this device').waitFor();
    expect(await row.getByRole('button').allInnerTexts()).toEqual(['Remove']);
    await page.getByText('Room for about').waitFor();
    expect(
      await page.locator('[data-rows] li').filter({ hasText: 'Every page' }).innerText(),
    ).toMatch(/\d MB/);
    expect(await violations(page)).toEqual([]);
    await server.close();

    await page.goto(`${server.url}search/?q=alignement+fakng`);
    await page.locator('#results[data-state="done"]').waitFor();
    const first = page.locator('#results li a[data-paper]').first();
    expect(await first.getAttribute('data-paper')).toBe(
      'alignment-faking-in-large-language-models',
    );
    await page.goto(`${server.url}search/?q=model&topic=vision`);
    await page.locator('#results[data-state="done"]').waitFor();
    const filtered = await page.locator('#results li a[data-paper]').count();
    expect(filtered).toBeGreaterThan(0);
    expect(filtered).toBeLessThan(10);
    await page.goto(server.url);
    await page.locator('main input[type="search"]').fill('alignm');
    await page.getByRole('option').filter({ hasText: 'Alignment faking' }).waitFor();
    await page.locator('main input[type="search"]').fill('bandi');
    await page
      .getByRole('option')
      .filter({ hasText: /bandits/i })
      .first()
      .waitFor();

    expect(await notKept(page, `${server.url}topics/bandits/`)).toEqual([
      503,
      'You are offline and this page is not saved here',
      expect.stringContaining('listed below'),
    ]);
    await page.locator('[data-rows] li').filter({ hasText: 'Kept on this device' }).waitFor();
    // What was kept is there until it is removed.
    await page.getByRole('button', { name: 'Remove: Search and abstracts' }).click();
    await page
      .locator('[data-rows] li')
      .filter({ hasText: 'Kept on this device' })
      .waitFor({ state: 'detached' });
    expect((await page.goto(`${server.url}search/?q=alignement+fakng`))?.status()).toBe(200);
    await page.locator('#results[data-state="error"]').waitFor();
  });
});
