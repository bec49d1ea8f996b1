/** The reading list, as a reader has it: stars on lists, notes, two pages at once, a link on another device. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe.ts';
import { freshPage, giveBack } from '../readers.ts';

const paper = 'alignment-faking-in-large-language-models';

let page: Page;

const onPhone = (): Promise<Page> => freshPage({ viewport: { width: 390, height: 844 } });

beforeEach(async () => {
  page = await onPhone();
});
afterEach(() => giveBack(page));

const stars = (of: Page = page): Locator => of.locator('.papers > li > .star');
const rows = (of: Page = page): Locator => of.locator('[data-reading] [data-list] > li');
const does = (what: string, at = 0): Locator => rows().nth(at).locator(`[data-does="${what}"]`);
const toast = (of: Page = page): Locator => of.locator('[data-toast]').filter({ hasText: /\w/ });
const titles = (of: Page = page): Promise<string[]> => rows(of).locator('.title').allInnerTexts();
const starred = async (count: number): Promise<void> => {
  for (let at = 0; at < count; at++) await stars().nth(at).click();
};

// Under a base path, where an address that forgets it fails.
describe.each(inject('sites').filter(({ base }) => base !== '/'))('under $base', ({ url }) => {
  const open = async (path = 'reading-list/', of: Page = page): Promise<void> => {
    await of.goto(url + path);
    if (path.startsWith('reading-list'))
      await of.locator('[data-reading][data-state="ready"]').waitFor();
  };

  it('saves by a star, says so, and takes it back', async () => {
    await open('papers/');
    const title = await page.locator('.papers a.title').first().innerText();
    await stars().first().click();
    expect(await stars().first().getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => toast().innerText()).toContain('Saved to your list.');
    const box = await stars().first().boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => stars().first().getAttribute('aria-pressed')).toBe('false');
    await stars().first().click();
    await page.getByRole('link', { name: 'Add a note' }).click();
    await rows().first().locator('textarea').waitFor();
    expect(await titles()).toEqual([title]);
    // The button goes with its row: the keyboard stays on the page.
    await does('keep').press('Enter');
    await expect.poll(() => rows().count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  it('keeps notes, tags, lists and an order, in two pages that agree', async () => {
    await open('papers/');
    await starred(3);
    await open();
    const before = await titles();
    expect(before).toHaveLength(3);
    const other = await page.context().newPage();
    await open('reading-list/', other);
    await does('down').click();
    await expect.poll(() => titles(other)).toEqual([before[1], before[0], before[2]]);
    await rows().nth(2).locator('.title').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => titles()).toEqual([before[2], before[1], before[0]]);

    await does('edit').click();
    await rows().first().locator('textarea').fill('<img src=x onerror=alert(1)> is **text**');
    await rows().first().locator('.editor > label input').fill('to discuss, proofs');
    await rows().first().getByPlaceholder('Another list').fill('Thesis');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => rows(other).first().innerText())
      .toContain('<img src=x onerror=alert(1)> is **text**');
    await expect.poll(() => rows(other).first().innerText()).toContain('in Thesis');
    await other.getByRole('button', { name: 'Thesis 1' }).click();
    await expect.poll(() => titles(other)).toEqual([before[2]]);
    await expect.poll(() => other.url()).toContain('?list=Thesis');

    // What is being written in one page is not touched by the other.
    await does('edit', 1).click();
    await rows().nth(1).locator('textarea').pressSequentially('half a thou');
    await other.getByRole('button', { name: 'All 3' }).click();
    await rows(other).nth(2).locator('[data-does="read"]').click();
    await expect.poll(() => does('read', 2).getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.type('ght');
    expect(await rows().nth(1).locator('textarea').inputValue()).toBe('half a thought');
    // Once writing pauses.
    await expect.poll(() => rows(other).nth(1).innerText()).toContain('half a thought');
  });

  it('hides what was read, mutes and marks, and shows it again', async () => {
    await open('papers/');
    const [first = '', second = ''] = await page.locator('.papers a.title').allInnerTexts();
    await starred(1);
    await open();
    await does('read').click();
    await page.getByLabel('Words or name').fill(second.split(' ').slice(0, 2).join(' '));
    await page.getByRole('button', { name: 'Add', exact: true }).last().click();
    await open('papers/');
    const items = page.locator('.papers > li');
    await items.nth(1).locator('.why').waitFor();
    expect(await items.nth(1).locator('.title').isVisible()).toBe(false);
    await items.nth(1).getByRole('button', { name: /^Show/ }).click();
    await expect.poll(() => items.nth(1).locator('.title').innerText()).toBe(second);
    await page.getByRole('button', { name: 'Hide what I have read' }).click();
    await expect.poll(() => page.getByRole('link', { name: first }).count()).toBe(0);
    await page.getByRole('button', { name: 'Show them' }).click();
    await expect.poll(() => page.getByRole('link', { name: first }).count()).toBe(1);
  });

  it('goes to another device by a link and by a file, and asks before it is taken in', async () => {
    await open('papers/');
    await starred(2);
    await open();
    const mine = await titles();
    await page.getByRole('button', { name: 'Copy a link to this list' }).click();
    await page.getByLabel('Link to this list').waitFor();
    const link = await page.getByLabel('Link to this list').inputValue();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Everything as JSON' }).click();
    const file = await (await download).path();

    const there = await onPhone();
    await there.goto(link);
    await there.getByText('This link holds a list of 2 papers').waitFor();
    expect(await rows(there).count()).toBe(0);
    await there.getByRole('button', { name: 'Add to my reading list' }).click();
    await expect.poll(() => titles(there)).toEqual(mine);
    await expect.poll(() => there.url()).not.toContain('#');
    await there.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => rows(there).count()).toBe(0);
    await there.locator('#reading-file').setInputFiles(file);
    await there.getByRole('button', { name: 'Add to my reading list' }).click();
    await expect.poll(() => titles(there)).toEqual(mine);
    // A bibliography from elsewhere says which papers by their identifiers.
    const bib = '@misc{a, eprint = {2412.14093}, archivePrefix = {arXiv}}';
    const buffer = Buffer.from(bib);
    const upload = { name: 'other.bib', mimeType: 'text/plain', buffer };
    await there.locator('#reading-file').setInputFiles(upload);
    await there.getByText('other.bib names 1 paper of this archive.').waitFor();
    await there.getByRole('button', { name: 'Add to my reading list' }).click();
    await expect.poll(() => titles(there)).toHaveLength(3);
    await there.getByRole('button', { name: 'Export papers' }).click();
    await there.getByText('The 3 papers shown').waitFor();
    await giveBack(there);
  });

  it('keeps a search and tells what is new, and stars a dot of the map by a key', async () => {
    await open('search/?q=bandits');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('button', { name: 'Search saved' }).waitFor();
    await open();
    const saved = page.locator('.searches > li');
    await saved.getByText('nothing new since 11 March 2025').waitFor();
    expect(await saved.getByRole('link').first().innerText()).toBe('“bandits”');
    // As if it had been saved before the papers came.
    await page.evaluate(`
      for (const key of Object.keys(localStorage).filter((key) => key.includes(' search ')))
        localStorage.setItem(key, localStorage.getItem(key).slice(0, 14) + '["2025-01-01"]');
    `);
    await open();
    await saved.getByText(/^\d+ new since 1 January 2025/).waitFor();
    await saved.getByRole('button', { name: /^Mark as seen/ }).click();
    await saved.getByText('nothing new since 11 March 2025').waitFor();

    await open('search/?q=author:%22noah%20a%20smith%22');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('button', { name: 'Search saved' }).waitFor();
    await open('search/?topic=bandits');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('button', { name: 'Search saved' }).waitFor();
    await open();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'What I follow, as OPML' }).click(),
    ]);
    const outlines = (await readFile(await file.path(), 'utf8')).match(/(?:xmlUrl|url)="[^"]+"/g);
    expect(outlines?.toSorted()).toEqual([
      `url="${url}search/?q=bandits"`,
      `xmlUrl="${url}authors/noah-a-smith/feed.xml"`,
      `xmlUrl="${url}feed.xml"`,
      `xmlUrl="${url}topics/bandits/feed.xml"`,
    ]);

    await open('map/');
    await page.locator('[data-atlas][data-state="ready"]').waitFor();
    await page.locator('[data-stage]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('s');
    await expect.poll(() => toast().innerText()).toContain('Saved to your list.');
    await page.locator('[data-tip] [data-star][aria-pressed="true"]').waitFor();
    await open();
    expect(await rows().count()).toBe(1);
  });

  it('says that it could not keep something, and still has it', async () => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await open('papers/');
    await stars().first().click();
    await page.getByRole('alert').filter({ hasText: 'storage for this site is full' }).waitFor();
    expect(await stars().first().getAttribute('aria-pressed')).toBe('true');
    const asked = page.waitForEvent('dialog');
    await page.evaluate("setTimeout(() => location.assign('../'))");
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await page.context().close();
  });

  it('marks a paper as read after a while, and saves it from its page', async () => {
    await page.clock.install();
    await open(`papers/${paper}/`);
    await page.locator('[data-abstract] > :last-child').scrollIntoViewIfNeeded();
    await page.locator('.read[aria-pressed="false"]').waitFor();
    // The script that watches is fetched first.
    await page.waitForLoadState('networkidle');
    await page.clock.runFor(45_000);
    await page.locator('.read[aria-pressed="true"]').waitFor();
    await page.locator('.star').click();
    await open();
    await rows().first().waitFor();
    expect(await page.locator('[data-reading] .by').innerText()).toMatch(/ · .*20\d\d/);
    // Its clock stands still.
    await page.context().close();
  });

  it('is accessible, fits a small screen, and needs no script to say what it is', async () => {
    await open('papers/');
    await starred(2);
    await open();
    await does('edit').click();
    expect(await violations(page)).toEqual([]);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    const still = await freshPage({ javaScriptEnabled: false });
    await still.goto(`${url}reading-list/`);
    expect(await still.locator('main').innerText()).toContain('JavaScript, which is off');
    await giveBack(still);
  });
});
