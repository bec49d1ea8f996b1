/** The copy to take along, opened from a disk. */
import { unzipSync } from 'fflate';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makePortable } from '../../src/portable/index.ts';
import { launch } from '../chromium.ts';
import { freshPage, giveBack } from '../readers.ts';

const { url, folder } = inject('sites').find(({ base }) => base === '/repo/') ?? {
  url: '',
  folder: '',
};

let place: string;
/** Address of the unpacked copy. */
let top: string;
const files = new Map<string, string>();
let page: Page;
/** What the page asked of hosts, and what went wrong in it. */
const noticed: string[] = [];

beforeAll(async () => {
  // A name that must be written otherwise in an address.
  place = await mkdtemp(join(tmpdir(), 'take along #1 é '));
  const { file } = await makePortable(folder, 'site', join(place, 'Copy.zip'));
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(file)))) {
    const target = join(place, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    files.set(
      path.replace(/^Copy\//, ''),
      path.endsWith('.html') ? Buffer.from(bytes).toString() : '',
    );
  }
  top = pathToFileURL(join(place, 'Copy')).href + '/';
  page = await (await launch()).newPage();
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) noticed.push(request.url());
  });
  page.on('pageerror', ({ message }) => noticed.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') noticed.push(message.text());
  });
});
afterAll(async () => {
  await page.close();
  await rm(place, { recursive: true, force: true });
});

/** Papers that a search page found, in order. */
async function found(search: Page, address: string): Promise<string[]> {
  await search.goto(address);
  await search.waitForSelector('#results[data-state=done]');
  return search.$$eval('#results li a[data-paper]', (links) =>
    links.map((link) => link.getAttribute('data-paper') ?? ''),
  );
}

it('has every file that a page leads to', () => {
  const dead: string[] = [];
  let links = 0;
  for (const [path, html] of files) {
    for (const [, address = ''] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      if (/^(?:#|\?|[a-z]+:)/.test(address)) continue;
      links += 1;
      const target = new URL(address.replaceAll('&#38;', '&'), `http://copy.invalid/${path}`);
      if (address.startsWith('/') || !files.has(decodeURIComponent(target.pathname.slice(1))))
        dead.push(`${path}: ${address}`);
    }
  }
  expect(links).toBeGreaterThan(10_000);
  expect(dead).toEqual([]);
});

it('leaves out what only a server can do', () => {
  const names = [...files.keys()];
  expect(names[0]).toBe('index.html');
  expect(
    names.filter((name) => /^offline\/|sw\.js|(?<!_astro\/)feed|sitemap|404|worker/.test(name)),
  ).toEqual([]);
  expect([...files.values()].filter((html) => html.includes('type="module"'))).toEqual([]);
});

describe('on a disk', () => {
  it.each([
    'language models',
    'reward modling',
    '"chain of thought"',
    'https://arxiv.org/abs/2203.17269',
  ])('finds for %s what the site finds', async (query) => {
    const asked = `?q=${encodeURIComponent(query)}`;
    const online = await freshPage();
    const expected = await found(online, `${url}search/${asked}`);
    await giveBack(online);
    expect(expected.length).toBeGreaterThan(0);
    expect(await found(page, `${top}search/index.html${asked}`)).toEqual(expected);
  });

  it('goes from a box to a result, marks what was found, and takes a star', async () => {
    await page.goto(`${top}index.html`);
    await page.fill('input[type=search]', 'reward models');
    const suggested = page.locator('.suggestions a').first();
    await expect.poll(() => suggested.getAttribute('href')).toContain('/index.html');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/index\.html\?q=reward\+models$/);
    await page.locator('#results li a[data-paper]').first().click();
    await page.waitForURL(/papers\/[a-z0-9-]+\/index\.html$/);
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0))
      .toBeGreaterThan(0);
    await page.locator('[data-tools] .star').click();
    await page.locator('[data-tools] .star.on').waitFor();
    // Chromium drops now and then what a page of a disk has kept; the next one of the tab has it all the same.
    const starred = page.url();
    await page.evaluate(() => {
      for (const name of Object.keys(localStorage)) delete localStorage[name];
    });
    await page.goto(`${top}about/index.html`);
    await page.goto(starred);
    await page.locator('[data-tools] .star.on').waitFor();
  });

  it('reads abstracts from other pages, and exports papers', async () => {
    await page.goto(`${top}papers/index.html`);
    await page.locator('.papers .title').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await expect.poll(() => page.locator('.expanded').textContent()).toMatch(/\w{3}.{100}/);
    await page
      .getByRole('button', { name: /^Export/ })
      .first()
      .click();
    const taken = page.waitForEvent('download');
    await page
      .locator('dialog[open] button', { hasText: /^(?:Download|Save)/ })
      .first()
      .click();
    const bibliography = await readFile(await (await taken).path(), 'utf8');
    expect(bibliography.match(/^@\w+\{/gm)?.length ?? 0).toBeGreaterThan(20);
  });

  it('draws the map, whose dots lead to papers', async () => {
    await page.goto(`${top}map/index.html`);
    const dot = page.locator('[data-dots] a').first();
    await expect.poll(() => dot.getAttribute('href')).toMatch(/\/papers\/[^/]+\/index\.html$/);
  });

  it('asks no host, and nothing goes wrong', () => {
    expect(noticed).toEqual([]);
  });
});
