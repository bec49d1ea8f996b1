import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe.ts';
import { makeProject, type Project } from '../project.ts';
import { freshPage, giveBack } from '../readers.ts';
import { serve, type StaticServer } from '../server.ts';

/** A page of its own at the map, with all that it complained of and asked others for. */
async function open(
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

const scale = (page: Page): Promise<number> =>
  page
    .locator('[data-world]')
    .evaluate((world) =>
      Number(/scale\(([\d.]+)\)/.exec(world.getAttribute('transform') ?? '')?.[1]),
    );

/** However many papers it has. */
function isAccessible(site: () => string): void {
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

/** What holds of a map however many papers it has. */
function behaves(site: () => string): void {
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

describe('the map of a large archive', () => {
  const subjects = ['rivers', 'bells', 'moths', 'looms', 'glaciers', 'harbours', 'violins'];
  const works = ['survey', 'history', 'theory', 'measure', 'catalogue', 'model'];
  const papers = Array.from({ length: 1250 }, (_, at) => {
    const [subject, work] = [subjects[at % subjects.length], works[at % works.length]];
    return {
      title: `A ${work} of ${subject}, part ${at + 1}`,
      abstract: `This ${work} of ${subject} counts ${at} of them. It says how ${subject} sound in ${at % 31} towns.`,
    };
  });
  let project: Project;
  let server: StaticServer;
  beforeAll(async () => {
    project = await makeProject('map', {
      'archive/digests/2025-03-11-made.jsonl': papers
        .map((paper) => JSON.stringify(paper))
        .join('\n'),
    });
    const { code, stdout, stderr } = await project.build();
    if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
    server = await serve(project.dist, '/');
  });
  afterAll(async () => {
    await server.close();
    await project.remove();
  });

  isAccessible(() => server.url);
  behaves(() => server.url);

  it('is drawn on a canvas, and fetches titles only where the reader is', async () => {
    const asked: string[] = [];
    const page = await freshPage();
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${server.url}map/`);
    await page.locator('[data-atlas][data-state="ready"]').waitFor();
    const inked = () =>
      page.locator('canvas').evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const data =
          canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return data.filter((value, at) => at % 4 === 3 && value > 0).length;
      });
    await expect.poll(inked).toBeGreaterThan(1250);
    expect(asked.filter((path) => path.includes('/titles-'))).toEqual([]);
    await page.locator('[data-stage]').press('ArrowRight');
    await page.locator('.here[href]').waitFor();
    expect(asked.filter((path) => path.includes('/titles-'))).toHaveLength(1);
    await giveBack(page);
  });

  it('keeps its picture and its list when the data is out of reach', async () => {
    const page = await freshPage();
    await page.route('**/map/points-*', (route) => route.abort());
    await page.goto(`${server.url}map/`);
    await page.locator('[data-atlas][data-state="error"]').waitFor();
    expect(await page.locator('[data-sample]').isVisible()).toBe(true);
    expect(await page.locator('.regions li a').count()).toBeGreaterThan(5);
    await giveBack(page);
  });
});
