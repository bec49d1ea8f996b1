import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '../../src/search/associations/table.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'learn-words-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const learn = (...args: string[]) =>
  spawnSync(process.execPath, [resolve('scripts/learn-words.ts'), ...args], { encoding: 'utf8' });

/** Papers on boats and on bread, as JSON lines; one line is none. */
function papers(count: number): string {
  const about = ['sail hull mast harbour anchor', 'flour yeast oven dough crust'];
  const lines = Array.from({ length: count }, (_, at) => {
    const words = (about[at % 2] ?? '').split(' ');
    const turned = [...words.slice(at % 5), ...words.slice(0, at % 5)].join(' ');
    return JSON.stringify({ title: turned, abstract: `${turned} ${turned}` });
  });
  return [...lines, 'no JSON', ''].join('\n');
}

test('papers become a table, with WordNet’s synonyms', () => {
  const [file, out] = [join(folder, 'papers.jsonl'), join(folder, 'words.gz')];
  writeFileSync(file, papers(40));
  const { status, stdout } = learn(file, '--out', out);
  expect(stdout).toContain('words of 40 papers');
  expect(status).toBe(0);
  const table = readTable(gunzipSync(readFileSync(out)).toString());
  expect(table.get('sail')?.map(({ stem }) => stem)).toEqual(
    expect.arrayContaining(['hull', 'mast', 'anchor']),
  );
  // "ground tackle" is two words; a "barm" is yeast.
  expect(table.get('barm')).toEqual([{ stem: 'yeast', strength: 8 / 15 }]);
});

test('too few papers are no field, and nothing is written', () => {
  const [file, out] = [join(folder, 'few.jsonl'), join(folder, 'few.gz')];
  writeFileSync(file, papers(2));
  const { status, stderr } = learn(file, '--out', out);
  expect(stderr).toContain('holds too few papers');
  expect(status).toBe(1);
  expect(existsSync(out)).toBe(false);
});

test.each([[[]], [['a', 'b']], [['a', '--seed', 'x']]])('%j is wrong use', (args) => {
  const { status, stderr } = learn(...args);
  expect(status).toBe(2);
  expect(stderr).toContain('npm run learn-words -- FILE');
});
