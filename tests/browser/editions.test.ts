/** The service worker on small sites made here, as they change: editions, deployments that fail, large archives. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { listFiles } from '../../src/publish/files.ts';
import { placesOf, type PackList } from '../../src/offline/packs/lists.ts';
import { planOffline } from '../../src/offline/plan.ts';
import { wholeLimit } from '../../src/site/schema.ts';
import { siteAt } from '../../src/publish/site-folder.ts';
import { writeWorker } from '../../src/offline/worker.ts';
import type { OfflineState } from '../../src/offline/messages.ts';
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
  'search/texts/a/1.bin': 'text',
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
  await writeWorker(planOffline(await listFiles(folder), base, limit), siteAt(folder), base);
}

/** Registers the worker, or looks for a newer one, and waits until it is at work or has failed. */
async function settle(on = page): Promise<void> {
  await on.evaluate(async (scope) => {
    const there = await navigator.serviceWorker.getRegistration();
    const registration =
      there ?? (await navigator.serviceWorker.register(`${scope}sw.js`, { scope }));
    if (there !== undefined) await there.update().catch(() => undefined);
    // On a busy machine it may be further than that by now.
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const isDone = (): boolean => worker === null || /^(?:activated|redundant)$/.test(worker.state);
    if (isDone()) return;
    await new Promise<void>((resolve) => {
      worker?.addEventListener('statechange', () => isDone() && resolve());
    });
  }, base);
}

/** Says to the worker what a page says, and waits for the answer. */
function say(message: unknown, on = page): Promise<OfflineState> {
  return on.evaluate(async (asked) => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<OfflineState>((resolve) => {
      port1.addEventListener('message', ({ data }) => resolve(data));
      port1.start();
    });
    active?.postMessage(asked, [port2]);
    return answer;
  }, message);
}

/** What a page gets for a file, whichever edition the server is at. */
const ask = (on: Page, path: string): Promise<string> =>
  on.evaluate(async (url) => (await fetch(url)).text(), base + path);

/** Paths in a cache of the site. */
const cached = (name: string): Promise<string[]> =>
  page.evaluate(
    async (cache) =>
      (await (await caches.open(cache)).keys()).map(({ url }) => new URL(url).pathname),
    `offprint|${base}|${name}`,
  );

/** Has the browser end every worker, as it does when they are idle. */
async function stopWorkers(): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
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
      '/repo/papers/new/',
    ]);
    await server.close();
    expect(await read('')).toEqual([200, 'home, second edition']);
    expect(await read('papers/new/')).toEqual([200, 'new']);
    expect(await read('papers/tea/')).toEqual([200, 'tea']);
    await page.evaluate(async () => {
      (await navigator.serviceWorker.ready).active?.postMessage({ type: 'opened' }, []);
    });
    await expect.poll(() => cached('files')).toHaveLength(Object.keys(first).length + 1);
    // Other sites' caches are theirs; of this one's, those of an earlier kind of worker and what changed are gone.
    expect(await page.evaluate(() => caches.keys())).not.toContain(
      `offprint|${base}|-precache-v2-x`,
    );
    expect(await page.evaluate(() => caches.keys())).toContain('offprint|/other/|files');
    const kept = await cached('files');
    expect(new Set(kept).size).toBe(kept.length);
  });

  it('answers a page to its end with the edition that it is of', async () => {
    const at = (edition: string): Record<string, string> => ({
      ...first,
      'index.html': `home, ${edition} edition`,
      'search/words.json': edition,
    });
    await deploy(at('first'));
    await read('');
    await settle();
    await read('');
    const other = await context.newPage();
    await other.goto(`${server.url}papers/tea/`);
    const told = page.evaluate(
      () =>
        new Promise((resolve) => {
          navigator.serviceWorker.addEventListener('message', ({ data }) => resolve(data.type));
          navigator.serviceWorker.startMessages();
        }),
    );
    await deploy(at('second'));
    await settle(other);
    expect(await told).toBe('edition');
    await stopWorkers();
    expect(await page.locator('body').innerText()).toBe('home, first edition');
    expect(await ask(page, 'search/words.json')).toBe('first');
    // Two editions on.
    await deploy(at('third'));
    await settle(other);
    await stopWorkers();
    await server.close();
    expect(await ask(page, 'search/words.json')).toBe('first');
    await page.reload();
    expect(await page.locator('body').innerText()).toBe('home, third edition');
    expect(await ask(page, 'search/words.json')).toBe('third');
    expect(await ask(other, 'search/words.json')).toBe('first');
    await other.goto(server.url);
    expect(await ask(other, 'search/words.json')).toBe('third');
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
    const text = `${server.url}search/texts/a/1.bin`;
    await page.evaluate(async (url) => void (await (await fetch(url)).text()), text);
    // Kept after it was shown.
    await page.waitForFunction(
      async () => (await caches.match(location.href.split('?')[0] ?? '')) !== undefined,
    );
    await server.close();
    expect(await read('')).toEqual([200, 'home, first edition']);
    expect(await read('papers/tea/')).toEqual([200, 'tea']);
    expect(await page.evaluate(async (url) => (await fetch(url)).text(), text)).toBe('text');
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

  const archive = (edition: string, papers = 30): Record<string, string> => ({
    ...first,
    'index.html': `home, ${edition} edition`,
    'search/index.html': 'search',
    'search/words.json': edition,
    'archive.jsonl': Array.from({ length: papers }, (_, at) =>
      JSON.stringify({ id: `p${at}`, listings: [{ date: '2025-03-11' }], topics: ['tea'] }),
    )
      .toReversed()
      .join('\n'),
    ...Object.fromEntries(
      Array.from({ length: papers }, (_, at) => [
        `papers/p${at}/index.html`,
        `paper ${at} <section data-related>near ${papers}</section>`,
      ]),
    ),
    'topics/tea/index.html': '<ul><li><a class="title" href="/repo/papers/p1/">One</a> </li></ul>',
  });
  const packs = (): string[] => asked.filter((path) => path.endsWith('.packs'));

  it('keeps what was chosen, in few requests, until it is removed', async () => {
    await deploy(archive('first'), 1);
    await read('');
    await settle();
    asked.length = 0;
    const state = await say({ type: 'keep', key: 'pages' });
    expect(state.collections['pages']?.status).toBe('kept');
    expect(state.collections['pages']?.got).toBe(state.collections['pages']?.bytes);
    expect(packs().length).toBeLessThan(10);
    await say({ type: 'keep', key: 'topic:tea' });
    await server.close();
    await stopWorkers();
    expect(await read('papers/p7/')).toEqual([200, 'paper 7\nnear 30']);
    expect(await read('papers/p7')).toEqual([200, 'paper 7\nnear 30']);
    expect(await read('topics/tea/')).toEqual([200, 'One']);
    expect((await read('papers/p99/'))[0]).toBe(503);
    await read('');
    await say({ type: 'remove', key: 'pages' });
    expect(await read('papers/p7/')).toEqual([200, 'paper 7\nnear 30']);
    expect((await read('papers/tea/'))[0]).toBe(503);
    await read('');
    await say({ type: 'remove', key: 'topic:tea' });
    expect((await read('papers/p7/'))[0]).toBe(503);
    await read('');
    expect(await cached('packs')).toEqual([]);
  });

  it('goes on where it stopped, and says why', async () => {
    await deploy(archive('first'), 1);
    await read('');
    await settle();
    const folderOfPacks = join(folder, 'offline', 'packs');
    const { volumes, collections }: PackList = JSON.parse(
      await readFile(join(folder, 'offline', 'packs.json'), 'utf8'),
    );
    const last = collections['pages']?.at(-1) ?? 0;
    let place = 0;
    const lost = `${volumes.find(([, count]) => (place += count) >= last)?.[0]}.packs`;
    await rename(join(folderOfPacks, lost), join(folder, 'aside'));
    const broken = await say({ type: 'keep', key: 'pages' });
    expect(broken.failure).toBe('replaced');
    expect(broken.collections['pages']?.status).toBe('waiting');
    expect(broken.collections['pages']?.got).toBeGreaterThan(0);
    // A file that is not what its name says is never kept.
    await writeFile(join(folderOfPacks, lost), 'something else');
    expect((await say({ type: 'keep', key: 'pages' })).failure).toBe('replaced');
    await rename(join(folder, 'aside'), join(folderOfPacks, lost));
    asked.length = 0;
    const whole = await say({ type: 'keep', key: 'pages' });
    expect(whole.failure).toBe(undefined);
    expect(whole.collections['pages']?.status).toBe('kept');
    // What was under way when it stopped is fetched again.
    expect(packs()).toContain(`/repo/offline/packs/${lost}`);
    expect(packs().length).toBeLessThan(volumes.length);
    expect((await say({ type: 'stop', key: 'search' })).collections['search']?.status).toBe(
      'stopped',
    );
  });

  it('waits for the network and for room, and goes on', async () => {
    await deploy(archive('first'), 1);
    await read('');
    await settle();
    await context.setOffline(true);
    const lost = await say({ type: 'keep', key: 'pages' });
    expect([lost.failure, lost.collections['pages']?.status]).toEqual(['network', 'waiting']);
    await context.setOffline(false);
    await page.evaluate(async () => {
      (await navigator.serviceWorker.ready).active?.postMessage({ type: 'opened' }, []);
    });
    const kept = async (key: string): Promise<string | undefined> =>
      (await say({ type: 'state' })).collections[key]?.status;
    await expect.poll(() => kept('pages')).toBe('kept');
    const session = await context.newCDPSession(page);
    const { origin } = new URL(server.url);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    expect((await say({ type: 'keep', key: 'search' })).failure).toBe('full');
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    const after = await say({ type: 'keep', key: 'search' });
    expect([after.failure, after.collections['search']?.status]).toEqual([undefined, 'kept']);
  });

  it('takes the packs that changed with the next edition, and leaves open pages theirs', async () => {
    await deploy(archive('first', 300), 1);
    await read('');
    await settle();
    await say({ type: 'keep', key: 'pages' });
    await say({ type: 'keep', key: 'search' });
    const all = (await cached('packs')).length;
    const other = await context.newPage();
    await other.goto(`${server.url}search/`);
    await deploy(archive('second', 310), 1);
    asked.length = 0;
    await settle();
    expect(packs().length).toBeGreaterThan(0);
    expect(packs().length).toBeLessThan(all);
    await server.close();
    await stopWorkers();
    expect(await ask(other, 'search/words.json')).toBe('first');
    expect(await read('papers/p305/')).toEqual([200, 'paper 305\nnear 310']);
    expect(await read('papers/p2/')).toEqual([200, 'paper 2\nnear 310']);
    await other.reload();
    expect(await ask(other, 'search/words.json')).toBe('second');
  });

  it('keeps a topic with the packs that it needs, from a server with ranges and from one without', async () => {
    const tea = (at: number): string[] => (at % 9 === 0 ? ['tea'] : ['coffee']);
    const files = archive('first', 300);
    const lines = (files['archive.jsonl'] ?? '').split('\n').map((line, at) => {
      const paper = JSON.parse(line);
      return JSON.stringify({ ...paper, topics: tea(299 - at) });
    });
    await deploy({ ...files, 'archive.jsonl': lines.join('\n') }, 1);
    const { packs: all, collections }: PackList = JSON.parse(
      await readFile(join(folder, 'offline', 'packs.json'), 'utf8'),
    );
    const wanted = placesOf(collections['topic:tea'] ?? []).length;
    expect(wanted).toBeLessThan(all.length / 2);
    const url = new URL(server.url);
    for (const ranges of [true, false]) {
      await server.close();
      server = await serve(folder, base, (path) => asked.push(path), ranges, Number(url.port));
      await read('');
      await settle();
      const state = await say({ type: 'keep', key: 'topic:tea' });
      expect(state.collections['topic:tea']?.status).toBe('kept');
      expect(await cached('packs')).toHaveLength(wanted);
      await server.close();
      expect(await read('papers/p9/')).toEqual([200, 'paper 9\nnear 300']);
      server = await serve(folder, base, undefined, ranges, Number(url.port));
      await read('');
      await say({ type: 'clear' });
      await page.goto('about:blank');
    }
  });

  it('fetches anew what was chosen when packs are cut in another way, and mixes nothing', async () => {
    await deploy(archive('second'), 1);
    await read('');
    // What a worker of before left: a pack of its kind, an edition that is shown, a choice.
    await page.evaluate(
      async ([prefix, root]) => {
        const record = async (store: string, name: string, value: unknown): Promise<void> =>
          (await caches.open(prefix + store)).put(
            `${root}.offline/${name}`,
            new Response(JSON.stringify(value)),
          );
        const head = '[["search/words.json",5,"plain"],["papers/p3/",9,"holes"]]\n';
        const content = new Blob([`${head}firstpaper \0~3.0\0`]).stream();
        const pack = content.pipeThrough(new CompressionStream('gzip'));
        const places = [
          { key: 'search/words.json', kind: 'plain', start: head.length, end: head.length + 5 },
          { key: 'papers/p3/', kind: 'holes', start: head.length + 5, end: head.length + 17 },
        ];
        const cache = await caches.open(`${prefix}packs`);
        await cache.put(`${root}offline/packs/OLD.pack`, new Response(pack));
        await cache.put(
          `${root}offline/packs/OLD.pack?places`,
          new Response(JSON.stringify(places)),
        );
        await record('editions', 'old', { name: 'old', kept: [], packs: ['OLD'], shown: true });
        await record('directories', 'old', [['OLD', places]]);
        await record('lists', 'old', { packs: [['OLD', 90]], collections: { pages: [0] } });
        await record('current', 'edition', 'old');
        await record('choices', 'all', { pages: 'wanted' });
      },
      [`offprint|${base}|`, new URL(base, server.url).href] as const,
    );
    asked.length = 0;
    await settle();
    const { packs: all, collections }: PackList = JSON.parse(
      await readFile(join(folder, 'offline', 'packs.json'), 'utf8'),
    );
    const names = placesOf(collections['pages'] ?? []).map((place) => all[place]?.[0]);
    // Each file of packs once, and all packs before the new edition is shown.
    expect(new Set(packs()).size).toBe(packs().length);
    const there = await cached('packs');
    expect(
      there.filter((path) => names.some((name) => path.endsWith(`/${name}.pack`))),
    ).toHaveLength(names.length);
    await server.close();
    // The page that was open is of the edition before: its files come from the old pack, the rest from nowhere else.
    expect(await ask(page, 'search/words.json')).toBe('first');
    expect(await read('papers/p3/')).toEqual([200, 'paper 3\nnear 30']);
    await page.evaluate(async () => {
      (await navigator.serviceWorker.ready).active?.postMessage({ type: 'opened' }, []);
    });
    await expect.poll(() => cached('packs')).toHaveLength(names.length);
  });
});
