import {
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountsFile, digestsFolder, papersFolder, entryFile } from '../../src/archive-folder.ts';
import { removeLeftovers, writeAtomic } from '../../src/entries/atomic.ts';
import { keepAccounts, lookAt, readDigests, readEntries } from '../../src/entries/files.ts';
import { bringInStep } from '../../src/entries/in-step.ts';
import { Seen } from '../../src/entries/seen.ts';
import { Store } from '../../src/store/store.ts';

const digest = `title,abstract
Frogs of the Northern Lakes and their Songs,We describe the frogs of the northern lakes.
Newts of the Southern Ponds and their Colours,We describe the newts of the southern ponds.
`;
const frogs = 'frogs-of-the-northern-lakes-and-their-songs';
const newts = 'newts-of-the-southern-ponds-and-their-colours';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-files-'));
  await put(`${digestsFolder()}/2025-03-11-a.csv`, digest);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const at = (file: string): string => join(root, file);
const entry = (id: string): string => at(entryFile(id));
const put = async (file: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(at(file)), { recursive: true });
  await writeFile(at(file), content);
};

/** What a load does; `meanwhile` is done once the entries are read. */
async function sync(meanwhile: () => Promise<void> = async () => {}, seen = new Seen()) {
  const { digests } = await readDigests(root, { seen });
  const entries = await readEntries(root, { seen });
  await keepAccounts(root, digests, entries, seen);
  await meanwhile();
  return bringInStep(root, digests, { records: new Map(), entries, seen });
}

const edit = async (id: string, change: (text: string) => string): Promise<string> => {
  const text = change(await readFile(entry(id), 'utf8'));
  await writeFile(entry(id), text);
  return text;
};

describe('a capture', () => {
  /** The captures that are read and not taken from what is kept. */
  async function parsed(store: Store): Promise<readonly number[]> {
    const read: number[] = [];
    await readDigests(root, { store, onProgress: (done) => read.push(done) });
    return read;
  }

  it('is read once for two that ask at the same time', async () => {
    const store = new Store(process.cwd(), at('facts.sqlite'));
    const put = vi.spyOn(store, 'put');
    const [one, other] = await Promise.all([1, 2].map(() => readDigests(root, { store })));
    expect(one?.digests[0]?.parsed.papers).toHaveLength(2);
    expect(other?.digests[0]?.parsed).toEqual(one?.digests[0]?.parsed);
    expect(put.mock.calls.filter(([{ name }]) => name === 'captures')).toHaveLength(1);
  });

  it('is not read again for its account, but for another one', async () => {
    const store = new Store(process.cwd(), at('facts.sqlite'));
    const { digests } = await readDigests(root, { store });
    await keepAccounts(root, digests, await readEntries(root, { store }));
    expect(await parsed(store)).toEqual([]);
    const accounts = await readFile(at(accountsFile()), 'utf8');
    await put(accountsFile(), accounts.replace('"papers":2', '"papers":3'));
    expect(await parsed(store)).toEqual([1]);
    expect(await parsed(store)).toEqual([]);
  });
});

describe('an edit that is saved while entries are written', () => {
  it('stays, and gains what it lacks', async () => {
    await sync();
    await put(`${digestsFolder()}/2025-03-12-b.csv`, digest);
    let saved = '';
    const { written } = await sync(async () => {
      saved = await edit(frogs, (text) => text.replace('We describe', 'Here we describe'));
    });
    expect(written).toEqual({ new: 0, refreshed: 1, listed: 1 });
    const text = await readFile(entry(frogs), 'utf8');
    expect(text.replace(/ {2}- digest: "2025-03-12-b"\n.*\n.*\n/, '')).toBe(saved);
    expect(text).not.toBe(saved);
  });

  it('also where there was no file before, and where it has gone', async () => {
    const mine = '---\ntitle: Frogs, by hand\ndigests: []\n---\nMine.\n';
    await sync(() => put(entryFile(frogs), mine));
    expect(await readFile(entry(frogs), 'utf8')).toBe(mine);

    await put(`${digestsFolder()}/2025-03-12-b.csv`, digest);
    const { problems } = await sync(() => rm(entry(newts)));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is told when it is saved again and again', async () => {
    const path = at('file.md');
    await writeFile(path, 'new');
    expect(await writeAtomic(path, 'ours', { before: 'old' })).toBe(false);
    expect(await writeAtomic(path, 'ours', { before: null })).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await writeAtomic(path, 'ours', { before: 'new' })).toBe(true);
    expect(await writeAtomic(at('other.md'), 'first', { before: null })).toBe(true);
    expect(await writeAtomic(at('none.md'), 'ours', { before: 'old' })).toBe(false);
    expect((await readdir(root)).toSorted()).toEqual(['archive', 'file.md', 'other.md']);
  });
});

describe('an entry that is a symbolic link', () => {
  it('stays one; the file that it leads to is read and written', async () => {
    await sync();
    const text = await edit(frogs, (before) => before.replace('We describe', 'They describe'));
    await put('notes/frogs.md', text);
    await rm(entry(frogs));
    await symlink('../../notes/frogs.md', entry(frogs));
    await put(`${digestsFolder()}/2025-03-12-b.csv`, digest);
    const { written, problems } = await sync();
    expect({ written, problems }).toEqual({
      written: { new: 0, refreshed: 1, listed: 1 },
      problems: [],
    });
    expect((await lstat(entry(frogs))).isSymbolicLink()).toBe(true);
    expect(await readFile(at('notes/frogs.md'), 'utf8')).toContain('2025-03-12-b');
  });

  it.each([
    ['leads nowhere', () => symlink('gone.md', entry(frogs)), /does not exist/],
    ['leads to itself', () => symlink(`${frogs}.md`, entry(frogs)), /leads to itself/],
    ['is a folder', () => mkdir(entry(frogs)), /it is a folder/],
  ])('or %s holds its place and is told', async (_, make, why) => {
    await mkdir(at(papersFolder()), { recursive: true });
    await make();
    const { written, problems } = await sync();
    expect(written.new).toBe(1);
    expect(problems).toMatchObject([
      { code: 'file/unreadable', where: { file: entryFile(frogs) } },
      { code: 'entry/waits' },
    ]);
    expect(problems[0]?.what).toMatch(why);
    expect((await lstat(entry(frogs))).isFile()).toBe(false);
  });
});

describe('a file that is not UTF-8', () => {
  it.each(['latin1', 'utf16le'] as const)('is reported and left alone: %s', async (encoding) => {
    await sync();
    const text = await readFile(entry(frogs), 'utf8');
    const bytes = Buffer.from(`\u00FF${text}`.replace('frogs', 'fr\u00F6gs'), encoding);
    await writeFile(entry(frogs), bytes);
    await put(`${digestsFolder()}/2025-03-12-b.csv`, digest);
    const { written, problems } = await sync();
    expect(written).toEqual({ new: 0, refreshed: 1, listed: 0 });
    expect(problems.map(({ code }) => code)).toEqual(['file/encoding']);
    expect((await readFile(entry(frogs))).equals(bytes)).toBe(true);
  });

  it('nor is a list of removed papers lost', async () => {
    await put(`${papersFolder()}/.removed`, Buffer.from(`\uFEFF${frogs}\r\n`, 'utf16le'));
    expect((await sync()).written.new).toBe(1);
  });
});

describe('what is remembered', () => {
  const folders = [digestsFolder(), papersFolder()];
  const fingerprintOf = async (folders: readonly string[]): Promise<string> => {
    const seen = new Seen();
    await lookAt(root, seen, folders);
    return seen.fingerprint();
  };

  it('is what was read and written', async () => {
    const seen = new Seen();
    await sync(undefined, seen);
    expect(await fingerprintOf(folders)).toBe(seen.fingerprint());
    await put('archive/papers/.DS_Store', 'x');
    await put('archive/papers/notes.txt', 'x');
    expect(await fingerprintOf(folders)).toBe(seen.fingerprint());
  });

  it.each([
    ['an entry', () => edit(newts, (text) => `${text}\nMore.\n`)],
    ['a digest', () => put(`${digestsFolder()}/2025-03-11-a.csv`, `${digest}\n`)],
    ['a new digest', () => put(`${digestsFolder()}/2025-03-12-b.csv`, digest)],
    ['a removal', () => put(`${papersFolder()}/.removed`, frogs)],
    ['a deletion', () => rm(entry(newts))],
    ['the accounts', () => put('archive/accounts.jsonl', '')],
  ])('is not what is saved later: %s', async (_, save) => {
    await sync();
    const seen = new Seen();
    await sync(async () => void (await save()), seen);
    expect(await fingerprintOf(folders)).not.toBe(seen.fingerprint());
  });
});

describe('removeLeftovers', () => {
  it('removes what a process that is gone has left, and nothing else', async () => {
    const gone = 2 ** 22 + 1;
    const old = ['content/.accounts.jsonl', 'archive/papers/.a.md', '.cache/arxiv/ab/.c.json'];
    for (const file of old) await put(`${file}.${gone}.0123abcd.tmp`, 'half');
    await put('.cache/map.bin.tmp', 'not ours to say');
    await put(`archive/papers/.b.md.${process.pid}.0123abcd.tmp`, 'being written');
    await put(`archive/papers/.d.md.${process.pid}.4567abcd.tmp`, 'by a process before');
    await utimes(at(`archive/papers/.d.md.${process.pid}.4567abcd.tmp`), 1, 1);
    await put('archive/papers/mine.tmp', 'mine');
    await removeLeftovers(root, { recursive: true });
    const left = await readdir(root, { recursive: true });
    expect(left.filter((name) => name.endsWith('.tmp')).toSorted()).toEqual([
      '.cache/map.bin.tmp',
      `archive/papers/.b.md.${process.pid}.0123abcd.tmp`,
      'archive/papers/mine.tmp',
    ]);
  });

  it('has nothing to do after a write that failed', async () => {
    await mkdir(at('folder'));
    await expect(writeAtomic(at('folder'), 'x')).rejects.toThrow(/EISDIR|EEXIST|ENOTEMPTY|EPERM/);
    expect((await readdir(root)).toSorted()).toEqual(['archive', 'folder']);
    expect((await stat(at('folder'))).isDirectory()).toBe(true);
  });
});
