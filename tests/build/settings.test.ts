import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../chromium.ts';
import { element, has, readPage, textOf } from '../html.ts';
import { makeProject, type Project, type Run } from '../project.ts';
import { serve, type StaticServer } from '../server.ts';

const settings = `title: Papers on Rivers
description: What we read about rivers.
keeper: { name: The River Group, url: https://rivers.example/ }
language: de
repository: { url: https://git.example/rivers, branch: trunk, folder: archive }
menu:
  - page: digests
    label: Reading lists
  - page: about
  - { link: /cv.txt, label: CV }
  - { link: https://rivers.example/, label: The group }
pageSize: 1
colours:
  accent: { light: '#0b5563', dark: '#7fd0de' }
logo: river.svg
feeds: { which: [atom], text: summary }
offline: { keep: nothing }
head:
  - tag: script
    attributes: { src: https://stats.example/count.js, async: true, data-site: a"b }
    hosts: [https://stats.example]
    why: counts visits
  - tag: script
    content: document.documentElement.dataset.own = 'ran'
    why: a script of our own
`;

const digest = `Mar 11

A Good Paper about Small Rivers

We describe a small river and show that it can be seen by everybody, and for a long time.

Another Good Paper about Large Rivers

We describe another river and compare it with the first one in three experiments.
`;

/** It was collected, from a source that is no longer asked. */
const collected = JSON.stringify({
  source: 'rivers-feed',
  day: '2025-03-11',
  at: '2025-03-12T05:00:00Z',
  address: 'https://feeds.example/rivers?token=secret',
  digest: '2025-03-11-rivers',
  announced: 4,
  kept: 2,
  leftOut: [{ line: 90, title: 'On <b>Lakes</b>', why: 'must' }],
  licence: 'http://creativecommons.org/licenses/by/4.0/',
});

const small = 'a-good-paper-about-small-rivers';

let project: Project;
let built: Run;
let checked: Run;
let server: StaticServer;
const asked: string[] = [];

/** A file of the site. */
const file = (path: string): Promise<string> => readFile(join(project.dist, path), 'utf8');

beforeAll(async () => {
  project = await makeProject('settings', {
    'archive/digests/2025-03-11-rivers.txt': digest,
    'archive/site.yaml': settings,
    'archive/collected.jsonl': `${collected}\n`,
    'archive/theme.css': '.name { letter-spacing: 3px; background: url(../river.svg) }\n',
    'archive/public/river.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>\n',
    'archive/public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    'archive/public/CNAME': 'rivers.example\n',
    'archive/public/robots.txt': 'User-agent: *\nDisallow: /\n',
    'archive/public/cv.txt': 'Rivers.\n',
    'archive/pages/group.md': `---\ntitle: Who we are\nmenu: { label: Us, order: 2 }\n---\nWe read [this](../papers/${small}.md).\n\n# When\n\n![Water](river.svg)\n`,
    'archive/pages/home.md': 'Welcome to the water.\n',
    'archive/pages/about.md': '---\ntitle: About us\nplace: instead\n---\nThree people.\n',
    [`archive/notes/${small}.md`]:
      '---\ntags: [to read again]\nrating: 4\nread: 2025-03-20\n---\nMind the **salmon**.\n',
    'archive/removed/the-weir-at-night.md':
      '---\nremoved: 2025-04-02\ntitle: The Weir at Night\naliases: [the-weir]\n---\nNo paper at all.\n',
    'archive/removed/an-eel.md': '---\nremoved: 2025-04-03\nwithdrawn: true\n---\n',
    'archive/notes/another-good-paper-about-large-rivers.md': 'Nothing on trout.\n',
  });
  built = await project.build('/repo/');
  checked = await project.script('check.ts', ['--json'], { OFFPRINT_BASE: '/repo/' });
  server = await serve(project.dist, '/repo/', (path) => asked.push(path));
});
afterAll(async () => {
  await server.close();
  await project.remove();
});

describe('an archive with settings of its own', () => {
  it('is built, and nothing is wrong with it', () => {
    expect(built).toMatchObject({ code: 0 });
    expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, problems: [] });
  });

  it('says what its sources announced, and what became of it', async () => {
    const page = await file('sources/index.html');
    expect(page).toContain('<h1>Quellen</h1>');
    expect(page).toContain('1 Paper angekündigt und nicht gelesen');
    expect(page).toMatch(/angekündigt<\/th>\s*<td>4<\/td>/);
    expect(page).toContain('href="/repo/digests/2025-03-11-rivers/"');
    const licence =
      '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>';
    const digestPage = await file('digests/2025-03-11-rivers/index.html');
    const capture = await file('digests/2025-03-11-rivers/source/index.html');
    for (const html of [page, digestPage, capture]) expect(html).toContain(licence);
    expect(digestPage).toContain('href="/repo/sources/#rivers-feed"');
    expect(digestPage).toContain('On &lt;b&gt;Lakes&lt;/b&gt;');
    expect(await file('papers/index.html')).toContain('<a href="/repo/sources/">Quellen</a>');
    expect(page + digestPage + capture).not.toContain('secret');
  });

  it('has its title, menu, colours and files', async () => {
    const html = await file('papers/index.html');
    expect(html).toContain('<html lang="de"');
    expect(html).toContain('· Papers on Rivers</title>');
    const menu = /<nav aria-label="Hauptmenü">.*?<\/nav>/s.exec(html)?.[0] ?? '';
    expect([...menu.matchAll(/href="([^"]+)"[^>]*>([^<]+)/g)].map(([, ...link]) => link)).toEqual([
      ['/repo/digests/', 'Reading lists'],
      ['/repo/group/', 'Us'],
      ['/repo/about/', 'Über'],
      ['/repo/cv.txt', 'CV'],
      ['https://rivers.example/', 'The group'],
    ]);
    expect(html).toContain('<a href="https://rivers.example/">The River Group</a>');
    expect(html).toContain('data-site="a&quot;b"');
    expect(html).toMatch(/<img class="logo" src="\/repo\/river.svg" alt="" width="40" height="20"/);
    expect(await file('papers/page/2/index.html')).toContain('Large Rivers');
    expect(await file('favicon.svg')).not.toContain('viewBox');
    expect(await file('.nojekyll')).toBe('');
    expect(await file('robots.txt')).toContain('Disallow: /');
    expect(await file('CNAME')).toBe('rivers.example\n');
    expect(await file('.files.jsonl')).toContain('"path":"cv.txt"');
    const paper = await file(`papers/${small}/index.html`);
    expect(paper).toMatch(/<h1 lang="en"/);
    expect(paper).toMatch(/data-abstract lang="en"/);
    expect(await file('papers/index.html')).toMatch(
      /small-rivers\/" lang=en>[^]*<p class=beginning lang=en>/,
    );
    await expect(file('authors/index.html')).rejects.toThrow('ENOENT');
    expect(paper).toContain(
      'https://git.example/rivers/edit/trunk/archive/papers/a-good-paper-about-small-rivers.md',
    );
  });

  it('tells of removed papers at their addresses and nowhere else', async () => {
    for (const id of ['the-weir-at-night', 'the-weir']) {
      const page = await file(`papers/${id}/index.html`);
      expect(page).toContain('data-removed="removed"');
      expect(page).toContain('The Weir at Night</h1>');
      expect(page).toContain('No paper at all.');
      expect(page).toContain('<meta name="robots" content="noindex">');
      expect(page).toContain('datetime="2025-04-02"');
    }
    const withdrawn = await file('papers/an-eel/index.html');
    expect(withdrawn).toContain('data-removed="withdrawn"');
    expect(withdrawn).toContain('<meta name="robots" content="noindex">');
    for (const path of [
      'feed.xml',
      'archive.bib',
      'archive.jsonl',
      'sitemap-0.xml',
      'papers/index.html',
      'map/index.html',
    ]) {
      expect(await file(path)).not.toMatch(/weir|an-eel/i);
    }
  });

  it('has the feeds that were asked for', async () => {
    expect(await file('feed.xml')).not.toContain('<content');
    const feeds = await file('feeds/index.html');
    expect(feeds.match(/href="[^"]*(?:feed\.|opml)[^"]*"/g)).toEqual([
      'href="/repo/feed.xml"',
      'href="/repo/feed.xml"',
      'href="/repo/feeds.opml"',
    ]);
    expect(await file('feeds.opml')).not.toContain('topics/');
    for (const path of ['feed.json', 'digests/feed.xml', 'topics/vision/feed.xml']) {
      await expect(file(path)).rejects.toThrow('ENOENT');
    }
    for (const path of [
      'index.html',
      'about/index.html',
      'digests/index.html',
      'topics/vision/index.html',
    ]) {
      expect((await file(path)).match(/href="[^"]*feed\.[^"]*"/g)).toEqual([
        'href="/repo/feed.xml"',
      ]);
    }
  });

  it('keeps nothing offline, and does away with what was kept', async () => {
    expect(await file('sw.js')).toContain('registration.unregister()');
    expect(await file('index.html')).not.toContain('keepOffline');
  });

  it('says which hosts are asked, and why', async () => {
    const about = await file('about/index.html');
    expect(about).toContain('<li>https://stats.example: counts visits</li>');
    expect(about).not.toContain('no page contacts');
    expect(about).not.toContain('the blue that of');
  });
});

describe('pages and notes of the owner’s own', () => {
  it('are pages, and parts of pages', async () => {
    const group = await file('group/index.html');
    expect(group).toMatch(/<h1[^>]*>Who we are<\/h1>/);
    expect(group).toContain(`<a href="/repo/papers/${small}/">this</a>`);
    expect(group).toContain('<h2 id="when">When</h2>');
    expect(group).toContain('src="/repo/river.svg" loading="lazy" width="40" height="20"');
    expect(await file('sitemap-0.xml')).toContain('/repo/group/</loc>');
    expect(await file('index.html')).toMatch(/Welcome to the water[^]*Die neueste Liste/);
    const about = await file('about/index.html');
    expect(about).toMatch(/<h1>About us<\/h1>[^]*Three people\./);
    expect(about).not.toContain('From digest to page');
  });

  it('are no part of the abstract, of feeds or citations', async () => {
    const tree = await readPage(join(project.dist, 'papers', small, 'index.html'));
    expect(textOf(element(tree, has('dataNote')))).toMatch(
      /Mind the salmon\.\s+4 von 5 Punkten · gelesen 20\. März 2025\s+#to read again/,
    );
    expect(textOf(element(tree, has('dataAbstract')))).not.toContain('salmon');
    for (const path of ['feed.xml', 'archive.bib']) expect(await file(path)).not.toMatch(/salmon/);
    const lines = (await file('archive.jsonl')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({
        id: small,
        abstract: expect.not.stringContaining('salmon'),
        note: { text: 'Mind the salmon.', tags: ['to read again'], rating: 4, read: '2025-03-20' },
      }),
    );
  });
});

describe('in a browser', () => {
  let page: Page;
  const hosts: string[] = [];
  beforeAll(async () => {
    page = await (await launch()).newPage();
    await page.route(/^https:/, async (route) => {
      hosts.push(new URL(route.request().url()).origin);
      const body = `document.documentElement.dataset.host = new URL(document.currentScript?.src ?? 'x:').host`;
      await route.fulfill({ contentType: 'text/javascript', body });
    });
    await page.goto(`${server.url}papers/`);
    await page.waitForFunction(() => document.documentElement.dataset['host'] !== undefined);
  });
  afterAll(() => page.close());

  it('the colour and the last style sheet are those of the archive', async () => {
    const { letters, accent, last } = await page.evaluate(() => ({
      letters: getComputedStyle(document.querySelector('.name') ?? document.body).letterSpacing,
      accent: getComputedStyle(document.documentElement).getPropertyValue('--rubric'),
      last: [...document.styleSheets].at(-1)?.href,
    }));
    expect([letters, accent]).toEqual(['3px', 'light-dark(#0b5563,#7fd0de)']);
    expect(last).toMatch(/\/repo\/_astro\/theme\.[\w-]{8}\.css$/);
    await expect.poll(() => asked).toContain('/repo/river.svg');
  });

  it('the script of the head runs, and the host that it names may be asked', async () => {
    const data = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    expect(data).toMatchObject({ own: 'ran', host: 'stats.example' });
    expect(hosts).toEqual(['https://stats.example']);
  });

  it('papers are found, whatever the language of the pages', async () => {
    await page.goto(`${server.url}search/?q=rivers`);
    await page.waitForSelector('#results[data-state="done"]');
    const found = await page.locator('#results li a[data-paper]').allTextContents();
    expect(found.toSorted()).toEqual([
      'A Good Paper about Small Rivers',
      'Another Good Paper about Large Rivers',
    ]);
  });

  it('a note is found by its words and its tags, and said to be one', async () => {
    for (const [query, passage] of [
      ['q=salmon', 'Notiz Mind the salmon. #to read again'],
      ['tag=to+read+again', 'We describe a small river'],
    ] as const) {
      await page.goto(`${server.url}search/?${query}`);
      await page.waitForSelector('#results[data-state="done"]');
      expect(await page.locator('#results li a[data-paper]').allTextContents()).toEqual([
        'A Good Paper about Small Rivers',
      ]);
      expect(await page.locator('#results .beginning').textContent()).toContain(passage);
    }
  });

  it('no other host may be asked, and no other script runs', async () => {
    const refused = await page.evaluate(async () => {
      const found: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        found.push(effectiveDirective);
      });
      const add = (tag: string, facts: Record<string, string>): void => {
        document.head.append(Object.assign(document.createElement(tag), facts));
      };
      add('script', { src: 'https://evil.example/x.js' });
      add('script', { textContent: 'document.documentElement.dataset.own = 1' });
      add('link', { rel: 'stylesheet', href: 'https://evil.example/x.css' });
      add('img', { src: 'https://evil.example/x.png' });
      await fetch('https://evil.example/').catch(() => undefined);
      await fetch('https://stats.example/count');
      for (let times = 0; times < 100 && found.length < 5; times += 1)
        await new Promise((resolve) => {
          setTimeout(resolve, 100);
        });
      return found.toSorted();
    });
    expect(refused).toEqual([
      'connect-src',
      'img-src',
      'script-src-elem',
      'script-src-elem',
      'style-src-elem',
    ]);
    expect(new Set(hosts)).toEqual(new Set(['https://stats.example']));
  });
});
