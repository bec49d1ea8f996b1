import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe.ts';
import { freshPage, giveBack } from '../readers.ts';

let page: Page;
beforeEach(async () => {
  page = await freshPage({ viewport: { width: 1280, height: 800 } });
});
afterEach(() => giveBack(page));

const results = (): Locator => page.locator('#results li a[data-paper]');
const chips = (): Locator => page.locator('[data-chips] .chip');
const box = (facet: string, name: string): Locator =>
  page.locator(`[data-facet="${facet}"]`).getByRole('checkbox', { name });
const focused = (): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const parameters = (): URLSearchParams => new URL(page.url()).searchParams;

async function done(): Promise<void> {
  await page.locator('#results[data-state="done"]').waitFor();
}

/** Number of papers that the page says it found. */
async function total(): Promise<number> {
  const text = await page.locator('[data-total]').innerText();
  return Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
}

// Under a base path, where an address that forgets it fails; search.test.ts searches under both.
describe.each(inject('sites').filter(({ base }) => base !== '/'))(
  'the search page under $base',
  ({ url }) => {
    it('narrows by several topics, counted as if none was chosen, and by code', async () => {
      await page.goto(`${url}search/?q=learning`);
      await done();
      const all = await total();
      const bandits = box('topic', 'Bandits & active learning');
      const counted = await bandits.locator('..').locator('[data-count]').innerText();
      await bandits.check();
      expect(Number(counted)).not.toBe(all);
      await expect.poll(total).toBe(Number(counted));
      await box('topic', 'Reasoning & mathematics').check();
      await chips().nth(1).waitFor();
      await expect.poll(total).toBeGreaterThan(Number(counted));
      expect(parameters().getAll('topic')).toEqual(['bandits', 'reasoning']);
      const both = await total();
      await box('code', 'Has code').check();
      await chips().nth(2).waitFor();
      await expect.poll(total).toBeLessThan(both);
      expect(parameters().get('code')).toBe('yes');
      expect(await bandits.isChecked()).toBe(true);
      await page.goBack();
      await expect.poll(total).toBe(both);
      await expect.poll(() => chips().count()).toBe(2);
    });

    it('shows chosen filters as buttons that take them away', async () => {
      await page.goto(`${url}search/?q=learning&topic=bandits&topic=reasoning&code=yes`);
      await done();
      await expect.poll(() => chips().count()).toBe(3);
      await page
        .getByRole('button', { name: 'Remove filter: Topic Bandits & active learning' })
        .click();
      await expect.poll(() => chips().count()).toBe(2);
      await expect.poll(() => parameters().getAll('topic')).toEqual(['reasoning']);
      // The focus is on the chip that took the place of the first.
      await expect.poll(focused).toBe('Remove filter: Topic Reasoning & mathematics');
      await page.getByRole('button', { name: 'Clear all' }).click();
      await expect.poll(() => chips().count()).toBe(0);
      await expect.poll(() => [...parameters().keys()]).toEqual(['q']);
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('q');
    });

    it('takes operators for filters, and filters out of the query again', async () => {
      await page.goto(
        `${url}search/?q=${encodeURIComponent('learning year:2023..2024 -has:code')}`,
      );
      await done();
      const names = (): Promise<string[]> => chips().locator('span[dir]').allInnerTexts();
      await expect.poll(names).toEqual(['Year 2023–2024', 'without code']);
      expect(await page.locator('[data-filter-count]').innerText()).toBe('(2)');
      const both = await total();
      await box('year', '2023').waitFor();
      expect(await box('year', '2023').isChecked()).toBe(true);
      expect(await box('year', '2024').isChecked()).toBe(true);
      await box('year', '2024').uncheck();
      await expect.poll(total).toBeLessThan(both);
      expect(await page.locator('#q').inputValue()).toBe('learning -has:code');
      await expect.poll(() => parameters().getAll('year')).toEqual(['2023']);
      await expect.poll(names).toEqual(['without code', '2023']);
      const coded = await total();
      await page.getByRole('button', { name: 'Remove from query: without code' }).click();
      await expect.poll(total).toBeGreaterThan(coded);
      expect(await page.locator('#q').inputValue()).toBe('learning');
      await expect.poll(focused).toBe('Remove filter: Year 2023');
    });

    it('folds long lists of filters', async () => {
      await page.goto(`${url}search/?q=learning`);
      await done();
      const boxes = page.locator('[data-facet="topic"] input[type="checkbox"]');
      await boxes.first().waitFor();
      const few = await boxes.count();
      const all = page
        .locator('[data-facet="topic"]')
        .getByRole('button', { name: /^All \d+ topics/ });
      expect(await all.getAttribute('aria-expanded')).toBe('false');
      await all.click();
      await expect.poll(() => boxes.count()).toBeGreaterThan(few);
      await page.getByRole('button', { name: 'Fewer' }).click();
      await expect.poll(() => boxes.count()).toBe(few);
    });

    it('says what it searched for instead of a slip of the pen, with a way back', async () => {
      await page.goto(`${url}search/?q=aligment+fakng&sort=date`);
      await done();
      const note = page.locator('[data-note="correction"]');
      expect(await note.innerText()).toContain('Showing results for alignment faking');
      expect((await note.locator('mark').allInnerTexts()).join(' ')).toBe('alignment faking');
      await expect
        .poll(() => page.getByRole('status').first().innerText())
        .toContain('Showing results for alignment faking');
      const instead = note.getByRole('link', { name: 'Search instead for aligment fakng' });
      const address = (await instead.getAttribute('href')) ?? '';
      await instead.click();
      await expect.poll(() => parameters().get('verbatim')).toBe('yes');
      await note.waitFor({ state: 'detached' });
      // The link holds without this page's script as well.
      await page.goto(new URL(address, url).href);
      await done();
      expect(await note.count()).toBe(0);
      expect(parameters().get('sort')).toBe('date');
    });

    it('names what it searched for as well', async () => {
      await page.goto(`${url}search/?q=dpo`);
      await done();
      expect(await page.locator('[data-note="synonym"]').innerText()).toMatch(
        /^Also searched for: direct preference optimization \(dpo\)/i,
      );
    });

    it('answers what is pasted: with the paper, with those of a list that are here', async () => {
      await page.goto(`${url}search/`);
      const field = page.locator('#q');
      const note = page.locator('[data-note="pasted"]');
      await field.fill('https://arxiv.org/pdf/2501.00656v2');
      await results().nth(0).waitFor();
      expect(
        await results().evaluateAll((links) => links.map(({ dataset }) => dataset['paper'])),
      ).toEqual(['2-olmo-2-furious']);
      await field.fill('arXiv:2501.99999');
      await note.waitFor();
      expect(await note.innerText()).toBe('2501.99999 is not in this archive.');
      await field.evaluate((element) => {
        if (element instanceof HTMLInputElement) element.select();
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', '2403.14392\r\n2501.00656\r\n2501.99999\r\n');
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      });
      await results().nth(1).waitFor();
      expect(await field.inputValue()).toBe('2403.14392 ↵ 2501.00656 ↵ 2501.99999');
      await expect
        .poll(() => note.innerText())
        .toBe('2 of 3 are in this archive. Not here: 2501.99999');
      await page.reload();
      await results().nth(1).waitFor();
      expect(await results().nth(1).getAttribute('data-paper')).toBe('2-olmo-2-furious');
    });

    it('sorts by date, both ways', async () => {
      await page.goto(`${url}search/?q=learning`);
      await done();
      const titles = (): Promise<string[]> => results().allInnerTexts();
      const best = await titles();
      await page.getByLabel('Sort by').selectOption('oldest');
      await expect.poll(() => parameters().get('sort')).toBe('oldest');
      await expect.poll(titles).not.toEqual(best);
      await done();
      const oldest = await titles();
      await page.getByLabel('Sort by').selectOption('date');
      await expect.poll(() => parameters().get('sort')).toBe('date');
      await expect.poll(titles).not.toEqual(oldest);
    });

    it('shows more, and the same when one comes back from a result', async () => {
      await page.goto(`${url}search/?q=model`);
      await done();
      const first = await results().count();
      await page.getByRole('button', { name: 'Show more' }).click();
      await expect.poll(() => results().count()).toBeGreaterThan(first);
      const shown = await results().count();
      const last = results().last();
      await last.scrollIntoViewIfNeeded();
      const place = await page.evaluate(() => scrollY);
      expect(place).toBeGreaterThan(0);
      await last.click();
      await page.locator('article[data-paper]').waitFor();
      await page.goBack();
      await done();
      await expect.poll(() => results().count()).toBe(shown);
      await expect.poll(() => page.evaluate(() => Math.abs(scrollY))).toBeGreaterThan(place - 50);
    });

    it('keeps searches that led somewhere, in this browser, until they are forgotten', async () => {
      await page.goto(`${url}search/`);
      const field = page.locator('#q');
      await field.pressSequentially('never settled', { delay: 5 });
      await field.fill('bandits');
      await field.press('Enter');
      // It is kept by the time that the first result has the focus.
      await page.locator('#results a:focus').waitFor();
      await page.goto(`${url}search/?q=shampoo`);
      await done();
      await results().first().click();
      await page.locator('article[data-paper]').waitFor();
      await page.goto(`${url}search/`);
      const recent = page.locator('[data-recent] a');
      await expect.poll(() => recent.allInnerTexts()).toEqual(['shampoo', 'bandits']);
      await page.getByRole('button', { name: 'Forget “shampoo”' }).click();
      await expect.poll(() => recent.allInnerTexts()).toEqual(['bandits']);
      await recent.first().click();
      await done();
      await expect.poll(() => parameters().get('q')).toBe('bandits');
      await page.goBack();
      await page.getByRole('button', { name: 'Clear recent searches' }).click();
      await page.reload();
      expect(await page.locator('[data-recent]').isVisible()).toBe(false);
    });

    it('works where the browser forbids storage', async () => {
      const script = await page.addInitScript(() => {
        const forbid = (): never => {
          throw new DOMException('forbidden', 'SecurityError');
        };
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, { get: forbid });
        }
      });
      await page.goto(`${url}search/`);
      await page.locator('#q').fill('bandits');
      await page.locator('#q').press('Enter');
      await done();
      await results().first().click();
      await page.locator('article[data-paper]').waitFor();
      expect(await page.locator('h1').innerText()).toMatch(/bandit/i);
      await script.dispose();
    });

    it('marks the words on the page that one arrives at, whatever their form', async () => {
      await page.goto(`${url}search/?q=alignment+fake`);
      await done();
      await results().first().click();
      await page.locator('article[data-paper]').waitFor();
      const marked = (tab: Page): Promise<string[]> =>
        tab.evaluate(() => [
          ...new Set(
            [...(CSS.highlights.get('found') ?? [])].map(String).map((word) => word.toLowerCase()),
          ),
        ]);
      await expect.poll(() => marked(page)).toContain('alignment');
      expect(await marked(page)).toContain('faking');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(await page.locator('article mark').count()).toBe(0);

      // In a tab of its own there is only the address that it was opened from.
      await page.goBack();
      await done();
      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        results()
          .first()
          .click({ modifiers: ['Control'] }),
      ]);
      await tab.locator('article[data-paper]').waitFor();
      await expect.poll(() => marked(tab)).toContain('alignment');
      await tab.close();
    });

    it('marks nothing, and loads nothing for it, on a page reached otherwise', async () => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${url}papers/alignment-faking-in-large-language-models/`, {
        waitUntil: 'networkidle',
      });
      expect(
        asked.filter((address) =>
          /mark\.|attach\.|suggest|pagefind|search\/(?:index|texts)/.test(address),
        ),
      ).toEqual([]);
    });

    it.each(['light', 'dark'] as const)(
      'is accessible with everything shown, in %s',
      async (scheme) => {
        await page.emulateMedia({ colorScheme: scheme });
        for (const query of [
          'learning&topic=bandits&topic=reasoning',
          'aligment+fakng',
          'qqqqxyzzy&code=yes',
        ]) {
          await page.goto(`${url}search/?q=${query}`);
          await done();
          await page.locator('.how summary').click();
          expect(await violations(page, { coloursOnly: scheme === 'dark' })).toEqual([]);
        }
      },
    );
  },
);
