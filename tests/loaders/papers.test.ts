import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { papersFolder } from '../../src/archive-folder.ts';
import { loadedContent } from '../../src/loaders/loaded.ts';
import { papersLoader, type PapersContext } from '../../src/loaders/papers.ts';

class FakeWatcher extends EventEmitter {
  add(): void {}
}

let root: string;
let watcher: FakeWatcher;
/** What a load waits for that has read everything and shows nothing yet. */
let gate = Promise.withResolvers<void>();
/** Whether a load waits there. */
let isWaiting = false;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-papers-'));
  await mkdir(join(root, papersFolder()), { recursive: true });
  gate = Promise.withResolvers();
  gate.resolve();
  watcher = new FakeWatcher();
});
afterEach(async () => {
  gate.resolve();
  await wait(100);
  await rm(root, { recursive: true, force: true });
});

const fileOf = (id: string): string => join(root, papersFolder(), `${id}.md`);
const write = (id: string, title: string) =>
  writeFile(fileOf(id), `---\ntitle: "${title}"\ndigests: []\n---\nOf ${title}.\n`);

/** Saves an entry, and lets the watcher tell. */
async function save(id: string, title: string): Promise<void> {
  await write(id, title);
  watcher.emit('change', fileOf(id));
}

const shown = (): string[] =>
  Array.from(loadedContent().papers.values(), ({ facts }) => facts.title);

/** Astro's side of a loader. */
function context(): PapersContext {
  const meta = new Map<string, string>();
  const mine = root;
  const entries = new Map<string, { readonly id: string; readonly digest?: number | string }>();
  return {
    config: { root: pathToFileURL(`${root}/`), cacheDir: pathToFileURL(`${root}/.cache/`) },
    meta: {
      get: (key) => {
        // What looks at all a little later would have an effect on later tests.
        if (root !== mine) throw new Error('The test is over.');
        return meta.get(key);
      },
      set: (key, value) => void meta.set(key, value),
      delete: (key) => void meta.delete(key),
    },
    logger: { error: () => {}, warn: () => {}, info: () => {} },
    store: {
      get: (id) => entries.get(id),
      set: (entry) => entries.set(entry.id, entry),
      keys: () => [...entries.keys()],
      values: () => [...entries.values()],
      delete: (id) => void entries.delete(id),
    },
    parseData: async ({ data }) => {
      isWaiting = true;
      await gate.promise;
      isWaiting = false;
      return data;
    },
    watcher,
  };
}

/** Loads frogs and newts. */
async function load(): Promise<void> {
  await write('frogs', 'Frogs');
  await write('newts', 'Newts');
  await papersLoader().load(context());
  expect(shown()).toEqual(['Frogs', 'Newts']);
}

/** Has all be loaded because of a paper that is new, as far as before anything of it is shown. */
async function beginLoad(): Promise<void> {
  gate = Promise.withResolvers();
  await save('toads', 'Toads');
  await vi.waitFor(() => expect(isWaiting).toBe(true));
}

it('shows an entry at once that is saved while all is loaded, and after that, too', async () => {
  await load();
  await beginLoad();
  await save('frogs', 'Green frogs');
  await vi.waitFor(() => expect(shown()).toEqual(['Green frogs', 'Newts']));
  await save('frogs', 'Greener frogs');
  await vi.waitFor(() => expect(shown()).toEqual(['Greener frogs', 'Newts']));
  gate.resolve();
  await vi.waitFor(() => expect(shown()).toEqual(['Greener frogs', 'Newts', 'Toads']));
});

it('shows what is in a file when all is loaded, though nobody has told of it yet', async () => {
  await load();
  await beginLoad();
  await save('frogs', 'Green frogs');
  await vi.waitFor(() => expect(shown()).toEqual(['Green frogs', 'Newts']));
  await write('frogs', 'Greener frogs');
  gate.resolve();
  await vi.waitFor(() => expect(shown()).toEqual(['Greener frogs', 'Newts', 'Toads']));
});

it('goes on to show what was saved while all was loaded once that is known in full', async () => {
  await load();
  await beginLoad();
  await save('frogs', 'Green frogs');
  gate.resolve();
  await vi.waitFor(() => expect(shown()).toEqual(['Green frogs', 'Newts', 'Toads']));
  const first = loadedContent().papers;
  watcher.emit('unlink', fileOf('toads'));
  await rm(fileOf('toads'));
  await vi.waitFor(() => expect(shown()).toEqual(['Green frogs', 'Newts']));
  // What says the same is the same: what was worked out of it is still good.
  expect(loadedContent().papers.get('frogs')).toBe(first.get('frogs'));
});

it('takes away what is deleted or renamed while all is loaded, whatever was saved before', async () => {
  await load();
  await beginLoad();
  await save('frogs', 'Green frogs');
  await save('newts', 'Red newts');
  await vi.waitFor(() => expect(shown()).toEqual(['Green frogs', 'Red newts']));
  await rm(fileOf('frogs'));
  await rename(fileOf('newts'), fileOf('olms'));
  gate.resolve();
  watcher.emit('unlink', fileOf('frogs'));
  watcher.emit('unlink', fileOf('newts'));
  watcher.emit('change', fileOf('olms'));
  await vi.waitFor(() => expect(shown()).toEqual(['Red newts', 'Toads']));
  expect([...loadedContent().papers.keys()]).toEqual(['olms', 'toads']);
  await wait(300);
  expect(shown()).toEqual(['Red newts', 'Toads']);
});

it('shows an entry that is saved while all is loaded for the first time', async () => {
  await write('frogs', 'Frogs');
  gate = Promise.withResolvers();
  const loading = papersLoader().load(context());
  await vi.waitFor(() => expect(isWaiting).toBe(true));
  await save('frogs', 'Green frogs');
  await wait(20);
  gate.resolve();
  await loading;
  expect(shown()).toEqual(['Green frogs']);
});

it('shows an entry as it was before once more, if that is saved again', async () => {
  await load();
  for (const title of ['Green frogs', 'Frogs', 'Green frogs', 'Frogs']) {
    await save('frogs', title);
    await vi.waitFor(() => expect(shown()).toEqual([title, 'Newts']));
  }
  watcher.emit('unlink', fileOf('toads'));
  await wait(300);
  expect(shown()).toEqual(['Frogs', 'Newts']);
});
