import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { freshPage, giveBack } from '../readers.ts';

const url = inject('sites').find(({ base }) => base !== '/')?.url ?? '';
const digest = 'digests/2025-03-11-trending/';

let page: Page;
beforeEach(async () => {
  page = await freshPage();
});
afterEach(() => giveBack(page));

const focused = (): Promise<string> =>
  page.evaluate(() =>
    document.activeElement === document.body
      ? ''
      : (document.activeElement?.textContent?.trim() ?? ''),
  );

describe('the home page', () => {
  it.each([
    [360, 740],
    [768, 1024],
    [1440, 900],
  ])('has a cover of at most two fifths of %d × %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.goto(url);
    const cover = await page.locator('.cover').boundingBox();
    expect(cover?.height).toBeLessThanOrEqual(0.4 * height);
    const latest = await page.locator('#new').boundingBox();
    expect(latest?.y).toBeLessThan(0.65 * height);
  });

  it('offers searches that find something', async () => {
    await page.goto(url);
    const examples = page.locator('[data-examples] a');
    const count = await examples.count();
    expect(count).toBeGreaterThan(2);
    for (let at = 0; at < count; at += 1) {
      await page.goto(url);
      await examples.nth(at).click();
      await page.locator('#results[data-state="done"]').waitFor();
      expect(await page.locator('#results li a[data-paper]').count()).toBeGreaterThan(1);
    }
  });

  it('says without script what it is, and leads to the digest, the map and the topics', async () => {
    const quiet = await freshPage({ javaScriptEnabled: false });
    await quiet.goto(url);
    expect(await quiet.locator('.what').innerText()).toMatch(/^Research papers .*\.$/);
    expect(await quiet.locator('#new').innerText()).toBe('Trending on Hugging Face');
    expect(await quiet.locator('.papers > li').count()).toBe(12);
    const map = quiet.getByRole('img', { name: 'Map of 81 papers' });
    expect(await map.locator('path').count()).toBeGreaterThan(3);
    await map.click();
    await quiet.waitForURL(`${url}map/`);
    await giveBack(quiet);
  });
});

describe('a digest', () => {
  it('tells its topics first, with its papers on each, and folds its bookkeeping away', async () => {
    await page.goto(`${url}${digest}`);
    const topics = page.locator('[data-digest-topics]').first();
    const before = await topics.evaluate(
      (list) =>
        list.compareDocumentPosition(document.querySelector('.papers') ?? list) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(before).not.toBe(0);
    const lines = page.getByRole('table');
    expect(await lines.isVisible()).toBe(false);
    await page.getByText('How it came here').click();
    expect(await lines.isVisible()).toBe(true);
    const number = topics.getByRole('link', { name: ' in this digest' }).first();
    const count = Number(await number.innerText());
    await number.click();
    await page.locator('#results[data-state="done"]').waitFor();
    expect(await page.locator('[data-total]').innerText()).toContain(`${count} papers`);
  });
});

describe('keys', () => {
  it('walk through the papers of a list, open one, and do nothing in a field', async () => {
    await page.goto(`${url}${digest}`);
    const titles = await page.locator('.papers a.title').allInnerTexts();
    await page.keyboard.press('j');
    expect(await focused()).toBe(titles[0]?.trim());
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused()).toBe(titles[1]?.trim());
    for (const key of ['Control+j', 'Alt+j', 'Shift+j']) await page.keyboard.press(key);
    expect(await focused()).toBe(titles[1]?.trim());
    await page.locator('.seek input').fill('');
    await page.keyboard.type('jokes?');
    expect(await page.locator('.seek input').inputValue()).toBe('jokes?');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.locator('.papers a.title').nth(1).focus();
    await page.keyboard.press('o');
    await page.waitForURL(/\/papers\//);
    expect(await page.locator('h1').innerText()).toBe(titles[1]?.trim());
  });

  it('show an abstract in place, and put it away', async () => {
    await page.goto(`${url}${digest}`);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    const shown = page.locator('.papers li').first().locator('.expanded');
    await shown.locator('p').waitFor();
    expect(await shown.innerText()).toContain('116 Python code completion problems');
    expect(await page.locator('[aria-expanded="true"]').count()).toBe(1);
    await page.keyboard.press('e');
    await shown.waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.route('**/papers/**', (route) => route.abort());
    await page.keyboard.press('e');
    await page.getByText('The abstract cannot be loaded now').waitFor();
  });

  it('star a paper of a list, and the paper of a page', async () => {
    await page.goto(`${url}${digest}`);
    const pressed = page.locator('[data-star].on');
    await page.locator('.papers [data-star]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await expect.poll(() => pressed.count()).toBe(1);
    await page.keyboard.press('o');
    await page.waitForURL(/\/papers\//);
    await expect.poll(() => pressed.count()).toBe(1);
    await page.keyboard.press('s');
    await expect.poll(() => pressed.count()).toBe(0);
  });

  it('are told in a dialog, where they can be switched off for good', async () => {
    await page.goto(`${url}${digest}`);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    expect(await dialog.locator('kbd').allInnerTexts()).toEqual(
      expect.arrayContaining(['j', 'k', 'o', 'e', 's', '/', '?']),
    );
    await page.keyboard.press('j');
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByRole('checkbox').click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.reload();
    for (const key of ['j', '/', '?']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    expect(await dialog.count()).toBe(0);
    await page.getByRole('button', { name: 'Keys' }).click();
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });
});
