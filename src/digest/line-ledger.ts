/** The account of a capture's lines while it is being read: what each is taken for, and why. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { blankLine } from './account.ts';
import { firstVisible } from './lines.ts';
import type { LineAccount, LineKind } from './model.ts';

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

interface Booking {
  readonly kind: LineKind;
  readonly why: string;
}

const blank: Booking = { kind: 'blank', why: 'white space only' };

/** Lines count from 0 here, as arrays do; those of white space are booked as blank from the beginning. */
export class LineLedger {
  readonly #lines: readonly string[];
  readonly #bookings: (Booking | undefined)[];

  /** @param lines of the capture, without their endings */
  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#bookings = lines.map((line) => (firstVisible(line) === line.length ? blank : undefined));
  }

  /** Books a line, unless it is booked as something that matters more. */
  book(line: number, kind: LineKind, why: string): void {
    const booked = this.#bookings[line]?.kind;
    if (booked === undefined || rank[kind] > rank[booked]) this.#bookings[line] = { kind, why };
  }

  /** Books lines whatever they were booked as; blank ones stay blank. */
  rebook(first: number, last: number, kind: LineKind, why: string): void {
    for (let line = first; line <= last; line++)
      if (this.#bookings[line] !== blank) this.#bookings[line] = { kind, why };
  }

  /**
   * The account of every line, and one `digest/unaccounted-line` for each that fits nowhere.
   *
   * @param file path for the messages
   * @param otherwise why a line that nobody booked fits nowhere
   */
  close(
    file: string,
    otherwise: (line: string) => string,
  ): { lines: LineAccount[]; problems: Diagnostic[] } {
    const problems: Diagnostic[] = [];
    const lines = this.#lines.map((line, at): LineAccount => {
      const booking = this.#bookings[at];
      if (booking === blank) return blankLine;
      const { kind, why } = booking ?? { kind: 'unaccounted' as const, why: otherwise(line) };
      if (kind === 'unaccounted') {
        const where = { file, line: at + 1, column: firstVisible(line) + 1 };
        problems.push(diagnostic('digest/unaccounted-line', where, { why }));
      }
      return { kind, reason: `${kind}: ${why}` };
    });
    return { lines, problems };
  }
}
