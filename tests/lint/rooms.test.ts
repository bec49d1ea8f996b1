/** Who imports whom in `src`: rooms with a face are reached by it alone. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** Rooms whose `index.ts` is all that others see of them. */
const faced = new Set(['archive', 'topics', 'related', 'map', 'charts', 'citation']);

/** Scripts of pages: doors of their own, for the bundle of a browser must not hold what a build needs. */
const scripts = new Set([
  'map/browser/page.ts',
  'map/browser/link.ts',
  'citation/browser/everywhere.ts',
  'citation/browser/dialog.ts',
  'citation/browser/export.ts',
]);

const root = join(import.meta.dirname, '../../src');

interface Import {
  readonly from: string;
  readonly to: string;
}

/** What a file imports or re-exports by a relative path, types included. */
function importsOf(file: string, text: string): Import[] {
  const found = text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'(\.[^']+)'/g);
  return Array.from(found, ([, path = '']) => ({
    from: file,
    to: posix.join(posix.dirname(file), path),
  }));
}

const imports = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|astro)$/.test(file))
  .flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

const roomOf = (file: string): string => file.split('/')[0] ?? '';

const pastFaces = (all: readonly Import[]): string[] =>
  all
    .filter(({ from, to }) => roomOf(from) !== roomOf(to) && faced.has(roomOf(to)))
    .filter(({ to }) => to !== `${roomOf(to)}/index.ts` && !scripts.has(to))
    .map(({ from, to }) => `${from} imports ${to}`);

test('sees an import that reaches past a face', () => {
  const text =
    "import type { A } from '../topics/rules.ts';\nimport { b } from '../map/index.ts';\n";
  expect(pastFaces(importsOf('charts/arcs.ts', text))).toEqual([
    'charts/arcs.ts imports topics/rules.ts',
  ]);
});

test('no file of src reaches past a face', () => {
  expect(imports.length).toBeGreaterThan(1000);
  expect(pastFaces(imports)).toEqual([]);
});
