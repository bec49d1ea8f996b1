import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestName } from '../../src/publish/manifest.ts';
import { finishPatch, patchSite } from '../../src/publish/patch.ts';

let folder: string;
let site: string;
let made: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patch-'));
  [site, made] = [join(folder, 'dist'), join(folder, '.dist.1.new')];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(place: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), text);
  }
}

async function filesOf(place: string): Promise<Record<string, string>> {
  const found = await readdir(place, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  const read = paths.map(
    async (path) => [path.slice(place.length + 1), await readFile(path, 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

describe('patchSite', () => {
  it('moves what is new, removes what is gone, and nothing else', async () => {
    await put(site, { 'index.html': 'old', 'a/b/c.html': 'gone', 'a/d.html': 'stays' });
    await put(made, { 'index.html': 'new', 'e/f.html': 'new', 'a/d.html': 'the same' });
    patchSite(made, site, {
      moved: ['index.html', 'e/f.html'],
      removed: ['a/b', 'a/b/c.html'],
      from: '',
    });
    expect(await filesOf(site)).toEqual({
      'index.html': 'new',
      'a/d.html': 'stays',
      'e/f.html': 'new',
    });
    expect(await readdir(join(site, 'a'))).toEqual(['d.html']);
    expect(await readdir(folder)).toEqual(['dist']);
  });

  it('puts a file where a folder stood, and a folder where a file stood', async () => {
    await put(site, { 'a/b.html': 'in a folder', c: 'a file' });
    await put(made, { a: 'a file', 'c/d.html': 'in a folder' });
    patchSite(made, site, { moved: ['a', 'c/d.html'], removed: ['a/b.html', 'c'], from: '' });
    expect(await filesOf(site)).toEqual({ a: 'a file', 'c/d.html': 'in a folder' });
  });
});

describe('finishPatch', () => {
  it('leaves alone what was never begun', async () => {
    await put(site, { 'index.html': 'old' });
    await put(made, { 'index.html': 'new' });
    expect(finishPatch(made, site)).toBe(false);
    expect(await filesOf(site)).toEqual({ 'index.html': 'old' });
  });

  it('goes on where another left off', async () => {
    await put(site, { 'a.html': 'new', 'b.html': 'old', 'gone.html': 'old' });
    await put(made, {
      'b.html': 'new',
      '.patch.json': JSON.stringify({
        moved: ['a.html', 'b.html'],
        removed: ['gone.html'],
        from: '',
      }),
    });
    expect(finishPatch(made, site)).toBe(true);
    expect(await filesOf(site)).toEqual({ 'a.html': 'new', 'b.html': 'new' });
    expect(await readdir(folder)).toEqual(['dist']);
  });

  it('does nothing to a site that was built after it was planned', async () => {
    await put(site, { 'a.html': 'newer', [manifestName]: '"another"\n' });
    await put(made, {
      'a.html': 'new',
      [manifestName]: '"new"\n',
      '.patch.json': JSON.stringify({ moved: ['a.html', manifestName], removed: [], from: 'old' }),
    });
    expect(finishPatch(made, site)).toBe(false);
    expect((await filesOf(site))['a.html']).toBe('newer');
  });

  it.each(['{"moved":["a"]', '{"moved":"a","removed":[]}', 'null'])(
    'takes %s for no list of what is to be done',
    async (text) => {
      await put(site, { 'a.html': 'old' });
      await put(made, { 'a.html': 'new', '.patch.json': text });
      expect(finishPatch(made, site)).toBe(false);
      expect(await filesOf(site)).toEqual({ 'a.html': 'old' });
    },
  );
});
