import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Store } from '../../src/store/store.ts';
import { clockStep, hashFiles } from '../../src/store/files.ts';

let root: string;
let store: Store;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'));
  store = new Store(process.cwd(), join(root, 'facts.sqlite'));
});
afterEach(() => rmSync(root, { recursive: true }));

const sha = (text: string): string => hash('sha256', text);
const put = (name: string, text: string): void => writeFileSync(join(root, name), text);

/** Name, hash, and whether it was read. */
async function look(names: readonly string[]): Promise<unknown[]> {
  const files = await hashFiles(store, root, '.', names);
  return files.map((file) =>
    'hash' in file ? [file.name, file.hash, file.bytes !== undefined] : file.name,
  );
}

/** Time passes: what was saved until now is older than the clock's step. */
async function later(): Promise<void> {
  const { ctimeMs } = statSync(join(root, 'a.md'));
  const wait = ctimeMs + clockStep(ctimeMs) + 50 - Date.now();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
}

test('a clock that tells parts of a millisecond is trusted sooner', () => {
  expect(clockStep(1_764_540_000_000)).toBe(2000);
  expect(clockStep(1_764_540_000_010)).toBe(2000);
  expect(clockStep(1_764_540_000_000.25)).toBe(100);
});

test('a file is read once, and again when it has changed', async () => {
  put('b.md', 'two');
  put('a.md', 'one');
  await later();
  expect(await look(['a.md', 'b.md'])).toEqual([
    ['a.md', sha('one'), true],
    ['b.md', sha('two'), true],
  ]);
  expect(await look(['a.md', 'b.md'])).toEqual([
    ['a.md', sha('one'), false],
    ['b.md', sha('two'), false],
  ]);
  put('b.md', 'TWO');
  expect(await look(['a.md', 'b.md', 'gone.md'])).toEqual([
    ['a.md', sha('one'), false],
    ['b.md', sha('TWO'), true],
    'gone.md',
  ]);
  // With size and time as they were.
  const { atime, mtime } = statSync(join(root, 'a.md'));
  put('a.md', 'uno');
  utimesSync(join(root, 'a.md'), atime, mtime);
  expect(await look(['a.md'])).toEqual([['a.md', sha('uno'), true]]);
});

test('a file saved again within the step of the clock is noticed', async () => {
  for (let turn = 0; turn < 200; turn++) {
    put('a.md', `turn ${String(turn).padStart(3, '0')}`);
    expect(await look(['a.md'])).toEqual([
      ['a.md', sha(`turn ${String(turn).padStart(3, '0')}`), true],
    ]);
  }
});

test('files that change names change hashes', async () => {
  put('a.md', 'one');
  put('b.md', 'two');
  await later();
  await look(['a.md', 'b.md']);
  renameSync(join(root, 'a.md'), join(root, 'c.md'));
  renameSync(join(root, 'b.md'), join(root, 'a.md'));
  expect(await look(['a.md', 'c.md'])).toEqual([
    ['a.md', sha('two'), true],
    ['c.md', sha('one'), true],
  ]);
});
