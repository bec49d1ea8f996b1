import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { papersFolder } from '../../src/archive-folder.ts';
import { readEntries } from '../../src/entries/files.ts';
import { reloadOnChange, unlessUnchanged, type Loading } from '../../src/entries/loading.ts';

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
  const load = async ({ seen }: Loading): Promise<boolean> => {
    const { entries } = await readEntries(root, seen);
    await meanwhile();
    shown.push(...entries.map(({ entry }) => entry.data.title));
    return true;
  };
  return {
    context,
    shown,
    said,
    loadChanged: () => unlessUnchanged(context, [papersFolder()], load),
  };
}

it('shows the last of ten quick changes, whenever they are saved', async () => {
  const { context, shown, loadChanged } = loader();
  await loadChanged();
  reloadOnChange(context, [papersFolder()], loadChanged);
  for (let version = 1; version <= 10; version++) {
    await save(version);
    context.watcher.emit('change', file);
    await wait(version * 3);
  }
  for (let tries = 0; tries < 100 && shown.at(-1) !== 'Frogs 10'; tries++) await wait(20);
  expect(shown.at(-1)).toBe('Frogs 10');
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
  reloadOnChange(context, [papersFolder()], async () => {
    loads++;
    if (loads === 1) throw Object.assign(new Error('x'), { code: 'ENOSPC', path: file });
  });
  context.watcher.emit('change', file);
  await wait(5);
  context.watcher.emit('unlink', file);
  await wait(5);
  expect(loads).toBe(2);
  expect(said).toEqual([
    expect.stringMatching(/^archive\/papers\/frogs\.md .*the disk is full.*\[file\/refused\]$/),
  ]);
});
