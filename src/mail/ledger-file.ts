/** The file of a ledger: `mailed/DIGEST.jsonl` in the archive's folder. */
import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inArchive } from '../archive-folder.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { errorCode } from '../diagnostics/file-system.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { Lock } from '../store/lock.ts';
import { storeFile } from '../store/store.ts';
import {
  eventLine,
  openingLine,
  readLedger,
  type Event,
  type Ledger,
  type Standing,
} from './ledger.ts';

const ledgerFile = (digest: string): string => inArchive('mailed', `${digest}.jsonl`);

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

/**
 * Reads the ledger of a digest.
 *
 * @param mark of `keyMark`: what a ledger of the same key says
 * @throws {Refusal} if it cannot be read as a whole, or was kept with another key: nobody would be known in it
 */
export function openLedger(root: string, digest: string, mark: string, run?: string): Ledger {
  const file = ledgerFile(digest);
  const ledger = readLedger(file, textOf(resolve(root, file)), run);
  if (ledger.problems.length > 0) throw new Refusal(ledger.problems);
  if (ledger.mark !== undefined && ledger.mark !== mark) {
    const why = 'it was kept with another OFFPRINT_MAIL_KEY than the one that is set';
    throw new Refusal([diagnostic('mail/ledger', { file, line: 1, column: 1 }, { why })]);
  }
  return ledger;
}

/** Adds to a ledger. What is added is on the disk before anything goes on. */
export class LedgerWriter {
  readonly standing: ReadonlyMap<string, Standing>;
  /** See {@link Ledger}. */
  readonly planned: ReadonlySet<string>;
  readonly #run: string | undefined;
  readonly #file: number;
  readonly #lock: Lock;

  /**
   * Opens it for this process alone; what an interrupted run has left of a line is cut off.
   *
   * @throws {Refusal} as {@link openLedger} does, and if another run has it open
   */
  constructor(root: string, digest: string, mark: string, run?: string) {
    this.#run = run;
    const path = resolve(root, ledgerFile(digest));
    const lock = `${basename(storeFile(root), '.sqlite')}-${digest}.lock`;
    this.#lock = new Lock(join(root, '.cache', 'mail', lock));
    if (!this.#lock.taken)
      throw new Refusal([diagnostic('mail/busy', { file: ledgerFile(digest) })]);
    try {
      const before = openLedger(root, digest, mark, run);
      this.standing = before.standing;
      this.planned = before.planned;
      mkdirSync(dirname(path), { recursive: true });
      this.#file = openSync(path, 'a');
      const whole = Buffer.byteLength(textOf(path).slice(0, before.length));
      if (whole < fstatSync(this.#file).size) ftruncateSync(this.#file, whole);
      if (before.mark === undefined) this.#add(openingLine(mark));
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  /** @param to of `ledgerKey` */
  add(to: string, event: Event): void {
    const run = event === 'planned' ? this.#run : undefined;
    this.#add(eventLine(to, event, new Date().toISOString(), run));
  }

  close(): void {
    closeSync(this.#file);
    this.#lock.release();
  }

  #add(line: string): void {
    const bytes = Buffer.from(line);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    fdatasyncSync(this.#file);
  }
}
