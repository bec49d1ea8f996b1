import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listFiles } from '../../src/publish/files.ts';
import { manifestName, writeManifest } from '../../src/publish/manifest.ts';
import { remember, writeRecord } from '../../src/publish/record.ts';
import { SiteFolder } from '../../src/publish/site-folder.ts';
import { lookAtStanding } from '../../src/publish/standing-thread.ts';
import { standingSite } from '../../src/publish/standing.ts';

const now = { madeWith: 'engine 1', settings: '{}' };
const long = new Date('2020-01-01T00:00:00Z');

let root: string;
let site: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'standing-'));
  site = join(root, 'dist');
  await put('index.html', 'home');
  await put('papers/a/index.html', 'paper a');
  await put('papers/b/index.html', 'paper b');
  const files = await listFiles(site);
  const manifest = await writeManifest(site, files);
  for (const folder of ['', 'papers', 'papers/a', 'papers/b'])
    await utimes(join(site, folder), long, long);
  const keys = new Map([
    ['papers/a/index.html', 'key a'],
    ['papers/b/index.html', 'key b'],
  ]);
  const paths = files.map(({ path }) => path);
  writeRecord(root, site, { ...now, manifest, ...remember(site, paths, keys) });
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Writes a file as of long ago: its time tells of any change. */
async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(site, path)), { recursive: true });
  await writeFile(join(site, path), text);
  await utimes(join(site, path), long, long);
}

async function making(with_: typeof now = now): Promise<SiteFolder> {
  const folder = new SiteFolder();
  const made = join(root, 'made');
  await mkdir(made);
  folder.begin(made, await standingSite(root, site, with_));
  return folder;
}

describe('a site that stands', () => {
  it('keeps files made of the same, and counts them as files of the new site', async () => {
    const folder = await making();
    expect(folder.keeps('papers/a/index.html', 'key a')).toBe(true);
    expect(folder.keeps('papers/b/index.html', 'another key')).toBe(false);
    expect(folder.keeps('papers/c/index.html', 'key c')).toBe(false);
    await writeFile(join(folder.folder, 'index.html'), 'home');
    const files = await folder.list();
    expect(files.map(({ path }) => path)).toEqual(['index.html', 'papers/a/index.html']);
    expect((await folder.read('papers/a/index.html')).toString()).toBe('paper a');
    // The home page is made anew, and is what it was.
    expect(folder.patch(files)).toMatchObject({
      moved: [manifestName],
      removed: ['papers/b', 'papers/b/index.html'],
    });
  });

  it.each([
    ['another engine', { ...now, madeWith: 'engine 2' }],
    ['other settings', { ...now, settings: '{"title":"x"}' }],
  ])('keeps nothing for %s', async (_, with_) => {
    expect((await making(with_)).keeps('papers/a/index.html', 'key a')).toBe(false);
  });

  it.each([
    ['edited', () => writeFile(join(site, 'papers/a/index.html'), 'PAPER A')],
    ['edited in a time that stands still', () => put('papers/a/index.html', 'longer than it was')],
    ['removed', () => rm(join(site, 'papers/a'), { recursive: true })],
    [
      'replaced by a folder',
      async () => {
        await rm(join(site, 'papers/a/index.html'));
        await mkdir(join(site, 'papers/a/index.html'));
      },
    ],
  ])('does not keep a file that was %s', async (_, change) => {
    await change();
    const folder = await making();
    expect(folder.keeps('papers/a/index.html', 'key a')).toBe(false);
    expect(folder.keeps('papers/b/index.html', 'key b')).toBe(true);
  });

  it('keeps files that were only touched', async () => {
    await utimes(join(site, 'papers/a/index.html'), new Date(), new Date());
    expect((await making()).keeps('papers/a/index.html', 'key a')).toBe(true);
  });

  it('is looked at in a thread', async () => {
    await writeFile(join(site, 'papers/stray.txt'), 'x');
    expect(await lookAtStanding(root, site, now)).toEqual(await standingSite(root, site, now));
    expect(await lookAtStanding(root, join(root, 'none'), now)).toBeUndefined();
  });

  it('knows the times of what a patch leaves alone', async () => {
    vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] });
    const folder = await making().finally(() => vi.useRealTimers());
    const known = folder.untouched({ moved: ['papers/a/index.html'], removed: [], from: '' });
    const { ctimeMs } = await stat(join(site, 'papers/b/index.html'));
    expect(known('papers/b/index.html')).toBe(ctimeMs);
    expect(known('papers/b')).toBe((await stat(join(site, 'papers/b'))).ctimeMs);
    expect(['papers/a/index.html', 'papers/a', 'papers'].map(known)).toEqual(
      Array.from({ length: 3 }),
    );
  });

  it('removes what somebody put there', async () => {
    await writeFile(join(site, 'papers/stray.txt'), 'x');
    const folder = await making();
    folder.keeps('papers/a/index.html', 'key a');
    expect(folder.patch(await folder.list())?.removed).toContain('papers/stray.txt');
  });

  it('is nobody’s if another list of files lies in it', async () => {
    await writeManifest(site, []);
    expect((await making()).keeps('papers/a/index.html', 'key a')).toBe(false);
  });
});
