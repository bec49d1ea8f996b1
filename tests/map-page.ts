/** The map's page in browser tests, and what holds of it whatever archive it is of. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { freshPage, giveBack } from './readers.ts';

/** A page of its own at the map, with all that it complained of and asked others for. */
export async function open(
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[]; foreign: string[]; close: () => Promise<void> }> {
  const page = await freshPage(options);
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${url}map/`, { waitUntil: 'load' });
  if (options.javaScriptEnabled !== false)
    await page.locator('[data-atlas][data-state="ready"]').waitFor();
  return { page, errors, foreign, close: () => giveBack(page) };
}

/** How many times the map is enlarged. */
export const scale = (page: Page): Promise<number> =>
  page
    .locator('[data-world]')
    .evaluate((world) =>
      Number(/scale\(([\d.]+)\)/.exec(world.getAttribute('transform') ?? '')?.[1]),
    );

/** Tests that it is accessible, however many papers it has. @param site its address, known when tests run */
export function isAccessible(site: () => string): void {
  describe.each([
    ['light', 1440, 900],
    ['dark', 390, 740],
  ] as const)('in %s colours at %d pixels', (colorScheme, width, height) => {
    it('is accessible, fits, asks no other host, logs no error', async () => {
      const { page, errors, foreign, close } = await open(site(), {
        colorScheme,
        viewport: { width, height },
      });
      await page.locator('[data-stage]').press('ArrowRight');
      await page.locator('[data-status]:not(:empty)').waitFor({ state: 'attached' });
      await page.locator('[data-legend] button').first().click();
      expect(await violations(page)).toEqual([]);
      expect(errors).toEqual([]);
      expect(foreign).toEqual([]);
      // Enlarged, what lies outside the frame makes the page no wider.
      await page.locator('[data-stage]').press('+');
      await page.locator('[data-stage]').press('+');
      await expect.poll(() => scale(page)).toBeGreaterThan(2);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await close();
    });
  });
}

/** Tests what holds of a map however many papers it has. @param site its address, known when tests run */
export function behaves(site: () => string): void {
  it('leads from paper to paper by keyboard, says which it is, and opens it', async () => {
    const { page, close } = await open(site());
    const stage = page.locator('[data-stage]');
    const status = page.locator('[data-status]');
    await stage.press('ArrowRight');
    await expect.poll(() => status.textContent()).not.toBe('');
    const first = await status.textContent();
    await stage.press('ArrowLeft');
    await expect.poll(() => status.textContent()).not.toBe(first);
    const title = await page.locator('[data-tip] a.title').innerText();
    await stage.press('Enter');
    await page.waitForURL(/\/papers\//);
    expect(await page.locator('h1').innerText()).toContain(title.slice(0, 20));
    await close();
  });

  it('is one stop for the Tab key', async () => {
    const { page, close } = await open(site());
    await page.locator('[data-stage]').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Zoom in',
    );
    await close();
  });

  it('zooms by key, button and wheel, shows more names, and goes back', async () => {
    const { page, close } = await open(site(), { reducedMotion: 'reduce' });
    const stage = page.locator('[data-stage]');
    await stage.press('+');
    await expect.poll(() => scale(page)).toBeCloseTo(1.6);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => scale(page)).toBeCloseTo(3.2);
    await stage.press('0');
    await expect.poll(() => scale(page)).toBe(1);
    await stage.hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(() => scale(page)).toBeGreaterThan(1.2);
    await page.getByRole('button', { name: 'Show the whole map' }).click();
    await expect.poll(() => scale(page)).toBe(1);
    await close();
  });

  it('lets the wheel scroll the page until the reader has chosen the map', async () => {
    const { page, close } = await open(site(), { viewport: { width: 900, height: 500 } });
    await page.locator('[data-stage]').hover({ position: { x: 5, y: 5 } });
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    expect(await scale(page)).toBe(1);
    await close();
  });

  it('shows no two names or titles that overlap, and none on a name, however near', async () => {
    const { page, close } = await open(site(), { reducedMotion: 'reduce' });
    for (const key of ['0', '+', '+', '+', '+', '+', '+']) {
      await page.locator('[data-stage]').press(key);
      // Places are found when the map is at rest.
      await page.waitForTimeout(150);
      const overlaps = () =>
        page.evaluate(() => {
          const written = [...document.querySelectorAll('.names .shown .said, .titles span')];
          const boxes = written.map((name) => name.getBoundingClientRect());
          const meet = (a: DOMRect, b: DOMRect): boolean =>
            a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          const dots = [...document.querySelectorAll('[data-dots] circle')].map((dot) =>
            dot.getBoundingClientRect(),
          );
          return {
            names: boxes.flatMap((a, at) => boxes.slice(0, at).filter((b) => meet(a, b))).length,
            dots: dots.filter((dot) => boxes.some((box) => meet(box, dot))).length,
          };
        });
      await expect.poll(overlaps).toEqual({ names: 0, dots: 0 });
    }
    await expect.poll(() => page.locator('.titles span').count()).toBeGreaterThan(0);
    await close();
  });

  it('keeps place, selection and what is brought out in its address, and restores them', async () => {
    const { page, close } = await open(site(), { reducedMotion: 'reduce' });
    const stage = page.locator('[data-stage]');
    await page.locator('[data-legend] button[data-topic]').first().click();
    await stage.press('ArrowRight');
    const title = await page.locator('[data-tip] a.title').innerText();
    await stage.press('+');
    await expect.poll(() => page.url()).toMatch(/#(?=.*paper=)(?=.*topic=)(?=.*at=)/);
    const before = await scale(page);
    await stage.press('Enter');
    await page.waitForURL(/\/papers\//);
    await page.goBack();
    await page.locator('[data-tip] a.title').waitFor();
    await expect.poll(() => page.locator('[data-tip] a.title').innerText()).toBe(title);
    await expect.poll(() => scale(page)).toBeCloseTo(before, 1);
    expect(
      await page.locator('[data-legend] button[data-topic]').first().getAttribute('aria-pressed'),
    ).toBe('true');
    await close();
  });

  it('shows a paper that an address names, and brings out those of a search', async () => {
    const { page, close } = await open(site());
    const hrefs = await page
      .locator('.regions li a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const ids = hrefs.slice(0, 3).map((href) => href.split('/').at(-2));
    await page.goto(`${site()}map/#paper=${ids[1]}&papers=${ids.join(',')}`);
    await page.reload();
    await page.locator('[data-tip] a.title').waitFor();
    expect(await page.locator('[data-tip] a.title').getAttribute('href')).toBe(hrefs[1]);
    expect(await page.locator('[data-given]').innerText()).toContain('3 papers');
    await page.getByRole('button', { name: 'Show all papers alike' }).click();
    await expect.poll(() => page.url()).not.toContain('papers=');
    await close();
  });

  it('is reached from a paper, with its dot selected', async () => {
    const { page, close } = await open(site());
    const href = await page.locator('.regions li a').first().getAttribute('href');
    await page.goto(new URL(href ?? '', page.url()).href);
    const title = await page.locator('article[data-paper] h1').innerText();
    await page.getByRole('link', { name: 'Show on the map' }).click();
    await page.locator('[data-atlas][data-state="ready"]').waitFor();
    await expect.poll(() => page.locator('[data-tip] a.title').innerText()).toBe(title);
    await page.goBack();
    await page.locator('article[data-paper]').waitFor();
    await close();
  });

  it('says how near the map is', async () => {
    const { page, close } = await open(site(), { reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Zoom in' }).click();
    const status = page.locator('[data-status]');
    await expect
      .poll(() => status.textContent())
      .toMatch(/^Enlarged 2 times, [\d,]+ of [\d,]+ papers in view/);
    await page.getByRole('button', { name: 'Show the whole map' }).click();
    await expect.poll(() => status.textContent()).toMatch(/^The whole map/);
    await close();
  });

  it('lists its regions, with links, without script', async () => {
    const { page, close } = await open(site(), { javaScriptEnabled: false });
    expect(await page.locator('.regions h3').count()).toBeGreaterThan(1);
    expect(await page.locator('.legend .plain').first().isVisible()).toBe(true);
    expect(await page.locator('.legend button').first().isVisible()).toBe(false);
    await page.locator('.regions li a').first().click();
    await page.waitForURL(/\/papers\//);
    await close();
  });
}
