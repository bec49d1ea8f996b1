/**
 * The store of derived facts: what was worked out of content, kept from one run to the next. Never needed, never
 * believed unseen, and safe to delete at any time.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { archiveFolder, inArchive } from '../archive-folder.ts';
import { bundleKind, bundleOf, type Pending } from './bundle.ts';
import { codeOf } from './code.ts';
import { Database, removeDatabase, type Queries, type Row, type Run } from './database.ts';
import { asStructured, type AnyKind, type Kind } from './kind.ts';

/** The file of an archive's store, below the project's `.cache`. */
export function storeFile(root: string): string {
  const folder = archiveFolder(root);
  // Messages name files as the archive was named: they are kept too.
  const mark = createHash('sha256').update(`${folder}\0${inArchive()}`).digest('hex').slice(0, 8);
  return join(root, '.cache', 'store', `${basename(folder)}-${mark}.sqlite`);
}

/** Removes an archive's store before anything has opened it: all is worked out anew. */
export const forgetStore = (root: string): void => removeDatabase(storeFile(root));

/** Values and bytes that wait to be written at most. */
const mostPending = 5000;
const mostBytes = 8_000_000;

/** Rows of values that are kept together, and values a row, from which on they are put together anew. */
const mostRows = 64;
const fewest = 1000;

/** Values asked for at once, from which on reading all of their kind is quicker. */
const many = 2000;

export class Store {
  readonly #root: string;
  readonly #database: Database;
  readonly #codes = new Map<string, number | undefined>();
  readonly #pending = new Map<string, Map<string, Pending>>();
  /** Kinds whose values are kept together. */
  readonly #bundled = new Set<string>();
  #waiting = 0;
  #bytes = 0;

  /**
   * @param root the project's folder, where `src` is
   * @param file absolute
   */
  constructor(root: string, file: string) {
    this.#root = root;
    this.#database = new Database(file);
    process.once('exit', () => this.flush());
  }

  /**
   * What was kept under a key, or else what is worked out now, to be kept in the place of what was kept for the id.
   *
   * @param id of what the value is, one value each: a file's name, a paper's id
   * @param key changes when anything does that the value is worked out from; the kind's code counts by itself
   */
  kept<Value>(kind: Kind<Value>, id: string, key: string, work: () => Value): Value {
    const known = this.get(kind, id, key);
    if (known !== undefined) return known;
    const value = work();
    this.put(kind, id, key, value);
    return value;
  }

  /** What was kept; undefined if there is nothing, or something of another key or other code. */
  get<Value>(kind: Kind<Value>, id: string, key: string): Value | undefined {
    const pending = this.#pending.get(kind.name)?.get(id);
    const code = this.#codeOf(kind);
    if (code === undefined) return undefined;
    if (pending) return pending.key === key ? decoded(kind, pending.value) : undefined;
    const [row] =
      this.#read(kind, ({ run }, table) =>
        run(`SELECT key, code, crc, value FROM ${table} WHERE id = ?`, id),
      ) ?? [];
    return row && row['key'] === key ? valueOf(kind, code, id, row) : undefined;
  }

  /** Keeps a value; it is written with others, at the latest when the process ends. */
  put<Value>(kind: Kind<Value>, id: string, key: string, value: Value): void {
    const code = this.#codeOf(kind);
    if (code === undefined) return;
    const bytes = (kind.codec ?? asStructured<Value>()).encode(value);
    const pending = this.#pending.get(kind.name) ?? new Map<string, Pending>();
    this.#pending.set(kind.name, pending.set(id, { code, key, value: bytes }));
    if (kind.together) this.#bundled.add(kind.name);
    this.#waiting++;
    this.#bytes += bytes.length;
    if (this.#waiting >= mostPending || this.#bytes >= mostBytes) this.flush();
  }

  /**
   * Many values of a kind at once.
   *
   * @param wanted keys by id
   * @param isAll these are all there are: values of others are forgotten
   * @returns the values that were kept under these keys, by id
   */
  getMany<Value>(
    kind: Kind<Value>,
    wanted: ReadonlyMap<string, string>,
    isAll = false,
  ): Map<string, Value> {
    if (kind.together) return this.#together(kind, wanted, isAll);
    const found = new Map<string, Value>();
    if (wanted.size < many && !isAll) {
      for (const [id, key] of wanted) {
        const value = this.get(kind, id, key);
        if (value !== undefined) found.set(id, value);
      }
      return found;
    }
    const others: string[] = [];
    const values = this.all(kind, (id, key) => {
      if (isAll && !wanted.has(id)) others.push(id);
      return wanted.get(id) === key;
    });
    for (const [id, , value] of values) found.set(id, value);
    if (others.length > 0) this.forget(kind, others);
    return found;
  }

  /** As `getMany`; a value that was put again under another key stays until the rows are put together anew. */
  #together<Value>(
    kind: Kind<Value>,
    wanted: ReadonlyMap<string, string>,
    isAll: boolean,
  ): Map<string, Value> {
    this.flush();
    const code = this.#codeOf(kind);
    const found = new Map<string, Value>();
    if (code === undefined) return found;
    const bundle = bundleKind<Value>();
    const rows: string[] = [];
    let all = 0;
    let isDamaged = false;
    this.#read(kind, ({ each }, table) => {
      for (const row of each(`SELECT id, key, code, crc, value FROM ${table}`)) {
        const { id } = row;
        if (typeof id !== 'string') continue;
        rows.push(id);
        const values = valueOf(bundle, code, id, row);
        isDamaged ||= values === undefined;
        for (const [id, key, value] of values ?? []) {
          all++;
          if (wanted.get(id) === key) found.set(id, value);
        }
      }
    });
    const isLoose = rows.length > mostRows || all > 2 * found.size + fewest;
    if (!isAll || (!isDamaged && !isLoose)) return found;
    for (const [id, value] of found) this.put(kind, id, wanted.get(id) ?? '', value);
    this.forget(kind, rows);
    return found;
  }

  /**
   * All values of a kind, in no order.
   *
   * @param isWanted which ones, by id and key; others are not looked into
   * @returns id, key and value of each
   */
  all<Value>(
    kind: Kind<Value>,
    isWanted: (id: string, key: string) => boolean = () => true,
  ): [string, string, Value][] {
    this.flush();
    const code = this.#codeOf(kind);
    if (code === undefined) return [];
    const found = this.#read(kind, ({ each }, table) => {
      const values: [string, string, Value][] = [];
      for (const row of each(`SELECT id, key, code, crc, value FROM ${table}`)) {
        const { id, key } = row;
        if (typeof id !== 'string' || typeof key !== 'string' || !isWanted(id, key)) continue;
        const value = valueOf(kind, code, id, row);
        if (value !== undefined) values.push([id, key, value]);
      }
      return values;
    });
    return found ?? [];
  }

  /** Forgets values of a kind. */
  forget(kind: AnyKind, ids: Iterable<string>): void {
    this.flush();
    this.#write(kind, (run, table) => {
      for (const id of ids) run(`DELETE FROM ${table} WHERE id = ?`, id);
    });
  }

  /** Forgets all values of a kind but some, when what they were of has gone. */
  retain(kind: AnyKind, ids: ReadonlySet<string>): void {
    this.flush();
    const rows = this.#read(kind, ({ run }, table) => run(`SELECT id FROM ${table}`)) ?? [];
    const gone = rows.flatMap(({ id }) => (typeof id === 'string' && !ids.has(id) ? [id] : []));
    if (gone.length > 0) this.forget(kind, gone);
  }

  /** Writes what waits to be written, all of it or nothing; what cannot be written is worked out again one day. */
  flush(): void {
    for (const [name, pending] of this.#pending) {
      const rows = this.#bundled.has(name) ? bundleOf(pending) : pending;
      this.#write({ name }, (run, table) => {
        for (const [id, { code, key, value }] of rows) {
          const crc = crcOf(id, code, key, value);
          run(`REPLACE INTO ${table} VALUES (?, ?, ?, ?, ?)`, id, key, code, crc, value);
        }
      });
    }
    this.#pending.clear();
    this.#waiting = 0;
    this.#bytes = 0;
  }

  /** Writes all and lets go of the file; used again, it is opened again. */
  close(): void {
    this.flush();
    this.#database.close();
  }

  #codeOf({ name, modules }: AnyKind): number | undefined {
    if (!this.#codes.has(name)) {
      const code = codeOf(this.#root, modules);
      this.#codes.set(
        name,
        code === undefined ? undefined : Number.parseInt(code.slice(0, 12), 16),
      );
    }
    return this.#codes.get(name);
  }

  /** @returns undefined where there is nothing of the kind */
  #read<Found>(
    { name }: Pick<AnyKind, 'name'>,
    work: (queries: Queries, table: string) => Found,
  ): Found | undefined {
    return this.#database.use((queries) =>
      queries.hasTable(name) ? work(queries, `"${name}"`) : undefined,
    );
  }

  #write({ name }: Pick<AnyKind, 'name'>, work: (run: Run, table: string) => void): void {
    this.#database.use(({ run }) => {
      run('BEGIN IMMEDIATE');
      run(
        `CREATE TABLE IF NOT EXISTS "${name}" (id TEXT PRIMARY KEY, key TEXT, code INTEGER, crc INTEGER, value BLOB)`,
      );
      work(run, `"${name}"`);
      run('COMMIT');
    });
  }
}

const crcOf = (id: string, code: number, key: string, value: Uint8Array): number =>
  crc32(value, crc32(`${id}\0${code}\0${key}`));

function valueOf<Value>(kind: Kind<Value>, code: number, id: string, row: Row): Value | undefined {
  const { key, value } = row;
  if (row['code'] !== code || typeof key !== 'string' || !(value instanceof Uint8Array))
    return undefined;
  return crcOf(id, code, key, value) === row['crc'] ? decoded(kind, value) : undefined;
}

function decoded<Value>(kind: Kind<Value>, bytes: Uint8Array): Value | undefined {
  try {
    return (kind.codec ?? asStructured<Value>()).decode(bytes);
  } catch {
    return undefined;
  }
}

declare global {
  // Modules may be bundled more than once in one process; the store is one all the same.
  var offprintStores: Map<string, Store> | undefined;
}

/**
 * The store in a file, one a process however often it is asked for.
 *
 * @param root the project's folder, where `src` is
 * @param file absolute; the archive's own if it is left out
 */
export function openStore(root: string, file = storeFile(root)): Store {
  globalThis.offprintStores ??= new Map();
  const store = globalThis.offprintStores.get(file) ?? new Store(root, file);
  globalThis.offprintStores.set(file, store);
  return store;
}
