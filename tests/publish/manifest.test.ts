import { appendFile, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/publish/files.ts';
import { manifestName, siteProblems, writeManifest } from '../../src/publish/manifest.ts';

let site: string;
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'manifest-'));
  await mkdir(join(site, 'papers', 'a'), { recursive: true });
  for (const [path, text] of Object.entries({
    'index.html': '<h1>Home</h1>',
    'papers/index.html': '<h1>Papers</h1>',
    'papers/a/index.html': '<h1>A</h1>',
    'archive.bib': '@misc{a}\n@misc{b}\n',
    'odd "name"\n.txt': '',
  }))
    await writeFile(join(site, path), text);
  await writeManifest(site, await listFiles(site));
});
afterEach(() => rm(site, { recursive: true, force: true }));

const both = async () => [
  await siteProblems(site, 'dist', 'sizes'),
  await siteProblems(site, 'dist', 'contents'),
];

describe('a site', () => {
  it('is whole as its build left it, and with a file more', async () => {
    expect(await both()).toEqual([[], []]);
    await writeFile(join(site, 'CNAME'), 'papers.example');
    expect(await both()).toEqual([[], []]);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['a folder', 'dist/papers', () => rm(join(site, 'papers'), { recursive: true })],
    ['a file', 'dist', () => rm(join(site, 'index.html'))],
    ['a part of a file', 'dist', () => truncate(join(site, 'archive.bib'), 9)],
  ])('is not whole without %s', async (_, file, damage) => {
    await damage();
    const problem = { code: 'site/damaged', severity: 'error', where: { file } };
    expect(await both()).toMatchObject([[problem], [problem]]);
  });

  it('is not whole with a byte changed', async () => {
    await writeFile(join(site, 'papers', 'a', 'index.html'), '<h1>B</h1>');
    expect(await siteProblems(site, 'dist', 'contents')).toMatchObject([
      {
        code: 'site/damaged',
        where: { file: 'dist/papers' },
        what: expect.stringContaining('papers/a/index.html (1 in all)'),
      },
    ]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['its folder', () => rm(site, { recursive: true })],
    ['its list', () => rm(join(site, manifestName))],
    [
      'a line of its list',
      async () => {
        const text = await readFile(join(site, manifestName), 'utf8');
        await writeFile(join(site, manifestName), text.replace(/\n[^\n]*\n$/, '\n'));
      },
    ],
    ['the end of its list', () => truncate(join(site, manifestName), 150)],
    ['the truth in its list', () => appendFile(join(site, manifestName), '{}\n')],
    ['anything in its list', () => truncate(join(site, manifestName), 0)],
  ])('is unfinished without %s', async (_, damage) => {
    await damage();
    const problem = { code: 'site/unfinished', where: { file: 'dist' } };
    expect(await both()).toMatchObject([[problem], [problem]]);
  });

  it('tells a folder once, however many of its files are gone', async () => {
    await rm(join(site, 'papers'), { recursive: true });
    await rm(join(site, 'index.html'));
    const [problems] = await both();
    expect(
      problems?.map(({ where, what }) => [where.file, /\d+(?= in all)/.exec(what)?.[0]]),
    ).toEqual([
      ['dist', '1'],
      ['dist/papers', '2'],
    ]);
  });
});
