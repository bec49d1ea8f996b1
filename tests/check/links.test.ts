import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLinks, hostsOfStyle, linksOf, targetOf } from '../../src/check/links.ts';

describe('linksOf', () => {
  it('finds addresses in tags, not in text', () => {
    const html =
      '<a class="x" href="/a/?q=1&amp;r=2">href="/not/"</a><img alt="a > b" src=\'/b.png\'><form action="/c/">&lt;a href="/no/"></form>';
    expect(linksOf(html).links).toEqual(['/a/?q=1&r=2', '/b.png', '/c/']);
  });
});

describe('the hosts that a page or a style sheet asks', () => {
  it.each([
    ['a.html', '<script src="https://a.example/x.js" async></script>', ['https://a.example']],
    ['a.html', '<img src="//a.example/x.png">', ['https://a.example']],
    ['a.html', '<link href="https://a.example/x" rel="preconnect">', ['https://a.example']],
    ['a.html', '<link rel="canonical" href="https://a.example/x">', []],
    ['a.html', '<a href="https://a.example/x">x</a><img src="/b.png">', []],
    ['a.css', '@import "https://a.example/x.css"; a { b: url(../c.svg) }', ['https://a.example']],
    ['a.css', 'a { b: url( https://a.example/c.svg) }', ['https://a.example']],
    ['a.css', 'a { b: url("data:image/png;base64,AA==") }', []],
  ])('%s: %s', (path, text, hosts) => {
    expect(path.endsWith('.css') ? hostsOfStyle(text) : linksOf(text).hosts).toEqual(hosts);
  });
});

describe('targetOf', () => {
  it.each([
    ['/repo/papers/a/', 'papers/a/index.html'],
    ['/repo/papers/a/#b', 'papers/a/index.html'],
    ['/repo/search/?q=1', 'search/index.html'],
    ['/repo/feed.xml', 'feed.xml'],
    ['/repo/', 'index.html'],
    ['/elsewhere/', '/elsewhere/'],
    ['../b/', 'papers/b/index.html'],
    ['#here', undefined],
    ['https://example.org/x', undefined],
    ['mailto:a@example.org', undefined],
    ['/repo/%E0%A4%A', '%E0%A4%A'],
  ])('%s → %s', (href, target) => {
    expect(targetOf(href, 'papers/a/index.html', '/repo/')).toBe(target);
  });
});

describe('checkLinks', () => {
  let dist: string;
  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'offprint-dist-'));
  });
  afterEach(() => rm(dist, { recursive: true, force: true }));

  it('knows when there is no site', async () => {
    expect(await checkLinks(dist, '/')).toBeUndefined();
  });

  it('reports a host that the owner has not named once', async () => {
    await writeFile(
      join(dist, 'index.html'),
      '<img src="https://a.example/x"><img src="https://b.example/">',
    );
    await writeFile(join(dist, 'x.css'), '@import "https://a.example/x.css"');
    const result = await checkLinks(dist, '/', [], undefined, ['https://b.example']);
    expect(result?.problems.map(({ code, where }) => [code, where.file])).toEqual([
      ['site/other-host', 'dist/x.css'],
    ]);
  });

  it('reports a dead link once, with the page it is on', async () => {
    await mkdir(join(dist, 'papers'));
    await writeFile(join(dist, 'index.html'), '<a href="/papers/">x</a><a href="/gone/">y</a>');
    await writeFile(join(dist, 'papers/index.html'), '<a href="/">x</a><a href="/gone/">y</a>');
    const result = await checkLinks(dist, '/', []);
    expect(result?.pages).toBe(2);
    expect(result?.problems).toMatchObject([
      { code: 'site/dead-link', where: { file: 'dist/index.html' } },
    ]);
  });

  it('misses pages of what the archive has', async () => {
    await mkdir(join(dist, 'papers/a'), { recursive: true });
    await writeFile(join(dist, 'index.html'), '');
    await writeFile(join(dist, 'papers/a/index.html'), '');
    const result = await checkLinks(dist, '/', [
      { page: 'papers/a/index.html', from: 'archive/papers/a.md' },
      { page: 'papers/b/index.html', from: 'archive/papers/b.md' },
    ]);
    expect(result?.problems).toMatchObject([
      { code: 'site/missing-page', where: { file: 'archive/papers/b.md' } },
    ]);
  });
});
