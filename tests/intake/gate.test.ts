import { mkdtemp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDigests } from '../../src/entries/files.ts';
import type { SourceFile } from '../../src/intake/read.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { repository, run } from '../project.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-gate-'));
  await mkdir(join(root, 'archive/digests'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const bad =
  'title,year\nContent-Type: text/plain,2024\n[09:14] m: look,2024\n--\u001B[2J=_Part_17,2023\n';
const good = 'title,year\nQuay Walls Under Load,2024\nTides at Old Harbours,2024\n';

const script = (name: string, ...args: string[]) =>
  run(root, [join(repository, 'scripts', name), '--root', root, ...args]);
const list = (folder: string): Promise<string[]> =>
  readdir(join(root, 'archive', folder)).catch(() => []);
const renameCapture = (from: string, to: string) =>
  rename(join(root, 'archive/digests', from), join(root, 'archive/digests', to));
const write = (file: string, text: string) => writeFile(join(root, file), text);

it('writes nothing of what is no list, says what it saw, and takes the others', async () => {
  await write('2025-03-11-bad.csv', bad);
  await write('2025-03-12-good.csv', good);
  const { code, stdout } = await script('add.ts', '2025-03-11-bad.csv', '2025-03-12-good.csv');
  expect(code).toBe(1);
  expect(stdout).toContain('3 of 3 titles (100 %) are none');
  expect(stdout).toContain('line 2: "Content-Type: text/plain" (a mail header)');
  expect(stdout).toContain('--yes');
  expect(stdout).not.toContain('\u001B');
  expect(await list('digests')).toEqual(['2025-03-12-good.csv']);
  expect(await list('papers')).toHaveLength(2);
});

it('takes it when a person says yes, and keeps that in the name', async () => {
  await write('2025-03-11-bad.csv', bad);
  await write('2025-03-12-good.csv', good);
  const { code } = await script('add.ts', '--yes', '2025-03-11-bad.csv', '2025-03-12-good.csv');
  expect(code).toBe(0);
  expect(await list('digests')).toEqual(['2025-03-11-bad.yes.csv', '2025-03-12-good.csv']);
  expect(await list('papers')).toHaveLength(5);
  expect((await script('check.ts')).stdout).toMatch(/^0 errors, 0 warnings/m);
});

const source = (fileName: string, text: string): SourceFile => ({
  source: fileName,
  fileName,
  bytes: Buffer.from(text),
  changed: '2025-03-20',
});
const add = (text: string, yes = false) =>
  takeIn(root, [source('2025-03-13-a.csv', text)], { dryRun: false, yes });
const errors = async () =>
  (await readDigests(root)).problems.flatMap(({ code, where, severity }) =>
    severity === 'error' ? [`${where.file}:${where.line} ${code}`] : [],
  );

it('stops what was put into archive/digests by hand, until its name says yes', async () => {
  await write('archive/digests/2025-03-11-bad.csv', bad);
  // Taking in anything brings all in step, as a build does.
  expect((await add(good)).written.entries).toBe(2);
  expect(await errors()).toEqual(['archive/digests/2025-03-11-bad.csv:2 digest/nonsense']);
  const { stdout, code } = await script('check.ts');
  expect(code).toBe(1);
  expect(stdout).toContain('2025-03-11-bad.yes.csv');
  // Adding it changes nothing: it lies there.
  expect(await add(bad, true)).toMatchObject({ ok: false, written: { captures: 0, entries: 0 } });
  await renameCapture('2025-03-11-bad.csv', '2025-03-11-bad.yes.csv');
  expect((await add(good)).written.entries).toBe(3);
  expect(await errors()).toEqual([]);
});

it('leaves an archive as it is that took such a digest before there was a gate', async () => {
  expect((await add(bad, true)).written.entries).toBe(3);
  await renameCapture('2025-03-13-a.yes.csv', '2025-03-13-a.csv');
  expect(await errors()).toEqual([]);
  expect((await add(good)).written).toEqual({ captures: 1, entries: 2 });
  expect(await list('papers')).toHaveLength(5);
  const accounts = await readFile(join(root, 'archive/accounts.jsonl'), 'utf8');
  expect(accounts).toContain('"file":"2025-03-13-a.csv"');
});
