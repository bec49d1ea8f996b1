/** What makes a site finished: fonts of formulas, cards, icons, print, touch. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { freshPage, giveBack } from '../readers.ts';

const { url } = inject('sites').find(({ base }) => base === '/') ?? { url: '' };
const withFormula = 'papers/a-nearly-optimal-bound-for-fast-regression-with-ell-infty-guarantee/';

/** Runs something on a page of its own, 390 pixels wide and touched, as phones are. */
async function onPhone<Result>(
  path: string,
  act: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await freshPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto(url + path, { waitUntil: 'load' });
  try {
    return await act(page);
  } finally {
    await giveBack(page);
  }
}

/** Glyphs of each family that were drawn for elements, the site's own fonts apart from the system's. */
async function glyphsOf(page: Page, selector: string): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector,
  });
  const glyphs: Record<string, number> = {};
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont, glyphCount } of fonts) {
      const name = isCustomFont ? familyName : 'system';
      glyphs[name] = (glyphs[name] ?? 0) + glyphCount;
    }
  }
  await session.detach();
  return glyphs;
}

const fontsFetched = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /([^/]*)\.[^.]*\.woff2$/.exec(name)?.[1] ?? [])
      .filter((name) => name.includes('math'))
      .toSorted(),
  );

describe('formulas', () => {
  it('are set in one family of the site’s own', async () => {
    await onPhone(withFormula, async (page) => {
      await expect.poll(() => fontsFetched(page)).toHaveLength(2);
      // A font that is late is not taken for a view, even from the cache of a busy machine.
      let glyphs: Record<string, number> = {};
      await expect
        .poll(async () => {
          await page.reload();
          glyphs = await glyphsOf(page, 'math *');
          return Object.keys(glyphs);
        })
        .toEqual(['Libertinus Math']);
      expect(glyphs['Libertinus Math']).toBeGreaterThan(20);
    });
  });

  it('have a font only where there are some', async () => {
    await onPhone('topics/', async (page) => {
      await page.waitForLoadState('networkidle');
      expect(await fontsFetched(page)).toEqual([]);
    });
  });
});

describe('the card of a digest and the icons', () => {
  it('are pictures of the sizes that are told', async () => {
    await onPhone('', async (page) => {
      const sizes = (path: string) =>
        page.evaluate(async (address) => {
          const picture = new Image();
          picture.src = address;
          await picture.decode();
          return [picture.naturalWidth, picture.naturalHeight];
        }, path);
      expect(await sizes(`${url}cards/site.png`)).toEqual([1200, 630]);
      expect(await sizes(`${url}cards/2025-03-11-trending.png`)).toEqual([1200, 630]);
      const manifest = await page.request.get(`${url}manifest.webmanifest`);
      const { icons } = JSON.parse(await manifest.text());
      expect(icons).toHaveLength(5);
      for (const { src, sizes: told } of icons.slice(1)) {
        const [side] = await sizes(new URL(src, url).href);
        expect(`${side}x${side}`).toBe(told);
      }
    });
  });
});

it.each(['topics/', 'digests/', 'about/', 'map/'])(
  '%s has no link too small to be hit',
  async (path) => {
    await onPhone(path, async (page) => {
      const small = await page
        .locator('main li > a, main .title, main section a')
        .evaluateAll((all) =>
          all
            .filter((link) => link.checkVisibility() && !link.closest('p, svg'))
            .map((link) => ({ words: link.textContent, box: link.getBoundingClientRect() }))
            .filter(({ box }) => box.height < 24 || box.width < 24)
            .map(({ words }) => words),
        );
      expect(small).toEqual([]);
    });
  },
);
