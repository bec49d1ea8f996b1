import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIndex, IndexError } from '../../src/search/build.ts';

let folder: string;
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
    const { papers, bytes } = await buildIndex(folder);
    expect(papers).toBe(2);
    expect(bytes).toBeGreaterThan(0);
    const names = await readdir(join(folder, 'pagefind'));
    expect(names).toContain('pagefind.js');
    expect(names).not.toContain('pagefind-ui.js');
    expect(await readdir(join(folder, 'pagefind', 'fragment'))).toHaveLength(2);
  });

  it('names the papers that would not be found, and goes on', async () => {
    await list('tea', 'milk', 'mute');
    await page('papers/tea', '<div data-pagefind-body><h1>Tea</h1></div>');
    await page('papers/milk', '<h1>Milk</h1>');
    await page('papers/mute', '<div data-pagefind-body><h1>…</h1></div>');
    const { papers, leftOut } = await buildIndex(folder);
    expect(papers).toBe(1);
    expect(leftOut).toMatchObject([
      { code: 'search/left-out', where: { file: 'content/papers/milk.md' } },
      { code: 'search/left-out', where: { file: 'content/papers/mute.md' } },
    ]);
    expect(await readdir(join(folder, 'pagefind'))).toContain('pagefind.js');
  });

  it('fails where no paper would be found', async () => {
    await list('tea', 'milk');
    await page('papers/tea', '<h1 data-pagefind-body>…</h1>');
    await page('papers/milk', '<h1>Milk</h1>');
    await expect(buildIndex(folder)).rejects.toThrow(IndexError);
    await expect(buildIndex(folder)).rejects.toThrow('none of 2 paper pages');
  });

  it('makes an empty index of an empty archive', async () => {
    await list();
    expect((await buildIndex(folder)).papers).toBe(0);
  });
});
