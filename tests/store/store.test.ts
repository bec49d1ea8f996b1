import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asBytes, asJson, type Kind } from '../../src/store/kind.ts';
import { Store, openStore, storeFile } from '../../src/store/store.ts';

const root = process.cwd();
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'below', 'facts.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const lengths: Kind<{ length: number }> = { name: 'lengths', modules: ['src/store/kind.ts'] };
const texts: Kind<string> = { name: 'texts', modules: ['src/store/kind.ts'], codec: asJson() };
const bytes: Kind<Uint8Array> = { name: 'bytes', modules: ['src/store/kind.ts'], codec: asBytes };
const never = (): never => {
  throw new Error('worked out again');
};

/** The store as another process would find it. */
const again = (store: Store): Store => {
  store.close();
  return new Store(root, file);
};

test('what was worked out is kept under its key, one value an id', () => {
  let store = new Store(root, file);
  expect(store.kept(lengths, 'tea', 'v1', () => ({ length: 3 }))).toEqual({ length: 3 });
  expect(store.kept(lengths, 'tea', 'v1', never)).toEqual({ length: 3 });
  store = again(store);
  expect(store.kept(lengths, 'tea', 'v1', never)).toEqual({ length: 3 });
  expect(store.get(lengths, 'tea', 'v2')).toBeUndefined();
  expect(store.kept(lengths, 'tea', 'v2', () => ({ length: 4 }))).toEqual({ length: 4 });
  expect(again(store).get(lengths, 'tea', 'v1')).toBeUndefined();
});

test('kinds do not mix, and each has its own way to bytes', () => {
  const store = new Store(root, file);
  store.put(texts, 'a', '', 'text');
  store.put(bytes, 'a', '', Buffer.from([1, 2, 3]));
  const other = again(store);
  expect(other.get(texts, 'a', '')).toBe('text');
  expect(Buffer.from(other.get(bytes, 'a', '') ?? [])).toEqual(Buffer.from([1, 2, 3]));
  expect(other.get(lengths, 'a', '')).toBeUndefined();
});

test('other code makes other values', () => {
  const store = new Store(root, file);
  store.put(texts, 'a', '', 'text');
  const changed = { ...texts, modules: ['src/store/code.ts'] };
  expect(again(store).get(changed, 'a', '')).toBeUndefined();
  const unknown = { ...texts, modules: ['src/store/no-such-module.ts'] };
  expect(new Store(root, file).kept(unknown, 'a', '', () => 'new')).toBe('new');
});

test('many are asked for at once, forgotten, or retained', () => {
  const store = new Store(root, file);
  const ids = Array.from({ length: 6000 }, (_, at) => `id-${at}`);
  for (const id of ids) store.put(texts, id, `key of ${id}`, id.toUpperCase());
  const wanted = new Map(ids.map((id, at) => [id, at % 2 === 0 ? `key of ${id}` : 'other']));
  const all = store.getMany(texts, wanted);
  expect(all.size).toBe(3000);
  expect(all.get('id-4')).toBe('ID-4');
  expect(store.getMany(texts, new Map([['id-7', 'key of id-7']]))).toEqual(
    new Map([['id-7', 'ID-7']]),
  );
  store.forget(texts, ['id-0']);
  store.retain(texts, new Set(['id-0', 'id-1', 'id-2']));
  expect(
    again(store)
      .all(texts)
      .map(([id]) => id)
      .toSorted(),
  ).toEqual(['id-1', 'id-2']);
});

describe('values that are kept together', () => {
  const shelf: Kind<{ readonly said: string }> = {
    name: 'shelf',
    modules: ['src/store/kind.ts'],
    together: true,
    codec: asJson(),
  };
  let store: Store;
  beforeEach(() => {
    store = new Store(root, file);
  });
  const wanted = (ids: readonly string[], turn = 0): Map<string, string> =>
    new Map(ids.map((id) => [id, `${id} ${turn}`]));
  const rows = (): unknown => {
    const other = new DatabaseSync(file);
    const found = other.prepare('SELECT count(*) AS rows FROM shelf').get();
    other.close();
    return found?.['rows'];
  };
  const putAll = (ids: readonly string[], turn = 0): void => {
    for (const id of ids) store.put(shelf, id, `${id} ${turn}`, { said: `${id} "${turn}"` });
    store.flush();
  };

  test('are found by their keys, however often they were put', () => {
    putAll(['a', 'b']);
    putAll(['b', 'c'], 1);
    expect(rows()).toBe(2);
    const found = again(store).getMany(
      shelf,
      new Map([...wanted(['a', 'c']), ...wanted(['b', 'c'], 1)]),
      true,
    );
    expect(found).toEqual(
      new Map([
        ['a', { said: 'a "0"' }],
        ['b', { said: 'b "1"' }],
        ['c', { said: 'c "1"' }],
      ]),
    );
    expect(store.getMany(shelf, wanted(['c', 'd']), true).size).toBe(0);
  });

  test('are put together anew when their rows are many, and lose what nobody wants', () => {
    for (let turn = 0; turn < 70; turn++) putAll(['a', 'b'], turn);
    expect(rows()).toBe(70);
    expect(store.getMany(shelf, wanted(['a'], 69), true).size).toBe(1);
    store.flush();
    expect(rows()).toBe(1);
    expect(again(store).getMany(shelf, wanted(['a', 'b'], 69), true)).toEqual(
      new Map([['a', { said: 'a "69"' }]]),
    );
  });

  test('are lost with their row alone when it is damaged', () => {
    putAll(['a']);
    putAll(['b']);
    const other = new DatabaseSync(file);
    other.exec("UPDATE shelf SET value = replace(value, 'a', 'e') WHERE rowid = 1");
    other.close();
    expect([...store.getMany(shelf, wanted(['a', 'b']), true).keys()]).toEqual(['b']);
    store.flush();
    expect(rows()).toBe(1);
  });

  test('take the place of those that were kept one by one', () => {
    const { together: _, ...before } = shelf;
    for (const id of ['a', 'b']) store.put(before, id, `${id} 0`, { said: id });
    store = again(store);
    expect(store.getMany(shelf, wanted(['a', 'b']), true).size).toBe(0);
    putAll(['a', 'b']);
    expect(rows()).toBe(1);
    expect(again(store).getMany(shelf, wanted(['a', 'b']), true).size).toBe(2);
  });
});

describe('a file that is wrong is made anew', () => {
  const wrong: Readonly<Record<string, () => void>> = {
    'no database': () => writeFileSync(file, 'no database at all, but text'.repeat(100)),
    empty: () => writeFileSync(file, ''),
    'another program’s': () => {
      rmSync(file);
      const other = new DatabaseSync(file);
      other.exec('CREATE TABLE texts (a, b)');
      other.close();
    },
    'of another layout': () => {
      const other = new DatabaseSync(file);
      other.exec('PRAGMA user_version = 999');
      other.close();
    },
    'with other columns': () => {
      const other = new DatabaseSync(file);
      other.exec('DROP TABLE texts; CREATE TABLE texts (one)');
      other.close();
    },
  };
  test.each(Object.entries(wrong))('%s', (_, spoil) => {
    const store = new Store(root, file);
    store.put(texts, 'a', '', 'text');
    store.close();
    spoil();
    let next = new Store(root, file);
    expect(next.kept(texts, 'a', '', () => 'anew')).toBe('anew');
    next = again(next);
    expect(next.kept(texts, 'a', '', never)).toBe('anew');
  });
});

test('damaged bytes, wherever they are, give no wrong value and no error', () => {
  const store = new Store(root, file);
  const value = (at: number): string => `value ${at} `.repeat(20);
  for (let at = 0; at < 200; at++) store.put(texts, `id-${at}`, 'k', value(at));
  store.close();
  const whole = readFileSync(file);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
        minLength: 1,
        maxLength: 20,
      }),
      (flips) => {
        const spoilt = Buffer.from(whole);
        for (const [at, bits] of flips) spoilt[at] = (spoilt[at] ?? 0) ^ bits;
        for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
        writeFileSync(file, spoilt);
        const next = new Store(root, file);
        for (let at = 0; at < 200; at += 7)
          expect([undefined, value(at)]).toContain(next.get(texts, `id-${at}`, 'k'));
        for (const [id, , found] of next.all(texts)) expect(found).toBe(value(Number(id.slice(3))));
        next.put(texts, 'new', 'k', 'written');
        expect(next.get(texts, 'new', 'k')).toBe('written');
        next.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('a store that cannot be opened is done without', () => {
  writeFileSync(join(folder, 'below'), 'a file where the folder should be');
  const store = new Store(root, file);
  expect(store.kept(texts, 'a', '', () => 'text')).toBe('text');
  store.flush();
  expect(store.kept(texts, 'a', '', () => 'again')).toBe('again');
  expect(store.all(texts)).toEqual([]);
});

test('a store that another process writes to is done without, and never in its way', () => {
  const store = new Store(root, file);
  store.put(texts, 'a', '', 'text');
  store.flush();
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  expect(store.get(texts, 'a', '')).toBe('text');
  store.put(texts, 'b', '', 'lost');
  store.flush();
  other.exec('COMMIT');
  other.close();
  expect(store.get(texts, 'b', '')).toBeUndefined();
  store.put(texts, 'c', '', 'kept');
  expect(again(store).get(texts, 'c', '')).toBe('kept');
});

test('a folder in the place of the file is done without', () => {
  mkdirSync(join(file, 'within'), { recursive: true });
  expect(new Store(root, file).kept(texts, 'a', '', () => 'text')).toBe('text');
});

test('a store deleted while it is open is no error', () => {
  const store = new Store(root, file);
  store.put(texts, 'a', '', 'text');
  store.flush();
  rmSync(join(folder, 'below'), { recursive: true });
  store.put(texts, 'b', '', 'text');
  expect(() => store.close()).not.toThrow();
  expect(store.kept(texts, 'b', '', () => 'again')).toBe('again');
});

test('a process that ends writes what waits, and tells nobody of an experiment', () => {
  const script = `
    import { openStore } from ${JSON.stringify(join(root, 'src/store/store.ts'))};
    const kind = { name: 'texts', modules: ['src/store/kind.ts'] };
    openStore(${JSON.stringify(root)}, ${JSON.stringify(file)}).put(kind, 'a', '', 'from another process');
  `;
  const run = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(new Store(root, file).get({ ...texts, codec: undefined } as never, 'a', '')).toBe(
    'from another process',
  );
});

test('the store of an archive is one in a process, and below .cache', () => {
  expect(openStore(root, file)).toBe(openStore(root, file));
  expect(storeFile('/srv/offprint')).toMatch(
    /^\/srv\/offprint\/\.cache\/store\/archive-[0-9a-f]{8}\.sqlite$/,
  );
});
