/** Who imports whom in `src`: a room imports lower ones alone, and rooms with a face are reached by it alone. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** The rooms, lowest first: what is before a room is all that it may import. `.` are the files beside them. */
const order =
  '. words styles assets browser text diagnostics store progress net ' +
  'digest evidence related entries owner workflow intake enrich site migrate topics collect ' +
  'publish search check loaders archive mail portable ' +
  'cards charts map citation reading offline components layouts pages index.ts content.config.ts virtual.d.ts';
const rooms = order.split(' ');

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

function roomOf(file: string): string {
  const [first = ''] = file.split('/');
  return first === file && !rooms.includes(file) ? '.' : first;
}

const upwards = (all: readonly Import[]): string[] =>
  all
    .filter(({ from, to }) => rooms.indexOf(roomOf(to)) > rooms.indexOf(roomOf(from)))
    .map(({ from, to }) => `${from} imports ${to}`);

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

test('sees an import of a higher room', () => {
  const text = "import { a } from '../archive/index.ts';\nimport { b } from '../once.ts';\n";
  expect(upwards(importsOf('search/a.ts', text))).toEqual(['search/a.ts imports archive/index.ts']);
  expect(upwards(importsOf('once.ts', "await import('./text/a.ts')"))).toHaveLength(1);
});

test('no file of src imports a higher room', () => {
  const unlisted = imports.map(({ from }) => roomOf(from)).filter((room) => !rooms.includes(room));
  expect([...new Set(unlisted)]).toEqual([]);
  expect(upwards(imports)).toEqual([]);
});

test('no file of src reaches past a face', () => {
  expect(imports.length).toBeGreaterThan(1000);
  expect(pastFaces(imports)).toEqual([]);
});
