import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { behaves, isAccessible, open, scale } from '../map-page.ts';

/** The large one stands at the root; `npm run fuzz` tries the small one there, too, and all that both have in common. */
const isLong = process.env['OFFPRINT_FUZZ'] !== undefined;
const sites = inject('sites').filter(({ base }) => base !== '/' || isLong);

describe.each(sites)('the map of a small archive under $base', ({ url }) => {
  isAccessible(() => url);
  if (isLong) behaves(() => url);

  it('has every paper as a link that works without script', async () => {
    const { page, close } = await open(url, { javaScriptEnabled: false });
    const dots = page.locator('[data-dots] a');
    expect(await dots.count()).toBe(await page.locator('.regions li').count());
    const href = await dots.nth(7).getAttribute('href');
    await dots.nth(7).click();
    await page.waitForURL(`**${href}`);
    await close();
  });

  const middleOf = async (page: Page, at: number): Promise<readonly [number, number]> => {
    const box = await page.locator('[data-dots] a circle').nth(at).boundingBox();
    if (!box) throw new Error('The dot is not there.');
    return [box.x + box.width / 2, box.y + box.height / 2];
  };

  it('shows the paper under the mouse, selects it by a click and opens it by another', async () => {
    const { page, close } = await open(url);
    const href = await page.locator('[data-dots] a').nth(12).getAttribute('href');
    const [x, y] = await middleOf(page, 12);
    const tip = page.locator('[data-tip]');
    await page.mouse.move(x, y);
    await tip.waitFor();
    // Its card can be reached by the pointer, and sent away (WCAG 1.4.13).
    const card = await tip.boundingBox();
    if (!card) throw new Error('The card is not there.');
    await page.mouse.move(card.x + card.width / 2, card.y + card.height / 2, { steps: 4 });
    await page.waitForTimeout(500);
    expect(await tip.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    await page.mouse.click(x, y);
    await expect.poll(() => page.url()).toContain('#paper=');
    await page.mouse.move(5, 5);
    await page.waitForTimeout(500);
    expect(await tip.isVisible()).toBe(true);
    expect(await tip.innerText()).toMatch(/\n.*\d{4}/);
    await page.mouse.click(x, y);
    await page.waitForURL(`**${href}`);
    await close();
  });

  it('selects the dot at the first touch and opens it at the second', async () => {
    const { page, close } = await open(url, {
      hasTouch: true,
      viewport: { width: 390, height: 800 },
    });
    const [x, y] = await middleOf(page, 3);
    await page.touchscreen.tap(x, y);
    await page.locator('[data-tip]').waitFor();
    expect(page.url()).toMatch(/\/map\/(#.*)?$/);
    await page.touchscreen.tap(x, y);
    await page.waitForURL(/\/papers\//);
    await close();
  });

  it('leaves every dot in sight beside its card, on a small phone too', async () => {
    const { page, close } = await open(url, { viewport: { width: 360, height: 740 } });
    const covered: string[] = [];
    const there: string[] = [];
    for (const key of [
      'ArrowRight',
      'ArrowDown',
      'ArrowDown',
      'ArrowLeft',
      'ArrowUp',
      'ArrowDown',
    ].flatMap((one) => [one, one])) {
      await page.locator('[data-stage]').press(key);
      await page.locator('[data-tip] .where').waitFor();
      const [words, isCovered] = await page.evaluate(() => {
        const [card, dot] = ['[data-tip]', '[data-here]'].map((selector) =>
          document.querySelector(selector)?.getBoundingClientRect(),
        );
        if (!card || !dot) return ['nothing', true] as const;
        const y = dot.y + dot.height / 2;
        const text = document.querySelector('[data-tip] .where')?.textContent ?? '';
        return [text, y > card.top - 5 && y < card.bottom + 5] as const;
      });
      there.push(words);
      if (isCovered) covered.push(words);
    }
    expect(covered).toEqual([]);
    for (const names of there.map((words) => words.split(' · ')))
      expect(new Set(names).size).toBe(names.length);
    await close();
  });

  it('brings out the papers of a topic, as many as its page lists, and of a region', async () => {
    const { page, close } = await open(url);
    const dots = await page.locator('[data-dots] a').count();
    const out = async (): Promise<number> =>
      dots - (await page.locator('[data-dots] a.off').count());
    for (const kind of ['topic', 'region']) {
      const item = page.locator(`[data-legend] li:has(button[data-${kind}])`).nth(1);
      const button = item.locator('button');
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await expect.poll(out).toBe(Number(await item.locator('a').innerText()));
      await page.getByRole('button', { name: 'Clear selection' }).click();
      await expect.poll(out).toBe(dots);
    }
    const link = page.locator('[data-legend] li:has(button[data-topic]) a').nth(1);
    const count = await link.innerText();
    await link.click();
    await page.waitForURL(/\/topics\//);
    expect(await page.locator('main').innerText()).toMatch(new RegExp(`\\b${count} papers?\\b`));
    await close();
  });

  it('opens no paper that has faded', async () => {
    const { page, close } = await open(url);
    await page.locator('[data-legend] button[data-topic]').first().click();
    await page.locator('[data-dots] a.off').first().waitFor({ state: 'attached' });
    const off = await page
      .locator('[data-dots] a')
      .evaluateAll((links) => links.findIndex((link) => link.classList.contains('off')));
    const [x, y] = await middleOf(page, off);
    const href = await page.locator('[data-dots] a').nth(off).getAttribute('href');
    await page.mouse.click(x, y);
    await page.mouse.click(x, y);
    await page.waitForTimeout(300);
    expect(page.url()).not.toContain(href ?? '');
    await close();
  });

  it('stays in view while its legend scrolls', async () => {
    for (const viewport of [
      { width: 1200, height: 760 },
      { width: 390, height: 840 },
    ]) {
      const { page, close } = await open(url, { viewport });
      await page
        .locator('[data-legend] button[data-topic]')
        .nth(10)
        .evaluate((button) => button.scrollIntoView({ block: 'end' }));
      const box = await page.locator('.view').boundingBox();
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      await close();
    }
  });

  it('draws its dots in one size however near', async () => {
    const { page, close } = await open(url, { reducedMotion: 'reduce' });
    const width = () =>
      page
        .locator('[data-dots] circle')
        .first()
        .evaluate((dot) => dot.getBoundingClientRect().width);
    const before = await width();
    for (const key of ['+', '+', '+']) await page.locator('[data-stage]').press(key);
    await expect.poll(() => scale(page)).toBeGreaterThan(4);
    await expect.poll(width).toBeCloseTo(before, 1);
    await close();
  });

  it('leaves what follows where it was when the script starts', async () => {
    const heightOf = async (javaScriptEnabled: boolean): Promise<number> => {
      const { page, close } = await open(url, { javaScriptEnabled });
      const { height = 0 } = (await page.locator('.view').boundingBox()) ?? {};
      await close();
      return height;
    };
    expect(await heightOf(true)).toBe(await heightOf(false));
  });
});
