import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { sqlite } from './database.ts';

/**
 * A lock that one process at a time holds, and that goes with it however it ends: the system's own lock on a file of
 * SQLite's. Where Node has no SQLite, it is taken without asking.
 */
export class Lock {
  /** Whether this process has it. */
  readonly taken: boolean;
  readonly #database: DatabaseSync | undefined;

  /** @param file absolute; it stays, and holds nothing */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    const Database = sqlite()?.DatabaseSync;
    this.#database = Database && new Database(file);
    this.taken = this.#take();
  }

  release(): void {
    if (this.#database?.isOpen) this.#database.close();
  }

  #take(): boolean {
    try {
      this.#database?.exec('BEGIN EXCLUSIVE');
      return true;
    } catch {
      this.release();
      return false;
    }
  }
}
