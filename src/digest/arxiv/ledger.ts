import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LineAccount, LineKind } from '../model.ts';

/** Where a line holds several things, the one a reader looks for names it. */
const rank: Readonly<Record<LineKind, number>> = {
  unaccounted: 0,
  blank: 1,
  footer: 2,
  meta: 3,
  banner: 4,
  date: 5,
  record: 6,
  abstract: 7,
  title: 8,
};

/** The account of a capture's lines while it is being read. Lines count from 0 here, as arrays do. */
export class Ledger {
  readonly #accounts: (LineAccount | undefined)[];

  constructor(lines: number) {
    this.#accounts = Array.from({ length: lines }, () => undefined);
  }

  /** Books a line, unless it is booked as something that matters more. */
  book(line: number, kind: LineKind, reason: string): void {
    const booked = this.#accounts[line];
    if (booked === undefined || rank[kind] > rank[booked.kind]) {
      this.#accounts[line] = { kind, reason };
    }
  }

  /** Books a line whatever it was booked as before. */
  rebook(line: number, kind: LineKind, reason: string): void {
    this.#accounts[line] = { kind, reason };
  }

  /** Books lines as fitting nowhere, whatever they were booked as; blank ones stay blank. */
  disown(first: number, last: number, reason: string): void {
    for (let line = first; line <= last; line++) {
      if (this.kindOf(line) !== 'blank') this.rebook(line, 'unaccounted', reason);
    }
  }

  kindOf(line: number): LineKind | undefined {
    return this.#accounts[line]?.kind;
  }

  /**
   * The account of every line, and one `digest/unaccounted-line` for each that fits nowhere.
   *
   * @param file path for the messages
   * @param otherwise why a line that nobody booked fits nowhere
   */
  close(file: string, otherwise: string): { lines: LineAccount[]; problems: Diagnostic[] } {
    const unbooked: LineAccount = { kind: 'unaccounted', reason: otherwise };
    const lines = this.#accounts.map((account) => account ?? unbooked);
    const problems: Diagnostic[] = [];
    for (const [index, { kind, reason }] of lines.entries()) {
      if (kind !== 'unaccounted') continue;
      const where = { file, line: index + 1, column: 1 };
      problems.push(diagnostic('digest/unaccounted-line', where, { why: reason }));
    }
    return { lines, problems };
  }
}
