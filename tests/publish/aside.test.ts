import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/diagnostics/refusal.ts';
import { folderAside, publish, tidy } from '../../src/publish/aside.ts';
import { manifestName } from '../../src/publish/manifest.ts';

/** No process has it: Linux gives numbers up to 4,194,304. */
const dead = 999_999_999;

let folder: string;
let site: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aside-'));
  site = join(folder, 'dist');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, edition: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'index.html'), edition);
  await writeFile(join(path, manifestName), '');
  return path;
}
const edition = (): Promise<string> => readFile(join(site, 'index.html'), 'utf8');

describe('publish', () => {
  it.each([
    ['the first site', []],
    ['one in the place of another', ['dist']],
  ])('puts %s in place and leaves nothing beside it', async (_, before) => {
    for (const name of before) await put(name, 'before');
    const made = folderAside(site);
    await put(made.slice(folder.length + 1), 'new');
    await publish(made, site);
    expect(await edition()).toBe('new');
    expect(await readdir(folder)).toEqual(['dist']);
  });

  it('leaves the site before where the new one cannot be moved, and says so', async () => {
    await put('dist', 'before');
    await expect(publish(join(folder, 'not made'), site)).rejects.toThrow(Refusal);
    await expect(publish(join(folder, 'not made'), site)).rejects.toThrow(/\[site\/in-use/);
    expect(await edition()).toBe('before');
    expect(await readdir(folder)).toEqual(['dist']);
  });

  it('fills the folder that a link leads to', async () => {
    await mkdir(join(folder, 'www'));
    await put('www/site', 'before');
    await symlink(join(folder, 'www', 'site'), site);
    const made = folderAside(site);
    await put(made.slice(folder.length + 1), 'new');
    await publish(made, site);
    expect(await readFile(join(folder, 'www', 'site', 'index.html'), 'utf8')).toBe('new');
    expect(await edition()).toBe('new');
  });
});

describe('tidy', () => {
  it('removes what a killed build left, and not the site', async () => {
    await put('dist', 'before');
    await put(`.dist.${dead}.new`, 'half');
    tidy(site);
    expect(await edition()).toBe('before');
    expect(await readdir(folder)).toEqual(['dist']);
  });

  it('finishes what was killed between the two renames', async () => {
    await put(`.dist.${dead}.old`, 'before');
    await put(`.dist.${dead}.new`, 'new');
    tidy(`${site}/`);
    expect(await edition()).toBe('new');
    expect(await readdir(folder)).toEqual(['dist']);
  });

  it('brings the site before back where there is no new one', async () => {
    await put(`.dist.${dead}.old`, 'before');
    tidy(site);
    expect(await edition()).toBe('before');
    expect(await readdir(folder)).toEqual(['dist']);
  });

  it('never takes a folder that no build has finished for the site', async () => {
    await put(`.dist.${dead}.new`, 'half');
    tidy(site);
    expect(existsSync(site)).toBe(false);
  });

  it('leaves alone what another build is at, and what is not ours', async () => {
    await put('dist', 'before');
    const others = [`.dist.${process.ppid}.new`, '.dist.new', '.distant.1.new', 'dist.1.old'];
    for (const name of others) await put(name, 'theirs');
    tidy(site);
    expect((await readdir(folder)).toSorted()).toEqual([...others, 'dist'].toSorted());
  });
});
