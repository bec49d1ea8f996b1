import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.ts';
import { readNotes, readPages, taken, type OwnFiles } from '../../src/owner/files.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-owner-'));
});
afterAll(() => rm(root, { recursive: true }));

/** Reads one file of the archive. */
async function reading(path: string, text: string): Promise<OwnFiles> {
  const archive = join(root, 'archive');
  await rm(archive, { recursive: true, force: true });
  await mkdir(dirname(join(archive, path)), { recursive: true });
  await writeFile(join(archive, path), text);
  return path.startsWith('pages') ? readPages(root) : readNotes(root);
}

it.each([
  ['pages/group.md', '---\ntitle: Us\n---\nHello.\n', { title: 'Us' }],
  ['pages/group.md', '---\ntitle: Us\nmenu: true\n---\n', { title: 'Us', menu: {} }],
  ['pages/group.md', '---\ntitle: Us\nmenu: We\n---\n', { title: 'Us', menu: { label: 'We' } }],
  [
    'pages/group.md',
    '---\ntitle: Us\nmenu: { order: 2 }\n---\n',
    { title: 'Us', menu: { order: 2 } },
  ],
  ['pages/home.md', 'Hello.\n', { place: 'after' }],
  ['pages/about.md', '---\nplace: instead\n---\nHello.\n', { place: 'instead' }],
  ['notes/soap.md', 'Good.\n', { tags: [] }],
  [
    'notes/soap.md',
    '\ufeff---\r\ntags: [to  read]\r\nrating: 5\r\nread: 2025-03-20\r\n---\r\nGood.\r\n',
    { tags: ['to read'], rating: 5, read: '2025-03-20' },
  ],
])('%s %j', async (path, text, data) => {
  const { files, problems } = await reading(path, text);
  expect(problems).toEqual([]);
  expect(files.map((file) => file.data)).toEqual([data]);
});

it.each([
  ['pages/group.md', 'Hello.', ':1:1 `frontmatter` of this page is not valid: the file'],
  [
    'pages/group.md',
    '---\nmenu: true\n---\n',
    ':2:1 `title` of this page is not valid: it is missing.',
  ],
  [
    'pages/group.md',
    '---\ntitle: A\nmenu: 3\n---\n',
    ':3:7 `menu` of this page is not valid: it must be true, its words',
  ],
  [
    'pages/group.md',
    '---\ntitle: A\ntitel: B\n---\n',
    ':3:1 `titel` of this page is not valid: there is no field "titel" (did you mean "title"?).',
  ],
  [
    'pages/home.md',
    '---\nplace: before\n---\n',
    ':2:8 `place` of this page is not valid: it must be after or instead.',
  ],
  [
    'pages/Our group.md',
    '',
    ' This page cannot have the address /Our group/: an address has lower-case',
  ],
  ['pages/map.md', '', ' This page cannot have the address /map/: a page of the engine has it.'],
  [
    'notes/a.md',
    '---\nratng: 3\n---\n',
    ':2:1 `ratng` of this note is not valid: there is no field "ratng" (did you mean "rating"?).',
  ],
  [
    'notes/a.md',
    '---\nrating: 6\n---\n',
    ':2:9 `rating` of this note is not valid: it must be 5 at most.',
  ],
  [
    'notes/a.md',
    '---\nrating: good\n---\n',
    ':2:9 `rating` of this note is not valid: it must be a whole number from 1 to 5.',
  ],
  [
    'notes/a.md',
    '---\nread: 2025-02-30\n---\n',
    ':2:7 `read` of this note is not valid: there is no such day.',
  ],
  [
    'notes/a.md',
    '---\ntags: [2024]\n---\n',
    ':2:8 `tags 1` of this note is not valid: it must be text; put it in quotes.',
  ],
  ['notes/a.md', '---\nrating: 3\n', ':1:1 `frontmatter` of this note is not valid: the file'],
  ['notes/a.md', 'a\0b', ':1:2 There is a NUL character here'],
])('%s %j is left out: %s', async (path, text, told) => {
  const { files, problems } = await reading(path, text);
  expect(files).toEqual([]);
  expect(problems.map(({ where, what }) => `${formatPlace(where)} ${what}`)).toEqual([
    expect.stringContaining(`archive/${path}${told}`),
  ]);
});

describe('addresses that are taken', () => {
  it('are those of the engine’s own pages', async () => {
    const pages = await readdir(new URL('../../src/pages', import.meta.url));
    const names = pages
      .map((name) => name.replace(/\.astro$/, ''))
      .filter((name) => /^[\w-]+$/.test(name));
    const own = names.filter((name) => name !== 'index' && name !== 'about');
    expect(taken).toEqual(new Set([...own, 'pagefind']));
  });
});
