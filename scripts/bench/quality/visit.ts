/** What the first visit of a page brings over the line, how much of it moves, and what axe says of it. */
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { phone } from '../search/chromium.ts';
import { shifted, watchShifts } from '../search/shifts.ts';

/** Bytes as GitHub Pages sends them: texts compressed, fonts as they are. */
export interface Visit {
  /** The page's own HTML, not compressed. */
  readonly html: number;
  readonly sent: Readonly<Record<Part, number>>;
  readonly requests: number;
  readonly shift: number;
  /** Rules of axe that are broken, under either colour scheme. */
  readonly violations: readonly string[];
  /** Whether it asks search engines not to show it. */
  readonly hidden: boolean;
}

export const parts = ['html', 'css', 'js', 'fonts', 'data'] as const;
export type Part = (typeof parts)[number];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const isFont = /\.woff2?$/;

function partOf(type: string, path: string): Part {
  if (type === 'document') return 'html';
  if (type === 'stylesheet') return 'css';
  if (isFont.test(path)) return 'fonts';
  return path.endsWith('.js') ? 'js' : 'data';
}

async function settle(page: Page, address: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  if (address.includes('?q='))
    await page.waitForSelector('#results[data-state="done"]', { state: 'attached' });
}

async function violationsOf(page: Page, axe: string): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const ids: readonly string[] = await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations.map(({ id }) => id))`,
    );
    found.push(...ids);
  }
  return [...new Set(found)];
}

/**
 * Visits a page for the first time, on a phone.
 *
 * @param site address of the home page
 * @param axe the script of axe-core
 */
export async function visit(
  browser: Browser,
  site: string,
  address: string,
  axe: string,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: phone,
    serviceWorkers: 'block',
    hasTouch: true,
    isMobile: true,
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchShifts);
    const arriving: Promise<readonly [Part, Buffer]>[] = [];
    page.on('response', (response) => {
      const part = partOf(response.request().resourceType(), new URL(response.url()).pathname);
      arriving.push(
        response.body().then(
          (body) => [part, body] as const,
          () => [part, Buffer.alloc(0)] as const,
        ),
      );
    });
    await page.goto(site + address, { waitUntil: 'load' });
    await settle(page, address);
    const sent = { html: 0, css: 0, js: 0, fonts: 0, data: 0 };
    let html = 0;
    for (const [part, body] of await Promise.all(arriving)) {
      sent[part] += part === 'fonts' ? body.length : gzipSync(body).length;
      if (part === 'html') html += body.length;
    }
    const shift = await shifted(page);
    const hidden = (await page.locator('meta[name="robots"][content*="noindex"]').count()) > 0;
    const violations = await violationsOf(page, axe);
    return { html, sent, requests: arriving.length, shift, violations, hidden };
  } finally {
    await context.close();
  }
}
