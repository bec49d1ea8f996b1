/** An archive whose files move into folders and out of them, and is used there as before. */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readOwnerFiles } from '../../src/check/owner-files.ts';
import { entryFile, noteFile, recordFile } from '../../src/archive-folder.ts';
import { planFor, readDigests, readEntries } from '../../src/entries/files.ts';
import { readRecords } from '../../src/entries/records/files.ts';
import { takeBack } from '../../src/intake/take-back.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { moveIntoFolders } from '../../src/migrate/folders.ts';
import { readNotes } from '../../src/owner/files.ts';
import { layouts, type Layout } from '../../src/places.ts';
import { contentIds } from '../../src/publish/expected.ts';
import { git } from '../../src/workflow/git.ts';
import { runs } from '../runs.ts';

const digest = (titles: readonly string[]): Buffer =>
  Buffer.from(
    titles
      .map((title) => `${JSON.stringify({ title, abstract: `We look at ${title} for long.` })}\n`)
      .join(''),
  );
const source = (fileName: string, titles: readonly string[]) => ({
  source: fileName,
  fileName,
  bytes: digest(titles),
  changed: '2026-01-01',
});

let folder: string;
let whole: string;
let root: string;

/** Every file of the archive with its text, by its path in it. */
async function filesOf(of: string): Promise<Map<string, string>> {
  const archive = join(of, 'archive');
  const items = await readdir(archive, { recursive: true, withFileTypes: true });
  const files = items
    .filter((item) => item.isFile())
    .map((item) => relative(archive, join(item.parentPath, item.name)))
    .toSorted();
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(join(archive, file), 'utf8')] as const),
    ),
  );
}

const put = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
};

/** What the archive holds, wherever its files lie. */
async function heldIn(of: string): Promise<unknown> {
  const { digests, problems } = await readDigests(of);
  const entries = await readEntries(of);
  const { records } = await readRecords(of);
  const notes = await readNotes(of);
  return {
    digests: digests.map(({ name, parsed }) => ({ name, parsed })),
    entries: entries.entries,
    records,
    notes: notes.files.map(({ id, body }) => ({ id, body })),
    problems: [...problems, ...entries.problems, ...notes.problems],
    writes: planFor(digests, entries, records).writes,
    ids: await contentIds(of),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-folders-'));
  whole = join(folder, 'whole');
  root = whole;
  await takeIn(
    root,
    [
      source('2024-12-30-weekly.jsonl', ['Otters at Night', 'Zinc', 'A Map of Reeds']),
      source('2025-01-06-weekly.jsonl', ['Zinc', 'Newts', '9 Ponds']),
    ],
    { dryRun: false },
  );
  await put('archive/notes/zinc.md', 'Mine.');
  await put('archive/notes/lost.md', 'Of no paper.');
  await put(
    'archive/records/zinc.md',
    '---\nentry: Zinc\nlisted: ["2024-12-30-weekly:2"]\nby: title\narxiv: "2501.00656"\nsources:\n  arxiv: { source: "https://arxiv.org/abs/2501.00656", grade: first-hand, retrieved: 2026-11 }\n---\n',
  );
  await put('archive/papers/.removed', 'gone\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  root = join(folder, 'moved');
  await rm(root, { recursive: true, force: true });
  await cp(whole, root, { recursive: true });
});

const placesIn: Readonly<Record<Layout, readonly string[]>> = {
  flat: ['digests/2025-01-06-weekly.jsonl', 'papers/newts.md', 'papers/zinc.md', 'notes/zinc.md'],
  year: [
    'digests/2025/2025-01-06-weekly.jsonl',
    'papers/2025/newts.md',
    'papers/2024/zinc.md',
    'notes/2024/zinc.md',
  ],
  month: [
    'digests/2025/01/2025-01-06-weekly.jsonl',
    'papers/2025/01/newts.md',
    'papers/2024/12/zinc.md',
    'notes/2024/12/zinc.md',
  ],
  day: [
    'digests/2025/01/2025-01-06-weekly.jsonl',
    'papers/2025/01/06/newts.md',
    'papers/2024/12/30/zinc.md',
    'notes/2024/12/30/zinc.md',
  ],
  letter: [
    'digests/2025/2025-01-06-weekly.jsonl',
    'papers/n/newts.md',
    'papers/z/zinc.md',
    'notes/z/zinc.md',
  ],
};

describe('files moved into folders', () => {
  it.each(layouts)('by %s hold what they held, and move back', async (layout) => {
    const before = await filesOf(root);
    const held = await heldIn(root);
    const { ok, moved } = await moveIntoFolders(root, layout);
    expect(ok).toBe(true);
    const after = await filesOf(root);
    expect([...after.keys()]).toEqual(
      expect.arrayContaining([...placesIn[layout], 'papers/.removed', 'notes/lost.md']),
    );
    expect(await heldIn(root)).toEqual(held);
    expect((await readOwnerFiles(root)).problems).toEqual([]);
    expect([entryFile('zinc'), noteFile('zinc'), recordFile('zinc')]).toEqual(
      ['papers', 'notes', 'records'].map(
        (kind) => `archive/${placesIn[layout][2]?.replace('papers', kind)}`,
      ),
    );
    expect(await moveIntoFolders(root, layout)).toEqual({ ok: true, moved: [], problems: [] });
    expect(await filesOf(root)).toEqual(after);
    const back = await moveIntoFolders(root, 'flat');
    expect(back.moved.length).toBe(moved.length);
    expect(await filesOf(root)).toEqual(before);
    expect(
      (await readdir(join(root, 'archive', 'papers'), { withFileTypes: true })).every((item) =>
        item.isFile(),
      ),
    ).toBe(true);
  });

  it('are renamed, as Git sees it', async () => {
    await git(root, 'init', '--quiet');
    await git(root, 'add', '--all');
    const author = ['-c', 'user.name=Me', '-c', 'user.email=me@archive.example'];
    await git(root, ...author, 'commit', '--quiet', '--message', 'before');
    const { moved } = await moveIntoFolders(root, 'year');
    await git(root, 'add', '--all');
    const status = (await git(root, 'diff', '--cached', '--name-status', '-M')).split('\n');
    expect(status.every((line) => line.startsWith('R100'))).toBe(true);
    expect(status.length).toBe(moved.length);
  });

  it('end where they belong from whatever an interrupted move left', async () => {
    await moveIntoFolders(root, 'year');
    const expected = await filesOf(root);
    const flat = [...(await filesOf(whole)).keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...layouts), fc.nat(flat.length)), { maxLength: 3 }),
        async (history) => {
          await rm(root, { recursive: true, force: true });
          await cp(whole, root, { recursive: true });
          for (const [layout, kept] of history) {
            const there = await filesOf(root);
            await moveIntoFolders(root, layout);
            // As if it had been stopped before it moved all: some are back where they were.
            const now = [...(await filesOf(root)).keys()];
            for (const file of [...there.keys()].slice(kept)) {
              const name = file.slice(file.lastIndexOf('/'));
              const kind = file.slice(0, file.indexOf('/') + 1);
              const at = now.find((it) => it.startsWith(kind) && it.endsWith(name)) ?? file;
              await mkdir(dirname(join(root, 'archive', file)), { recursive: true });
              await rename(join(root, 'archive', at), join(root, 'archive', file));
            }
          }
          await moveIntoFolders(root, 'year');
          expect(await filesOf(root)).toEqual(expected);
        },
      ),
      { numRuns: Math.min(runs(15).numRuns, 300) },
    );
  });
});

describe('an archive in folders', () => {
  it('takes new digests and entries in where the others are, and gives them back', async () => {
    await moveIntoFolders(root, 'year');
    const before = await filesOf(root);
    const added = source('2026-02-03-weekly.jsonl', ['Newts', 'Sedge']);
    const report = await takeIn(root, [added], { dryRun: false });
    expect(report).toMatchObject({ ok: true, written: { captures: 1, entries: 2 } });
    const after = await filesOf(root);
    expect([...after.keys()].filter((file) => !before.has(file))).toEqual([
      'digests/2026/2026-02-03-weekly.jsonl',
      'papers/2026/sedge.md',
    ]);
    expect(after.get('papers/2025/newts.md')).toContain('2026-02-03-weekly');
    expect(await takeIn(root, [added], { dryRun: false })).toMatchObject({
      written: { captures: 0, entries: 0 },
    });
    const path = join(root, 'archive/digests/2026/2026-02-03-weekly.jsonl');
    const back = await takeBack(root, [path], { dryRun: false });
    expect(back).toMatchObject({ ok: true, report: { deleted: ['sedge'] } });
    expect(await filesOf(root)).toEqual(before);
  });

  it('is told of a name in two places, and reads the one in fewer folders', async () => {
    await moveIntoFolders(root, 'year');
    await put('archive/papers/zinc.md', 'not an entry');
    await put('archive/records/z/zinc.md', 'not a record');
    await put('archive/digests/2025-01-06-weekly.jsonl', 'not a digest');
    const { problems, unreadable } = await readEntries(root);
    expect(unreadable.map(({ id }) => id)).toEqual(['zinc']);
    const all = [
      ...problems,
      ...(await readRecords(root)).problems,
      ...(await readDigests(root)).problems,
    ].filter(({ code }) => code === 'file/two-places');
    expect(all.map(({ where, what }) => [where.file, what])).toEqual(
      [
        ['papers/2024/zinc.md', 'papers/zinc.md'],
        ['records/z/zinc.md', 'records/2024/zinc.md'],
        ['digests/2025/2025-01-06-weekly.jsonl', 'digests/2025-01-06-weekly.jsonl'],
      ].map(([one, other]) => [
        `archive/${one}`,
        `Two files have this name: this one and archive/${other}, which is read.`,
      ]),
    );
    const moved = await moveIntoFolders(root, 'flat');
    expect(moved.ok).toBe(false);
    expect(existsSync(join(root, 'archive/papers/2024/zinc.md'))).toBe(true);
    expect(await readFile(join(root, 'archive/papers/zinc.md'), 'utf8')).toBe('not an entry');
  });
});
