import { describe, expect, inject, it } from 'vitest';
import { violations } from '../axe.ts';
import { freshPage, giveBack } from '../readers.ts';

const kinds = [
  '',
  'papers/',
  'papers/page/2/',
  'papers/alignment-faking-in-large-language-models/',
  'papers/a-nearly-optimal-bound-for-fast-regression-with-ell-infty-guarantee/',
  'authors/',
  'authors/justine-gehring/',
  'topics/',
  'topics/bandits/',
  'digests/',
  'digests/2025-03-11-trending/',
  'search/?q=bandits',
  'about/',
  'feeds/',
  'offline/',
  '404.html',
];

/** Each base in colours of its own; `npm run fuzz` looks at both under both. */
const schemesOf = (base: string): readonly ('light' | 'dark')[] =>
  process.env['OFFPRINT_FUZZ'] ? ['light', 'dark'] : [base === '/' ? 'light' : 'dark'];

describe.each(inject('sites'))('pages under $base', ({ url, base }) => {
  describe.each(schemesOf(base))('in %s colours', (colorScheme) => {
    it.each(kinds)(
      '%s is accessible, fits a small screen, asks no other host, logs no error',
      async (path) => {
        const page = await freshPage({ colorScheme, viewport: { width: 360, height: 740 } });
        const foreign: string[] = [];
        const errors: string[] = [];
        page.on('request', (request) => {
          if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
            foreign.push(request.url());
        });
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(message.text());
        });
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.goto(`${url}${path}`, { waitUntil: 'load' });
        if (path.startsWith('search')) await page.locator('#results[data-state="done"]').waitFor();
        expect(foreign).toEqual([]);
        expect(errors).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        expect(await page.locator('h1').count()).toBe(1);

        // Under another base, all but the colours is as under the first.
        const coloursOnly = base !== '/' && !process.env['OFFPRINT_FUZZ'];
        expect(await violations(page, { coloursOnly })).toEqual([]);
        await giveBack(page);
      },
    );
  });

  it('shows a feed as a page, without script or XSLT', async () => {
    const page = await freshPage({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    await page.goto(`${url}topics/bandits/feed.xml`);
    expect(await page.title()).toContain('Bandits');
    expect(await page.locator('h1:visible').count()).toBe(1);
    // Addresses, dates for programs and HTML that is text are not shown.
    expect(await page.locator('published:visible, content:visible').count()).toBe(0);
    const link = page.locator('entry h2 a').first();
    const title = await link.innerText();
    await link.click();
    expect(await page.locator('article[data-paper] h1').innerText()).toBe(title);
    await giveBack(page);
  });

  it('reads without script', async () => {
    const page = await freshPage({ javaScriptEnabled: false });
    await page.goto(`${url}papers/alignment-faking-in-large-language-models/`);
    expect(await page.locator('[data-abstract]').innerText()).toContain('alignment faking');
    await page.goto(`${url}search/`);
    expect(await page.locator('main a').count()).toBeGreaterThan(20);
    await giveBack(page);
  });

  it('leads on from a paper to others like it, with the reason', async () => {
    const page = await freshPage();
    await page.goto(`${url}papers/alignment-faking-in-large-language-models/`);
    const related = page.locator('[data-related] li');
    const count = await related.count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(5);
    for (const item of await related.all()) {
      expect((await item.locator('small').innerText()).trim()).not.toBe('');
    }
    const link = related.first().locator('a');
    const title = await link.innerText();
    await link.click();
    await expect.poll(() => page.locator('article[data-paper] h1').innerText()).toBe(title);
    await giveBack(page);
  });

  it('answers an unknown address with its own page, whatever the depth', async () => {
    const page = await freshPage();
    const answer = await page.goto(`${url}papers/no-such-paper/at/all/`);
    expect(answer?.status()).toBe(404);
    const home = page.locator('header a').first();
    await home.click();
    await page.waitForURL(url);
    await giveBack(page);
  });
});
