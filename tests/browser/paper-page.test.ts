/** A paper's page answers on its first screen what it is, whether it can be read, and what there is to do with it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { freshPage, giveBack } from '../readers.ts';

const id = 'a-nearly-optimal-bound-for-fast-regression-with-ell-infty-guarantee';
const [site] = inject('sites');
if (site === undefined) throw new Error('no site');

async function opened(
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
  paper = id,
): Promise<void> {
  const page = await freshPage(options);
  await page.goto(`${site?.url}papers/${paper}/`);
  await use(page);
  await giveBack(page);
}

const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };

it.each([true, false])(
  'has its actions on the first screen of a phone (script: %s)',
  async (js) => {
    await opened({ viewport: phone, javaScriptEnabled: js }, async (page) => {
      const actions = await page.locator('[data-actions]').boundingBox();
      expect((actions?.y ?? 0) + (actions?.height ?? 0)).toBeLessThan(phone.height);
      const targets = page.locator('[data-actions] :is(a, summary, button):visible');
      expect(await targets.count()).toBeGreaterThanOrEqual(js ? 4 : 3);
      for (const target of await targets.all())
        expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      expect(await page.locator('details[open]').count()).toBe(0);
      expect(await page.locator('.crumbs a').first().innerText()).toBe('Papers');
    });
  },
);

it('folds many authors away, so that the actions stay on the first screen', async () => {
  await opened(
    { viewport: phone },
    async (page) => {
      const actions = await page.locator('[data-actions]').boundingBox();
      expect((actions?.y ?? 0) + (actions?.height ?? 0)).toBeLessThan(phone.height);
      await page.getByText('and 120 more authors').click();
      expect(await page.locator('.authors ~ details a').first().isVisible()).toBe(true);
    },
    'palm-2-technical-report',
  );
});

it('moves nothing, neither when scripts add their buttons nor when Cite opens', async () => {
  const top = async (page: Page) => (await page.locator('[data-abstract]').boundingBox())?.y;
  for (const viewport of [phone, desk]) {
    await opened({ viewport }, async (page) => {
      await page.getByRole('button', { name: 'Copy link' }).waitFor();
      const tools = page.locator('[data-tools] > :is(button, details)');
      expect(await tools.count()).toBeGreaterThanOrEqual(2);
      const tops = await tools.evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().top),
      );
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(2);
      const before = await top(page);
      for (const name of ['[data-tools] > button', '[data-tools] > button:last-of-type'])
        await page.evaluate((some) => document.querySelector(some)?.remove(), name);
      expect(await top(page)).toBe(before);
      await page.locator('.cite > summary').click();
      const panel = page.locator('.cite > div');
      expect(await panel.isVisible()).toBe(true);
      expect(await top(page)).toBe(before);
      await page.keyboard.press('Escape');
      expect(await panel.isVisible()).toBe(false);
      await page.locator('.cite > summary').click();
      await page.locator('h1').click();
      expect(await panel.isVisible()).toBe(false);
    });
  }
});

it.each([
  ['papers/', 'Papers / This paper'],
  ['topics/theory/', 'Topics / Learning theory & algorithms / This paper'],
  ['authors/mingquan-ye/', 'Authors / Mingquan Ye / This paper'],
  ['search/?q=ell+infty+regression', 'Search / This paper'],
  ['digests/2025-03-11-trending/', 'Digests / Trending on Hugging Face, 11 March 2025 / No. '],
])('says by its crumbs that one came from %s, and moves nothing', async (path, says) => {
  const page = await freshPage({ viewport: phone });
  await page.goto(site.url + path);
  await page.waitForLoadState();
  const link = page.locator(`main a[href*="/papers/${id}/"]:is(.title, [data-paper])`).first();
  await Promise.all([
    page.waitForURL(`**/papers/${id}/`),
    link.evaluate((a: HTMLElement) => a.click()),
  ]);
  const crumbs = page.locator('.crumbs li');
  await expect.poll(async () => (await crumbs.allInnerTexts()).join(' / ')).toContain(says);
  const moved = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, { startTime }) => sum + startTime, 0)),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 100);
      }),
  );
  expect(moved).toBe(0);
  await Promise.all([
    page.waitForURL((url) => url.href === site.url + path),
    page.locator('.crumbs a').last().click(),
  ]);
  await giveBack(page);
});

it('copies its address', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  await opened({ viewport: desk, permissions }, async (page) => {
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(new RegExp(`/papers/${id}/$`));
  });
});

it('has what to read next beside the text where there is room', async () => {
  await opened({ viewport: desk }, async (page) => {
    const [related, text] = await Promise.all(
      ['[data-related]', '[data-abstract]'].map((name) => page.locator(name).boundingBox()),
    );
    expect(related?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    expect(related?.y).toBeLessThan(text?.y ?? 0);
  });
});

it('keeps the entry’s own story closed, and lights up what was corrected when asked', async () => {
  await opened({ viewport: phone }, async (page) => {
    expect(await page.locator('[data-corrections]').isVisible()).toBe(false);
    await page.getByText('About this entry').click();
    expect(await page.locator('[data-corrections]').isVisible()).toBe(true);
    const lit = () => page.evaluate(() => CSS.highlights.get('corrected')?.size ?? 0);
    const count = await page.locator('[data-corrections] ins').count();
    await page.getByRole('button', { name: 'Show in the text' }).click();
    await expect.poll(lit).toBeGreaterThanOrEqual(count);
    await page.getByRole('button', { name: 'Show in the text' }).click();
    await expect.poll(lit).toBe(0);
  });
});

it('prints the text and the addresses, not the controls', async () => {
  await opened({ viewport: desk }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const name of ['[data-tools]', '[data-entry]', '[data-related]'])
      expect(await page.locator(name).isVisible()).toBe(false);
    expect(await page.locator('[data-abstract]').isVisible()).toBe(true);
  });
});

it('links nothing twice', async () => {
  const html = await readFile(join(site.folder, 'papers', id, 'index.html'), 'utf8');
  const article = html.slice(html.indexOf('<article'), html.indexOf('<details data-entry'));
  const links = [...article.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href);
  expect(new Set(links).size).toBe(links.length);
});
