import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSources } from '../../src/intake/read.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'read-'));
});
afterEach(() => rm(root, { recursive: true }));

const read = async (...sources: string[]) => {
  const { files, refused } = await readSources(sources, Readable.from(['pasted']));
  return {
    files: files.map(({ source }) => (source === '-' ? source : relative(root, source))),
    refused: refused.map(({ source }) => relative(root, source)),
  };
};

it('reads a folder and its folders, but nothing hidden', async () => {
  for (const folder of ['sub', '.git', 'sub/.cache']) await mkdir(join(root, folder));
  for (const file of ['b.txt', 'sub/a.txt', '.DS_Store', '.git/x.txt', 'sub/.cache/y.txt']) {
    await writeFile(join(root, file), 'x');
  }
  expect(await read(root)).toEqual({ files: ['b.txt', 'sub/a.txt'], refused: [] });
});

it('goes on after what cannot be read, and follows links to files', async () => {
  await writeFile(join(root, 'z.txt'), 'x');
  await symlink('nowhere', join(root, 'a.txt'));
  await symlink('z.txt', join(root, 'b.txt'));
  await symlink('.', join(root, 'c'));
  expect(await read(root, join(root, 'none'), '-')).toEqual({
    files: ['b.txt', 'z.txt', '-'],
    refused: ['a.txt', 'none'],
  });
});

it('says that a folder is empty', async () => {
  const { refused } = await readSources([root], Readable.from([]));
  expect(refused[0]?.problems[0]?.what).toContain('there are no files in this folder');
});

it('gives a file the same day in every time zone', async () => {
  const path = join(root, 'late.txt');
  await writeFile(path, 'x');
  const late = new Date('2025-03-11T23:30:00Z');
  await utimes(path, late, late);
  const zone = process.env['TZ'];
  const days: string[] = [];
  for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    process.env['TZ'] = other;
    const { files } = await readSources([path], Readable.from([]));
    days.push(...files.map(({ changed }) => changed));
  }
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(days).toEqual(['2025-03-11', '2025-03-11', '2025-03-11']);
});
