/** The capture as a page: a paper leads to its lines, lit, and back. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { freshPage, giveBack } from '../readers.ts';

const id = 'gitchameleon-unmasking-the-version-switching-capabilities-of-code-generation';
const capture = 'digests/2025-03-11-trending/source/';
const sites = inject('sites');

async function opened(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await freshPage(options);
  await page.goto(path);
  await use(page);
  await giveBack(page);
}

/** Numbers of the lines that are lit: to be waited for, as a script may light them. */
const lit = (page: Page): Promise<string[]> =>
  page.locator('[data-capture] li').evaluateAll((lines) =>
    lines
      .filter((line) => {
        const ground = getComputedStyle(line).backgroundColor;
        return ground !== 'rgba(0, 0, 0, 0)';
      })
      .map((line) => line.id),
  );

it.each(sites.flatMap((site) => [true, false].map((js) => [site.url, js] as const)))(
  'lights the lines of a paper and leads back (%s, script: %s)',
  async (url, js) => {
    await opened(`${url}papers/${id}/`, { javaScriptEnabled: js }, async (page) => {
      await page.locator('[data-entry] > summary').click();
      await page.getByRole('link', { name: 'lines 11–13' }).click();
      await page.waitForURL(`${url}${capture}#L11-13`);
      await expect.poll(() => lit(page)).toEqual(['L11', 'L12', 'L13']);
      const first = await page.locator('#L11').boundingBox();
      expect(first?.y).toBeGreaterThan(0);
      expect(first?.y).toBeLessThan(700);
      expect(await page.locator('#L11').innerText()).toMatch(/^GitChameleon: /);
      await page.getByRole('link', { name: 'No. 1', exact: true }).click();
      await page.waitForURL(`${url}papers/${id}/`);
    });
  },
);

it('lights any lines that an address names, and no others', async () => {
  const url = sites[0]?.url ?? '';
  await opened(`${url}${capture}#L12-16`, {}, async (page) => {
    await expect.poll(() => lit(page)).toEqual(['L12', 'L13', 'L14', 'L15', 'L16']);
    await page.evaluate(() => (location.hash = '#L20'));
    await expect.poll(() => lit(page)).toEqual(['L20']);
  });
});

it.each([360, 768, 1440])('needs no scrolling sideways at %i px', async (width) => {
  const url = sites[0]?.url ?? '';
  await opened(`${url}${capture}2/`, { viewport: { width, height: 900 } }, async (page) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(width);
    expect(
      await page.getByRole('navigation', { name: 'Parts of the capture' }).innerText(),
    ).toMatch(/Part 1 of 3.*Part 3 of 3/s);
  });
});
