import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { siteAt, SiteFolder } from '../../src/publish/site-folder.ts';
import type { Standing } from '../../src/publish/standing.ts';
import { buildIndex } from '../../src/search/build.ts';
import { IndexError } from '../../src/search/making/bundle.ts';
import { Store } from '../../src/store/store.ts';

/** What is done to each index that Pagefind has written, one after the other. */
const damages: ((bundle: string) => Promise<unknown>)[] = [];
vi.mock(import('pagefind'), async (original) => {
  const pagefind = await original();
  return {
    ...pagefind,
    createIndex: async (...args) => {
      const { errors, index } = await pagefind.createIndex(...args);
      if (index === undefined) return { errors, index };
      const write = index.writeFiles;
      index.writeFiles = async (options) => {
        const written = await write.call(index, options);
        await damages.shift()?.(options?.outputPath ?? '');
        return written;
      };
      return { errors, index };
    },
  };
});

let folder: string;
let whole: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-index-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function page(path: string, body: string): Promise<void> {
  await mkdir(join(folder, path), { recursive: true });
  await writeFile(
    join(folder, path, 'index.html'),
    `<!doctype html><html lang="en"><body>${body}</body></html>`,
  );
}

/** The archive's list of papers, newest first. */
const list = (...ids: readonly string[]): Promise<void> =>
  writeFile(
    join(folder, 'archive.jsonl'),
    ids.map((id) => `${JSON.stringify({ id, title: id })}\n`).join(''),
  );

describe('buildIndex', () => {
  it('indexes the papers alone, and leaves out what nothing uses', async () => {
    await list('milk', 'tea');
    await page('papers/tea', '<div data-pagefind-body><h1>Tea</h1></div>');
    await page('papers/milk', '<div data-pagefind-body><h1>Milk</h1></div>');
    await page('papers', 'Tea, Milk');
    await page('papers/page/2', 'Tea, Milk');
    expect(await buildIndex(siteAt(folder))).toEqual({ papers: 2, leftOut: [], read: 2 });
    const names = await readdir(join(folder, 'pagefind'));
    expect(names).toContain('pagefind.js');
    expect(names).not.toContain('pagefind-ui.js');
    expect(await readdir(folder)).toEqual(['archive.jsonl', 'pagefind', 'papers', 'search']);
  });

  it('names the papers that would not be found, and goes on', async () => {
    await list('tea', 'milk', 'mute');
    await page('papers/tea', '<div data-pagefind-body><h1>Tea</h1></div>');
    await page('papers/milk', '<h1>Milk</h1>');
    await page('papers/mute', '<div data-pagefind-body><h1>…</h1></div>');
    const { papers, leftOut } = await buildIndex(siteAt(folder));
    expect(papers).toBe(1);
    expect(leftOut).toMatchObject([
      { code: 'search/left-out', where: { file: 'archive/papers/milk.md' } },
      { code: 'search/left-out', where: { file: 'archive/papers/mute.md' } },
    ]);
    expect(await readdir(join(folder, 'pagefind'))).toContain('pagefind.js');
  });

  it('fails where no paper would be found', async () => {
    await list('tea', 'milk');
    await page('papers/tea', '<h1 data-pagefind-body>…</h1>');
    await page('papers/milk', '<h1>Milk</h1>');
    await expect(buildIndex(siteAt(folder))).rejects.toThrow(IndexError);
    await expect(buildIndex(siteAt(folder))).rejects.toThrow('none of 2 paper pages');
  });

  const firstOf = async (folder: string): Promise<string> =>
    join(folder, (await readdir(folder))[0] ?? '');
  const cut = async (file: string): Promise<void> =>
    writeFile(file, (await readFile(file)).subarray(0, 40));

  it.each<[string, (bundle: string) => Promise<unknown>]>([
    ['a cut part', async (bundle) => cut(await firstOf(join(bundle, 'index')))],
    ['an empty part', async (bundle) => writeFile(await firstOf(join(bundle, 'index')), '')],
    [
      'a part that is something else',
      async (bundle) => writeFile(await firstOf(join(bundle, 'index')), gzipSync('other')),
    ],
    ['a fragment missing', async (bundle) => rm(await firstOf(join(bundle, 'fragment')))],
    ['its list of languages cut', (bundle) => cut(join(bundle, 'pagefind-entry.json'))],
    [
      'its table of contents missing',
      async (bundle) => {
        const name = (await readdir(bundle)).find((file) => file.endsWith('.pf_meta')) ?? '';
        await rm(join(bundle, name));
      },
    ],
  ])('makes an index with %s once more, and not a third time', async (_, damage) => {
    await list('tea', 'milk');
    await page('papers/tea', '<div data-pagefind-body><h1>Tea</h1></div>');
    await page('papers/milk', '<div data-pagefind-body><h1>Milk</h1></div>');
    const told = vi.fn<(why: string) => void>();
    damages.push(damage);
    expect(await buildIndex(siteAt(folder), undefined, told)).toMatchObject({
      papers: 2,
      leftOut: [],
    });
    expect(told).toHaveBeenCalledTimes(1);
    damages.push(damage, damage);
    await expect(buildIndex(siteAt(folder))).rejects.toThrow(IndexError);
    expect(damages).toEqual([]);
  });

  it('makes an empty index of an empty archive', async () => {
    await list();
    expect((await buildIndex(siteAt(folder))).papers).toBe(0);
  });
});

describe('an index that stands', () => {
  /** What a site holds, and what is asked of Pagefind to make it. */
  async function built(
    name: string,
    pages: ReadonlyMap<string, string>,
    store?: Store,
    standing?: Standing,
  ): Promise<{ files: Map<string, string>; read: number; now: Standing }> {
    const site = new SiteFolder();
    const made = join(folder, name);
    site.begin(made, standing);
    const ids = [...pages.keys()];
    const listing = ids.toReversed().map((id) => `${JSON.stringify({ id, title: id })}\n`);
    await mkdir(made, { recursive: true });
    await writeFile(join(made, 'archive.jsonl'), listing.join(''));
    for (const [id, body] of pages) {
      const path = `papers/${id}/index.html`;
      if (site.keeps(path, body)) continue;
      await mkdir(join(made, 'papers', id), { recursive: true });
      await writeFile(join(made, path), body);
      site.mark(path, body);
    }
    const { read, papers } = await buildIndex(site, store);
    expect(papers).toBe(pages.size);
    const files = await site.list();
    for (const { path } of files) {
      const place = join(whole, path);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, await site.read(path));
    }
    const now = new Map(
      files.map((file) => [file.path, { ...file, time: 0, key: site.keys.get(file.path) }]),
    );
    return {
      files: new Map(files.map(({ path, hash }) => [path, hash])),
      read,
      now: { folder: whole, files: now, folders: new Map(), strays: [], manifest: '' },
    };
  }

  const bodyOf = (title: string, facets = '') =>
    `<html><head><meta name="offprint" content="x" data-0="2025-01-01-a" data-1="${facets}" data-pagefind-filter="digest[data-0],topic[data-1]"></head><body><div data-pagefind-body><h1>${title}</h1><p>A kettle of ${title} boils.</p></div></body></html>`;

  it.each<[string, number, (pages: Map<string, string>) => unknown]>([
    ['nothing changes', 0, () => 0],
    ['papers come', 11, (pages) => pages.set('new', bodyOf('Fresh oolong'))],
    ['an old one has another topic', 0, (pages) => pages.set('tea-3', bodyOf('Tea 3', 'pots'))],
    ['an old one is edited', 512, (pages) => pages.set('tea-3', bodyOf('Coffee'))],
    ['an old one is removed', 521, (pages) => pages.delete('tea-3')],
  ])(
    'is made anew no further than it has to be where %s',
    { timeout: 60_000 },
    async (_, anew, change) => {
      whole = join(folder, 'whole');
      const pages = new Map(
        Array.from({ length: 522 }, (_, at) => [`tea-${at}`, bodyOf(`Tea ${at}`)]),
      );
      const store = new Store(process.cwd(), join(folder, 'store.sqlite'));
      const first = await built('first', pages, store);
      expect(first.read).toBe(522);
      change(pages);
      const next = await built('next', pages, store, first.now);
      expect(next.read).toBe(anew);
      const clean = await built('clean', pages);
      expect(next.files).toEqual(clean.files);
      store.close();
    },
  );
});
