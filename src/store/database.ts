/**
 * The file in which derived facts are kept: SQLite, by Node itself. Whatever is wrong with it is nobody's trouble: a
 * damaged, foreign or older file is made anew, and one that is locked or cannot be written is done without.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, StatementSync, SQLOutputValue } from 'node:sqlite';

/** What tells our files from others (`PRAGMA application_id`), and their layout's number. */
const application = 0x4f_66_70_72;
const layout = 1;

/** Milliseconds for which another process's writing is waited for. */
const patience = 500;

/** How often: who waits again and again is better off without. */
const patienceEnds = 4;

/** SQLite's result codes: the file is in use; it is not what it should be. */
const busy = new Set([5, 6]);
const wrong = new Set([1, 11, 26]);

type Sqlite = typeof import('node:sqlite');

/** Node's SQLite without its warning that it is an experiment, which says nothing to the people who see it. */
export function sqlite(): Sqlite | undefined {
  const warn = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } catch {
    return undefined;
  } finally {
    process.emitWarning = warn;
  }
}

const resultOf = (error: unknown): number =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;

export class Database {
  readonly #file: string;
  #open: DatabaseSync | undefined;
  readonly #statements = new Map<string, StatementSync>();
  /** Tables that are there. */
  readonly #tables = new Set<string>();
  /** It is done without for the rest of the process. */
  #gone = false;
  #madeAnew = false;
  #waited = 0;

  /** @param file absolute; made when first used */
  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Uses the file.
   *
   * @param work the same twice is no harm: it is done again with a new file if this one was damaged
   * @returns undefined where the file is done without
   */
  use<Value>(work: (queries: Queries) => Value): Value | undefined {
    if (this.#gone) return undefined;
    try {
      this.#open ??= this.#opened();
      const queries: Queries = {
        run: (sql, ...values) => this.#prepared(sql)?.all(...values) ?? [],
        each: (sql) => this.#prepared(sql)?.iterate() ?? [],
        hasTable: (name) => this.#hasTable(name),
      };
      return this.#open && work(queries);
    } catch (error) {
      this.#rollBack();
      const isBusy = busy.has(resultOf(error));
      if (isBusy && ++this.#waited < patienceEnds) return undefined;
      if (!wrong.has(resultOf(error)) || this.#madeAnew) {
        this.#gone = true;
        this.close();
        return undefined;
      }
      this.#makeAnew();
      return this.use(work);
    }
  }

  /** Closes the file; it is opened again when next used. */
  close(): void {
    this.#statements.clear();
    this.#tables.clear();
    try {
      this.#open?.close();
    } catch {
      // Not even that: it is left to the process's end.
    }
    this.#open = undefined;
  }

  #prepared(sql: string): StatementSync | undefined {
    const statement = this.#statements.get(sql) ?? this.#open?.prepare(sql);
    if (statement) this.#statements.set(sql, statement);
    return statement;
  }

  #hasTable(name: string): boolean {
    const isThere =
      this.#tables.has(name) ||
      this.#prepared('SELECT 1 FROM sqlite_schema WHERE name = ?')?.get(name) !== undefined;
    if (isThere) this.#tables.add(name);
    return isThere;
  }

  #opened(): DatabaseSync | undefined {
    const { DatabaseSync } = sqlite() ?? {};
    this.#gone = DatabaseSync === undefined;
    if (!DatabaseSync) return undefined;
    mkdirSync(dirname(this.#file), { recursive: true });
    const open = new DatabaseSync(this.#file, { timeout: patience });
    try {
      const number = (name: string): unknown =>
        Object.values(open.prepare(`PRAGMA ${name}`).get() ?? {})[0];
      const isNew =
        open.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'] === 0;
      const isOurs = number('application_id') === application && number('user_version') === layout;
      if (!isOurs && !isNew) throw Object.assign(new Error('another file'), { errcode: 26 });
      // Facts can be worked out again: a power cut may cost them, a killed process may not harm them.
      open.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
      if (!isOurs)
        open.exec(`PRAGMA application_id = ${application}; PRAGMA user_version = ${layout};`);
      return open;
    } catch (error) {
      open.close();
      throw error;
    }
  }

  #rollBack(): void {
    try {
      if (this.#open?.isTransaction) this.#open.exec('ROLLBACK');
    } catch {
      // Closing ends it too.
    }
  }

  #makeAnew(): void {
    this.#madeAnew = true;
    this.close();
    try {
      removeDatabase(this.#file);
    } catch {
      this.#gone = true;
    }
  }
}

/** Removes a database and what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true, recursive: true });
}

export type Row = Record<string, SQLOutputValue>;

/** Runs one statement. */
export type Run = (sql: string, ...values: (string | number | Uint8Array)[]) => Row[];

/** What can be asked of an open file. */
export interface Queries {
  readonly run: Run;
  /** The rows of a statement one after the other: of many, all at once are more than what is kept of them. */
  readonly each: (sql: string) => Iterable<Row>;
  readonly hasTable: (name: string) => boolean;
}
