import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe.ts';
import { freshPage, giveBack } from '../readers.ts';

const paper = 'papers/alignment-faking-in-large-language-models/';

let page: Page;
beforeEach(async () => {
  page = await freshPage();
});
afterEach(() => giveBack(page));

const field = (): Locator => page.locator('input[type="search"]').first();
const options = (): Locator => page.getByRole('option');
const active = (): Promise<string | undefined> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id ? document.getElementById(id)?.innerText : undefined;
  });
const group = (name: string): Locator =>
  page.getByRole('group', { name, exact: true }).getByRole('option');

// Under a base path, where an address that forgets it fails; search.test.ts searches under both.
describe.each(inject('sites').filter(({ base }) => base !== '/'))(
  'the search box under $base',
  ({ url, base }) => {
    it('fetches nothing before it is used', async () => {
      const asked: string[] = [];
      await page.goto(`${url}${paper}`, { waitUntil: 'networkidle' });
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.mouse.move(300, 300);
      await page.keyboard.press('Tab');
      await page.waitForTimeout(300);
      expect(asked).toEqual([]);
      await field().focus();
      await expect.poll(() => asked.some((path) => path.startsWith(`${base}_astro/`))).toBe(true);
      expect(asked.every((path) => path.startsWith(`${base}_astro/`))).toBe(true);
      await field().pressSequentially('rew');
      await group('Papers').first().waitFor();
      expect(asked).toContain(`${base}search/suggest.json`);
    });

    it.each([
      ['the home page', ''],
      ['a paper', paper],
      ['a page with a field of its own', '404.html'],
    ])('suggests papers, topics and authors on %s', async (_name, path) => {
      await page.goto(`${url}${path}`);
      await field().click();
      await field().pressSequentially('learning', { delay: 10 });
      // What is found for the letters before may stand there first.
      await expect.poll(() => group('Papers').count()).toBe(6);
      await expect
        .poll(() => group('Topics').allInnerTexts())
        .toContainEqual(expect.stringContaining('Learning theory & algorithms'));
      expect(await options().last().innerText()).toBe('Search for “learning”');
      await field().fill('wang');
      await group('Authors').first().getByText('Wang').waitFor();
    });

    it('is used by keyboard alone', async () => {
      await page.goto(`${url}${paper}`);
      await page.keyboard.press('/');
      // At once: what is found for fewer letters would come between. Papers come last.
      await page.keyboard.insertText('bandits');
      await group('Papers').first().waitFor();
      expect(await field().getAttribute('role')).toBe('combobox');
      expect(await field().getAttribute('aria-expanded')).toBe('true');
      expect(await active()).toBeUndefined();
      await page.keyboard.press('ArrowDown');
      expect(await active()).toBe(await options().first().innerText());
      await page.keyboard.press('End');
      expect(await active()).toBe('Search for “bandits”');
      await page.keyboard.press('ArrowDown');
      expect(await active()).toBeUndefined();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await active()).toContain('Bandits & active learning');
      await page.keyboard.press('Escape');
      expect(await field().getAttribute('aria-expanded')).toBe('false');
      expect(await field().inputValue()).toBe('bandits');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${url}topics/bandits/`);
    });

    it('searches with Enter, and keeps the search', async () => {
      await page.goto(`${url}${paper}`);
      await field().click();
      await field().pressSequentially('shampoo');
      await options().last().waitFor();
      await field().press('Enter');
      await page.locator('#results[data-state="done"]').waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toBe('shampoo');
      await page.goto(`${url}search/`);
      await expect.poll(() => page.locator('[data-recent] a').allInnerTexts()).toEqual(['shampoo']);
    });

    it('opens a suggestion that is clicked', async () => {
      await page.goto(`${url}${paper}`);
      await field().click();
      await field().pressSequentially('soap improving');
      await expect.poll(() => group('Papers').first().innerText()).toMatch(/^SOAP/);
      await group('Papers').first().click();
      await page.locator('article[data-paper]').waitFor();
      expect(await page.locator('h1').innerText()).toMatch(/^SOAP/);
    });

    it('leads to the search page without script', async () => {
      const tab = await freshPage({ javaScriptEnabled: false });
      await tab.goto(`${url}${paper}`);
      await tab.locator('.seek input').fill('tea');
      await tab.locator('.seek input').press('Enter');
      await tab.waitForURL(`${url}search/?q=tea`);
      expect(await tab.locator('main a[href*="/topics/"]').count()).toBeGreaterThan(5);
      await giveBack(tab);
    });

    it('says nothing of papers where the index is out of reach, and still searches', async () => {
      await page.context().route(/search\/texts/, (route) => route.abort());
      await page.goto(`${url}${paper}`);
      await field().click();
      await field().pressSequentially('bandits');
      await group('Topics').first().waitFor();
      expect(await group('Papers').count()).toBe(0);
      expect(await options().last().innerText()).toBe('Search for “bandits”');
    });

    it.each([
      ['light', 390],
      ['dark', 1280],
    ] as const)(
      'moves nothing and is accessible while open, in %s, %d wide',
      async (scheme, width) => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme: scheme });
        for (const path of ['', paper]) {
          await page.goto(`${url}${path}`);
          const tops = (): Promise<number[]> =>
            page
              .locator('h1, h2')
              .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
          const before = await tops();
          await field().click();
          await field().fill('learning');
          await group('Papers').first().waitFor();
          await page.keyboard.press('ArrowDown');
          expect(await tops()).toEqual(before);
          const outside = await page.evaluate(() => {
            const list = document.querySelector('[role="listbox"]')?.getBoundingClientRect();
            return !list || list.left < 0 || list.right > document.documentElement.clientWidth;
          });
          expect(outside).toBe(false);
          expect(await violations(page)).toEqual([]);
        }
      },
    );
  },
);
