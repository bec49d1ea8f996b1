/** Lists of papers, as readers use them. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { freshPage, giveBack } from '../readers.ts';

/** Opens pages, one after the other, in a browser of a reader's own; storage holds what is given. */
async function reader<Result>(
  options: BrowserContextOptions,
  stored: Readonly<Record<string, string>>,
  read: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await freshPage(options);
  const script = await page.addInitScript(`
    if (!sessionStorage.begun) Object.assign(localStorage, ${JSON.stringify(stored)});
    sessionStorage.begun = 'yes';
    window.moved = [];
    new PerformanceObserver((list) => {
      for (const { node } of list.getEntries().flatMap(({ sources }) => sources))
        if (node?.closest?.('.spread > :first-child')) moved.push(node.outerHTML.slice(0, 80));
    }).observe({ type: 'layout-shift', buffered: true });
  `);
  try {
    return await read(page);
  } finally {
    await script.dispose();
    await giveBack(page);
  }
}

/** Characters of the longest line of what abstracts say: lines are told apart by where their letters stand. */
const longestLine = `(() => {
  const range = document.createRange();
  let longest = 0;
  for (const paragraph of document.querySelectorAll('.papers .beginning')) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const lines = new Map();
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.length; at++) {
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const box = range.getClientRects()[0];
        if (box && box.width > 0) lines.set(Math.round(box.bottom), (lines.get(Math.round(box.bottom)) ?? 0) + 1);
      }
    }
    longest = Math.max(longest, ...lines.values());
  }
  return longest;
})()`;

const wide = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const { url, base } = inject('sites').find((site) => site.base === '/repo/') ?? {
  url: '',
  base: '',
};

describe(`lists under ${base}`, () => {
  it.each([360, 768, 1440])('no line of an abstract is long at %i pixels', async (width) => {
    const longest = await reader({ viewport: { width, height: 900 } }, {}, async (page) => {
      await page.goto(`${url}papers/`);
      return page.evaluate(longestLine);
    });
    expect(longest).toBeGreaterThan(35);
    expect(longest).toBeLessThanOrEqual(75);
  });

  it('say of a paper what it is, when it came out and what it is about, each read apart', async () => {
    await reader(wide, {}, async (page) => {
      await page.goto(`${url}papers/`);
      const item = page.locator('.papers > li', { hasText: 'GitChameleon' });
      expect(await item.getByRole('heading', { level: 3 }).textContent()).toContain('GitChameleon');
      expect(await item.locator('.by').textContent()).toBe(
        'Nizar Islah, Justine Gehring and 5 more\u00a0· November 2024\u00a0· Code',
      );
      expect(await item.getByRole('listitem').allTextContents()).toEqual([
        'Code generation',
        'Evaluation & benchmarks',
      ]);
    });
  });

  it('show titles alone to those who want that, on every list, and nothing moves', async () => {
    await reader(wide, {}, async (page) => {
      await page.goto(`${url}papers/`);
      await page.getByRole('button', { name: 'Titles only' }).click();
      const whole = `[...document.querySelectorAll('.papers > li')].filter((item) => {
        const { top, bottom } = item.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }).length`;
      expect(await page.evaluate(whole)).toBeGreaterThanOrEqual(12);
      await page.goto(`${url}topics/bandits/`);
      expect(await page.locator('.beginning').first().isVisible()).toBe(false);
      expect(await page.locator('.papers .title').first().isVisible()).toBe(true);
      const button = page.getByRole('button', { name: 'Titles only', pressed: true });
      await button.waitFor();
      expect(await page.evaluate('moved')).toEqual([]);
      await button.click();
      await page.reload();
      expect(await page.locator('.beginning').first().isVisible()).toBe(true);
    });
  });

  it('mark what is new since the last visit, until all is marked as seen; on the first, nothing', async () => {
    const marked = '.papers > .new';
    await reader(wide, {}, async (page) => {
      await page.goto(`${url}topics/bandits/`);
      await page.getByRole('button', { name: 'Titles only' }).waitFor();
      expect(await page.locator(marked).count()).toBe(0);
    });
    await reader(phone, { visits: ' 2025-03-04 5' }, async (page) => {
      await page.goto(`${url}topics/bandits/`);
      const seen = page.getByRole('button', { name: 'Mark all as seen' });
      await seen.waitFor();
      const papers = await page.locator('.papers > li').count();
      expect(await page.locator(marked).count()).toBe(papers);
      expect(await page.locator('.tools p').textContent()).toContain(`${papers} new`);
      expect(await page.getByRole('heading', { name: /^New: / }).count()).toBe(papers);
      expect(await page.evaluate('moved')).toEqual([]);
      // As long as the visit lasts they are new on other pages, too.
      await page.goto(`${url}papers/`);
      await seen.click();
      await expect.poll(() => page.locator(marked).count()).toBe(0);
      await page.goto(`${url}topics/bandits/`);
      await page.getByRole('button', { name: 'Titles only' }).waitFor();
      expect(await page.locator(marked).count()).toBe(0);
    });
  });

  it('lead to the search for another order, and for less', async () => {
    await reader(wide, {}, async (page) => {
      await page.goto(`${url}papers/`);
      await page.getByText('Sort by').click();
      await page.getByRole('link', { name: 'Title', exact: true }).click();
      const results = page.locator('#results[data-state="done"] a.title');
      await results.first().waitFor();
      expect(await page.locator('[data-total]').textContent()).toContain('81 papers');
      const titles = (await results.allTextContents()).map((title) => title.toLowerCase());
      expect(titles.length).toBe(10);
      expect(titles.toSorted()).toEqual(titles);

      await page.goto(`${url}topics/alignment/`);
      const year = page.locator('aside li', {
        has: page.getByRole('link', { name: '2024', exact: true }),
      });
      const count = Number(await year.locator('span').textContent());
      await year.getByRole('link').click();
      await results.first().waitFor();
      expect(await page.locator('[data-total]').textContent()).toContain(`${count} papers`);
      for (const said of await page.locator('#results .by').allTextContents())
        expect(said).toContain('2024');
    });
  });

  it('name what the pages behind their links hold', async () => {
    await reader(wide, {}, async (page) => {
      await page.goto(`${url}papers/`);
      expect(await page.getByRole('link', { name: /^Older/ }).textContent()).toContain(
        '11 March 2025',
      );
      await page.goto(`${url}authors/`);
      expect(await page.locator('.pages').textContent()).toMatch(/Next\s*\S+ – \S+/);
    });
  });

  it.each(['', 'titles'])('are easily hit by a finger (%j)', async (density) => {
    const heights = await reader(phone, { density }, async (page) => {
      await page.goto(`${url}papers/`);
      return page.evaluate<readonly number[]>(
        `[...document.querySelectorAll('.papers .title')].map((link) => link.getBoundingClientRect().height)`,
      );
    });
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
});
