import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { launchIn } from '../chromium.ts';
import { freshPage, giveBack } from '../readers.ts';

const url = inject('sites').find(({ base }) => base === '/')?.url ?? '';
const withFormula = 'papers/a-nearly-optimal-bound-for-fast-regression-with-ell-infty-guarantee/';

/** Runs something on a page of its own. */
async function on<Result>(
  path: string,
  act: (page: Page) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const page = await freshPage(options);
  await page.goto(url + path);
  try {
    return await act(page);
  } finally {
    await giveBack(page);
  }
}

/** The names of a role, as the browser tells them to a screen reader. */
async function namesOf(page: Page, role: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.flatMap(({ role: its, name }) =>
    its?.value === role ? [String(name?.value ?? '').replaceAll(/\s+/g, ' ')] : [],
  );
}

const style = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

describe('formulas', () => {
  it('are in the names of headings and links, and stand once in a text browser', async () => {
    await on(withFormula, async (page) => {
      const title = 'A Nearly-Optimal Bound for Fast Regression with ℓ∞ Guarantee';
      expect(await namesOf(page, 'heading')).toContain(title);
      expect(await page.locator('h1').textContent()).not.toContain('\\ell');
      expect(await page.locator('h1 math').getAttribute('data-tex')).toBe('\\ell_\\infty');
      await page.goto(`${url}search/?q=fast%20regression%20infty`);
      await page.locator('#results[data-state="done"]').waitFor();
    });
  });
});

describe('colours', () => {
  it('of the reader’s own still show what is chosen', async () => {
    await on(
      '',
      async (page) => {
        await page.goto(`${url}about/`);
        const icons = new Set<string>();
        for (let at = 0; at < 3; at += 1) {
          icons.add(
            (await style(page, '.theme i', 'background-color')) +
              (await style(page, '.theme i', 'background-image')),
          );
          await page.locator('.theme').click();
        }
        expect(icons.size).toBe(3);
        await page.locator('.seek input').fill('regression');
        // Papers come last: nothing that is chosen then is put elsewhere.
        await page.getByRole('group', { name: 'Papers' }).waitFor();
        await page.keyboard.press('ArrowDown');
        const chosen = await style(page, '.suggestions [aria-selected="true"]', 'background-color');
        const other = await style(page, '.suggestions [aria-selected="false"]', 'background-color');
        expect(chosen).not.toBe(other);
      },
      { forcedColors: 'active' },
    );
  });

  it.each(['light', 'dark'] as const)('change at the first click from %s', async (colorScheme) => {
    await on(
      'about/',
      async (page) => {
        const before = await style(page, 'body', 'background-color');
        await page.locator('.theme').click();
        expect(await style(page, 'body', 'background-color')).not.toBe(before);
        const bars = await page.locator('meta[name="theme-color"]').getAttribute('content');
        expect(bars).toBe(await style(page, '.masthead', 'background-color'));
      },
      { colorScheme },
    );
  });

  it('are apart for those who ask for more contrast', async () => {
    const plain = await on('about/', (page) => style(page, '.colophon', 'color'));
    const more = await on('about/', (page) => style(page, '.colophon', 'color'), {
      contrast: 'more',
    });
    expect(more).not.toBe(plain);
  });
});

describe('the keyboard', () => {
  it('leaves a long list of suggestions for what comes next', async () => {
    await on('about/', async (page) => {
      await page.setViewportSize({ width: 1000, height: 420 });
      await page.locator('.seek input').fill('learning');
      await page.getByRole('group', { name: 'Papers' }).waitFor();
      const [content, room] = await page
        .locator('.suggestions')
        .evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight] as const);
      expect(content).toBeGreaterThan(room);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('button');
    });
  });

  it('reaches the first result from the field, and keeps the query on the way back', async () => {
    await on('search/?q=bandits', async (page) => {
      const results = page.locator('#results[data-state="done"] a[data-paper]');
      await results.first().waitFor();
      await page.locator('#q').focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-paper'))).toBe(
        true,
      );
      await page.keyboard.press('Escape');
      expect(await page.locator('#q').inputValue()).toBe('bandits');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
      const box = page.locator('.filters [type="checkbox"]').first();
      await box.waitFor();
      await box.focus();
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input');
      expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('q');
      await page.keyboard.press('Escape');
      expect(await page.locator('#q').inputValue()).toBe('bandits');
      // Skipping to the content, the field and then the first result come next.
      await page.locator('.skip').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    });
  });
});

it('marks found words by a line of their own', async () => {
  await on('search/?q=bandits', async (page) => {
    await page.locator('#results mark').first().waitFor();
    expect(await style(page, '#results mark', 'text-decoration-line')).toBe('underline');
  });
});

it('does what it advises where nothing is found', async () => {
  await on('search/?q=bandits+year%3A1900', async (page) => {
    const link = page.locator('[data-message] a').first();
    await link.waitFor();
    await link.click();
    await expect.poll(() => page.locator('#results li a[data-paper]').count()).toBeGreaterThan(0);
    expect(await page.locator('#q').inputValue()).toBe('bandits');
  });
});

const pages = ['', 'papers/', withFormula, 'topics/', 'authors/', 'about/', 'search/?q=bandits'];

it('needs no scrolling sideways at 320 pixels, nor with text set wide', async () => {
  const wide =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
    ' p { margin-block-end: 2em !important }';
  await on(
    '',
    async (page) => {
      for (const path of pages) {
        await page.goto(url + path);
        const width = (): Promise<number> =>
          page.evaluate(() => document.documentElement.scrollWidth);
        expect([path, await width()]).toEqual([path, 320]);
        await page.addStyleTag({ content: wide }).catch(() => undefined);
        expect([path, 'wide', await width()]).toEqual([path, 'wide', 320]);
      }
    },
    { viewport: { width: 320, height: 640 }, bypassCSP: true },
  );
});

/** Media queries see the size that a reader sets in the browser, unlike one that a style sheet sets. */
it('needs no scrolling sideways on a phone with letters of twice the size', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-letters-'));
  await mkdir(join(folder, 'Default'));
  const preferences = { webkit: { webprefs: { default_font_size: 32 } } };
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const large = await launchIn(folder, { viewport: { width: 390, height: 844 } });
  const page = await large.newPage();
  for (const path of ['papers/', withFormula, 'digests/', 'reading-list/', 'search/?q=bandits']) {
    await page.goto(url + path);
    if (path.startsWith('reading')) await page.locator('.reading .add input').first().waitFor();
    const [width, letters] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    ]);
    expect(letters).toBeGreaterThanOrEqual(32);
    expect([path, width]).toEqual([path, 390]);
  }
  await large.close();
  await rm(folder, { recursive: true, force: true });
});

it('shows no control without script that could do nothing', async () => {
  await on(
    '',
    async (page) => {
      const controls = 'button, select, textarea, input:not([type="hidden"])';
      for (const path of [...pages, 'digests/', 'map/', 'reading-list/', 'offline/']) {
        await page.goto(url + path);
        const dead = page.locator(`:is(${controls}):not(form[action] *):visible`);
        expect([path, await dead.count()]).toEqual([path, 0]);
      }
    },
    { javaScriptEnabled: false },
  );
});

it('prints where a paper is from, without controls', async () => {
  await on(withFormula, async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const line = await page.locator('.printed').innerText();
    expect(line).toMatch(/^Zhao Song, .* Guarantee”, .*2023, https:\/\/doi\.org\/\S+ .*http/);
    expect(await page.locator('main button:visible').count()).toBe(0);
  });
});

it.each(['', 'topics/reasoning/', 'authors/hannaneh-hajishirzi/'])(
  'prints no heading without what it heads: /%s',
  async (path) => {
    await on(path, async (page) => {
      await page.locator('aside button', { hasText: 'Export' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      const sections = await page.locator('aside section').evaluateAll((all) =>
        all
          .filter((section) => section.checkVisibility())
          .map((section) => [...section.children].filter((child) => child.checkVisibility()))
          .map((shown) => shown.map(({ tagName }) => tagName).join(' ')),
      );
      expect(sections.length).toBeGreaterThan(0);
      expect(sections.filter((tags) => tags === 'H2' || tags.includes('BUTTON'))).toEqual([]);
      expect(await page.locator('main a[href*="/search/"]:visible').count()).toBe(0);
    });
  },
);

it('can be put among the apps of a device', async () => {
  await on('', async (page) => {
    const href = await page.locator('link[rel="manifest"]').getAttribute('href');
    const manifest = await page.request.get(new URL(href ?? '', url).href);
    const { icons, start_url: start } = await manifest.json();
    expect(new URL(start, url).href).toBe(url);
    expect((await page.request.get(new URL(icons[0].src, url).href)).ok()).toBe(true);
  });
});
