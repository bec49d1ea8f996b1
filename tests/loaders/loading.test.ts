import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { papersFolder } from '../../src/archive-folder.ts';
import { readEntries } from '../../src/entries/files.ts';
import { loadAndFollow, unlessUnchanged, type Loading } from '../../src/loaders/loading.ts';

let root: string;
let file: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-loading-'));
  await mkdir(join(root, papersFolder()), { recursive: true });
  file = join(root, papersFolder(), 'frogs.md');
  await save(0);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const save = (version: number) =>
  writeFile(file, `---\ntitle: "Frogs ${version}"\ndigests: []\n---\n`);

class FakeWatcher extends EventEmitter {
  add(): void {}
}

/** What a loader does, with a store of one title; loading takes a while, and reading is not the last of it. */
function loader(meanwhile: () => Promise<void> = () => wait(20)) {
  const shown: string[] = [];
  const meta = new Map<string, string>();
  const said: string[] = [];
  const log = (text: string) => void said.push(text);
  const context = {
    config: { root: pathToFileURL(`${root}/`) },
    meta: {
      get: (key: string) => meta.get(key),
      set: (key: string, value: string) => void meta.set(key, value),
      delete: (key: string) => void meta.delete(key),
    },
    logger: { error: log, warn: log },
    watcher: new FakeWatcher(),
  };
  const load = async ({ seen }: Loading): Promise<() => boolean> => {
    const { entries } = await readEntries(root, { seen });
    await meanwhile();
    return () => {
      shown.push(...entries.map(({ entry }) => entry.data.title));
      return true;
    };
  };
  return {
    context,
    shown,
    said,
    loadChanged: () => unlessUnchanged(context, [papersFolder()], { load }),
  };
}

it('shows the last of ten quick changes, whenever they are saved', async () => {
  const { context, shown, loadChanged } = loader();
  await loadAndFollow(context, [papersFolder()], loadChanged);
  for (let version = 1; version <= 10; version++) {
    await save(version);
    context.watcher.emit('change', file);
    await wait(version * 3);
  }
  for (let tries = 0; tries < 100 && shown.at(-1) !== 'Frogs 10'; tries++) await wait(20);
  expect(shown.at(-1)).toBe('Frogs 10');
});

it('misses nothing that happens while it loads for the first time, or until the watcher is ready', async () => {
  const { context, shown, loadChanged } = loader(async () => {
    if (shown.length > 0) return;
    await save(1);
    context.watcher.emit('add', file);
  });
  await loadAndFollow(context, [papersFolder()], loadChanged);
  await vi.waitFor(() => expect(shown).toEqual(['Frogs 0', 'Frogs 1']));
  await save(2);
  context.watcher.emit('ready');
  await vi.waitFor(() => expect(shown.at(-1)).toBe('Frogs 2'));
});

it('looks into a folder that is made, and again later: the watcher may not see what is put in at once', async () => {
  const { context, shown, loadChanged } = loader();
  await rm(file);
  await loadAndFollow(context, [papersFolder()], loadChanged);
  expect(shown).toEqual([]);
  context.watcher.emit('addDir', join(root, papersFolder()));
  await save(1);
  await vi.waitFor(() => expect(shown).toEqual(['Frogs 1']), 5000);
});

it('fails when the first load does', async () => {
  const { context } = loader();
  const fails = () => Promise.reject(new Error('no'));
  await expect(loadAndFollow(context, [papersFolder()], fails)).rejects.toThrow('no');
});

it('loads a change again that was saved while the content was being read, and nothing a second time', async () => {
  const { shown, loadChanged } = loader(() => save(1));
  await loadChanged();
  expect(shown).toEqual(['Frogs 0']);
  await loadChanged();
  expect(shown).toEqual(['Frogs 0', 'Frogs 1']);
  await loadChanged();
  expect(shown).toHaveLength(2);
});

it('goes on after a load that failed, and says in words what the disk refuses', async () => {
  const { context, said } = loader();
  let loads = 0;
  await loadAndFollow(context, [papersFolder()], async () => {
    loads++;
    if (loads === 2) throw Object.assign(new Error('x'), { code: 'ENOSPC', path: file });
  });
  context.watcher.emit('change', file);
  await wait(5);
  context.watcher.emit('unlink', file);
  await wait(5);
  expect(loads).toBe(3);
  expect(said).toEqual([
    expect.stringMatching(/^archive\/papers\/frogs\.md .*the disk is full.*\[file\/refused\]$/),
  ]);
});

it('shows a saved file at once if it alone has to be read, and looks at all a little later', async () => {
  const { context, shown, loadChanged } = loader();
  const patched: string[] = [];
  const patch = (paths: readonly string[]): readonly string[] => {
    patched.push(...paths);
    return paths.filter((path) => path !== file);
  };
  await loadAndFollow(context, [papersFolder()], loadChanged, patch);
  await save(1);
  context.watcher.emit('change', file);
  await wait(100);
  expect(patched).toEqual([file]);
  expect(shown).toEqual(['Frogs 0']);
  await vi.waitFor(() => expect(shown).toEqual(['Frogs 0', 'Frogs 1']), 10_000);
  await save(2);
  // Of what it cannot show alone, all is read at once.
  context.watcher.emit('change', join(root, papersFolder(), 'other.md'));
  await vi.waitFor(() => expect(shown.at(-1)).toBe('Frogs 2'));
});
