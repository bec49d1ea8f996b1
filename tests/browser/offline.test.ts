import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listFiles } from '../../src/offline/files.ts';
import { planOffline } from '../../src/offline/plan.ts';
import { writeWorker } from '../../src/offline/worker.ts';
import { launch } from '../chromium.ts';
import { serve } from '../server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

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
    await writeWorker(planOffline(await listFiles(large), base, 1), large, base);
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
