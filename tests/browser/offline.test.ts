import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../chromium.ts';
import { serve } from '../server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(inject('sites'))('offline under $base', ({ folder, base }) => {
  it('still shows every page and searches after one visit and the end of the server', async () => {
    const server = await serve(folder, base);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.url);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // The worker is active when everything it keeps has been fetched.
    await page.waitForFunction(() =>
      navigator.serviceWorker.getRegistration().then((it) => it?.active?.state === 'activated'),
    );
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
    await context.close();
  });
});
