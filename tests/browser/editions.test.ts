/** The service worker on small sites made here, as they change: editions, deployments that fail, large archives. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { listFiles } from '../../src/offline/files.ts';
import { planOffline, wholeLimit } from '../../src/offline/plan.ts';
import { writeWorker } from '../../src/offline/worker.ts';
import { launch } from '../chromium.ts';
import { serve, type StaticServer } from '../server.ts';

const base = '/repo/';
const first = {
  '404.html': 'there is none',
  'index.html': 'home, first edition',
  'offline/index.html':
    'not saved here<p data-kept="whole" hidden>whole</p><p data-kept="visited" hidden>part</p>',
  'papers/tea/index.html': 'tea',
  'papers/très bon, «ça»/index.html': 'with letters of its own',
  'pagefind/fragment/en_1.pf_fragment': 'fragment',
};

let browser: Browser;
let code: string;
let folder: string;
let server: StaticServer;
let asked: string[];
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  code = await readFile(join(inject('sites')[0]?.folder ?? '', 'sw.js'), 'utf8');
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-editions-'));
  asked = [];
  server = await serve(folder, base, (path) => asked.push(decodeURIComponent(path)));
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await server.close();
  await rm(folder, { recursive: true });
});

async function deploy(files: Readonly<Record<string, string>>, limit = wholeLimit): Promise<void> {
  const all = { ...files, 'sw.js': code };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await writeWorker(planOffline(await listFiles(folder), base, limit), folder, base);
}

/** Registers the worker, or looks for a newer one, and waits until nothing is being fetched any more. */
async function settle(): Promise<void> {
  await page.evaluate(async (scope) => {
    const there = await navigator.serviceWorker.getRegistration();
    const registration =
      there ?? (await navigator.serviceWorker.register(`${scope}sw.js`, { scope }));
    if (there !== undefined) await there.update().catch(() => undefined);
    const { installing } = registration;
    if (installing === null) return;
    await new Promise<void>((resolve) => {
      installing.addEventListener('statechange', () => {
        if (/^(?:activated|redundant)$/.test(installing.state) || registration.waiting !== null) {
          resolve();
        }
      });
    });
  }, base);
}

/** What a later page load does: lets the waiting worker take over. */
async function takeOver(): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const { waiting } = registration ?? {};
    if (!waiting) throw new Error('No worker waits.');
    await new Promise<void>((resolve) => {
      waiting.addEventListener('statechange', () => {
        if (waiting.state === 'activated') resolve();
      });
      waiting.postMessage({ type: 'SKIP_WAITING' }, []);
    });
  });
}

/** @returns status and text of a page */
async function read(path: string): Promise<[number | undefined, string]> {
  const response = await page.goto(server.url + path);
  return [response?.status(), await page.locator('body').innerText()];
}

describe('an archive that is kept whole', () => {
  it('is read without the server, at any spelling of its addresses', async () => {
    await deploy(first);
    await read('');
    await settle();
    await server.close();
    expect(await read('papers/tea/?from=feed#abstract')).toEqual([200, 'tea']);
    expect(await read('papers/très bon, «ça»/')).toEqual([200, 'with letters of its own']);
    expect(await read('papers/tr%C3%A8s%20bon%2C%20«ça»/')).toEqual([
      200,
      'with letters of its own',
    ]);
    expect(await read('papers/tea')).toEqual([200, 'tea']);
    expect(page.url()).toBe(`${server.url}papers/tea/`);
    expect(await read('papers/none/')).toEqual([503, 'not saved here\n\nwhole']);
  });

  it('moves on to the next edition as a whole, fetching what changed', async () => {
    await deploy(first);
    await read('');
    await settle();
    await read('');
    await page.evaluate((name) => caches.open(name), `offprint|${base}|-precache-v2-x`);
    await page.evaluate((name) => caches.open(name), 'offprint|/other/|files');
    await deploy({
      ...first,
      'index.html': 'home, second edition',
      'papers/new/index.html': 'new',
    });
    asked.length = 0;
    await settle();
    expect(asked.filter((path) => path !== '/repo/sw.js').toSorted()).toEqual([
      '/repo/',
      '/repo/edition.txt',
      '/repo/papers/new/',
    ]);
    expect(await read('')).toEqual([200, 'home, first edition']);
    await takeOver();
    await server.close();
    expect(await read('')).toEqual([200, 'home, second edition']);
    expect(await read('papers/new/')).toEqual([200, 'new']);
    expect(await read('papers/tea/')).toEqual([200, 'tea']);
    // Other sites' caches are theirs; of this one's, those of an earlier kind of worker and what changed are gone.
    expect(await page.evaluate(() => caches.keys())).toEqual([
      `offprint|${base}|files`,
      'offprint|/other/|files',
    ]);
    const kept = await page.evaluate(async (name) => {
      const keys = await (await caches.open(name)).keys();
      return keys.map(({ url }) => new URL(url).pathname);
    }, `offprint|${base}|files`);
    expect(new Set(kept).size).toBe(kept.length);
    expect(kept.length).toBe(Object.keys(first).length + 2);
  });

  it('keeps the edition before when files of two are mixed on the server', async () => {
    await deploy(first);
    await read('');
    await settle();
    await deploy({ ...first, 'index.html': 'home, second edition' });
    await writeFile(join(folder, 'index.html'), 'home, third edition');
    await settle();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBe(
      null,
    );
    await server.close();
    expect(await read('')).toEqual([200, 'home, first edition']);
    expect(await read('papers/tea/')).toEqual([200, 'tea']);
  });
});

describe('an archive too large to be kept whole', () => {
  it('keeps its shell and what was visited, and says that the rest is out of reach', async () => {
    await deploy(first, 1);
    await read('');
    await settle();
    await read('papers/tea/?from=feed');
    const fragment = `${server.url}pagefind/fragment/en_1.pf_fragment`;
    await page.evaluate(async (url) => void (await (await fetch(url)).text()), fragment);
    // Kept after it was shown.
    await page.waitForFunction(
      async () => (await caches.match(location.href.split('?')[0] ?? '')) !== undefined,
    );
    await server.close();
    expect(await read('')).toEqual([200, 'home, first edition']);
    expect(await read('papers/tea/')).toEqual([200, 'tea']);
    expect(await page.evaluate(async (url) => (await fetch(url)).text(), fragment)).toBe(
      'fragment',
    );
    expect(await read('papers/très bon, «ça»/')).toEqual([503, 'not saved here\n\npart']);
  });

  it('does not keep a page of an edition that it is not', async () => {
    await deploy(first, 1);
    await read('');
    await settle();
    await deploy({ ...first, 'papers/tea/index.html': 'tea, second edition' }, 1);
    asked.length = 0;
    expect(await read('papers/tea/')).toEqual([200, 'tea, second edition']);
    await expect.poll(() => asked).toContain('/repo/sw.js');
    await server.close();
    expect((await read('papers/tea/'))[0]).toBe(503);
    expect(await read('')).toEqual([200, 'home, first edition']);
  });
});
