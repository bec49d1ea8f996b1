/**
 * Pages for browser tests, each as a new reader has it. A context of its own costs Chromium a second of a processor: a
 * process, and fonts, styles and scripts read anew. So pages are handed on, emptied of all that was left in them.
 */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launch } from './chromium.ts';

/** What a page was made for, and where it has been since it was last emptied. */
interface Handed {
  readonly kind: string;
  readonly hasScript: boolean;
  readonly origins: Set<string>;
}

const handed = new WeakMap<Page, Handed>();
/** Pages given back, the latest last. */
const idle: Page[] = [];
/** More of them, each a process, would fill a small machine. */
const idleLimit = 4;

async function newPage(options: BrowserContextOptions, kind: string): Promise<Page> {
  const browser = await launch();
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  handed.set(page, { kind, hasScript: options.javaScriptEnabled ?? true, origins: new Set() });
  return page;
}

/**
 * A page of a reader who has never been here. Give it back when the test is done with it; or close its context, if it
 * was changed in ways that `giveBack` does not undo, such as a clock of its own.
 *
 * @param options as for a context; without service workers, unless they are allowed
 */
export async function freshPage(options: BrowserContextOptions = {}): Promise<Page> {
  const {
    viewport = { width: 1280, height: 720 },
    colorScheme = 'light',
    reducedMotion = 'no-preference',
    forcedColors = 'none',
    contrast = 'no-preference',
    ...rest
  } = options;
  const kind = JSON.stringify(rest);
  const at = idle.findLastIndex((one) => handed.get(one)?.kind === kind);
  const page = (at !== -1 && idle.splice(at, 1)[0]) || (await newPage(rest, kind));
  if (viewport) await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors, contrast });
  page.on('framenavigated', (frame) => {
    const { origin } = new URL(frame.url());
    if (origin !== 'null') handed.get(page)?.origins.add(origin);
  });
  return page;
}

/** Takes a page of `freshPage` back, for the next test: nothing is left of what was stored, listened to or routed. */
export async function giveBack(page: Page): Promise<void> {
  const facts = handed.get(page);
  if (facts === undefined || page.isClosed()) return;
  const { hasScript, origins } = facts;
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  for (const told of ['console', 'framenavigated', 'pageerror', 'request'])
    page.removeAllListeners(told);
  await context.unrouteAll();
  await page.unrouteAll();
  // Outside: nothing on the next page is under the mouse.
  await page.mouse.move(-1, -1);
  if (hasScript) {
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    for (const origin of origins) {
      await page.goto(origin);
      await page.evaluate(async () => {
        localStorage.clear();
        sessionStorage.clear();
        for (const name of await caches.keys()) await caches.delete(name);
      });
    }
    await page.unrouteAll();
  }
  await page.goto('about:blank');
  origins.clear();
  idle.push(page);
  if (idle.length > idleLimit) await idle.shift()?.context().close();
}
