import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { firstVisible } from '../lines.ts';
import type { LineAccount, LineKind } from '../model.ts';
import { LineTable, type Position } from './line-table.ts';

/** What is between the records of a structured file, or around them. */
export type OtherKind = Exclude<LineKind, 'record' | 'blank' | 'unaccounted'>;

const blank: LineAccount = { kind: 'blank', reason: 'blank: white space only' };

/** Records with the same fault, one after the other: they make one message. */
interface Fault {
  readonly why: string;
  readonly where: Position;
  readonly from: number;
  to: number;
}

/**
 * The account of the lines of a structured file: which records a line holds parts of, or what else it is.
 * Lines and records count from 1.
 */
export class RecordLines {
  readonly table: LineTable;
  readonly #text: string;
  /** First and last record that a line holds a part of; 0 for none. */
  readonly #first: Uint32Array;
  readonly #last: Uint32Array;
  /** Index of what else a line is; 0 for nothing. */
  readonly #other: Uint16Array;
  readonly #others: LineAccount[] = [{ kind: 'unaccounted', reason: '' }];
  readonly #known = new Map<string, number>();
  readonly #faults: Fault[] = [];

  constructor(text: string) {
    this.#text = text;
    this.table = new LineTable(text);
    this.#first = new Uint32Array(this.table.count + 1);
    this.#last = new Uint32Array(this.table.count + 1);
    this.#other = new Uint16Array(this.table.count + 1);
  }

  /** Books lines as parts of a record. Records are booked in their order. */
  record(number: number, [from, to]: readonly [number, number]): void {
    for (let line = from; line <= to && line <= this.table.count; line++) {
      if (this.#first[line] === 0) this.#first[line] = number;
      this.#last[line] = number;
    }
  }

  /** Books lines that no record has a part in. */
  other(kind: OtherKind, reason: string, [from, to]: readonly [number, number]): void {
    this.#book({ kind, reason: `${kind}: ${reason}` }, from, to);
  }

  /**
   * Books a part of the file that could not be used, and reports it. Faults of the same kind that follow
   * on one another are one message, at the first of them.
   *
   * @param number of the record that it would be
   * @param why continues "This line fits nowhere: record 4 …"
   */
  fault(number: number, why: string, start: number, end: number): void {
    const where = this.table.positionOf(start);
    const to = this.table.lineOf(Math.max(start, end - 1));
    this.#book(
      { kind: 'unaccounted', reason: `unaccounted: a record that ${why}` },
      where.line,
      to,
    );
    const previous = this.#faults.at(-1);
    if (previous?.why === why && previous.to === number - 1) previous.to = number;
    else this.#faults.push({ why, where, from: number, to: number });
  }

  #book(account: LineAccount, from: number, to: number): void {
    let index = this.#known.get(account.reason);
    if (index === undefined) {
      // Reasons quote what they are about; a file that is nothing but faults has no need of all of them.
      if (this.#others.length > 60_000) index = this.#others.length - 1;
      else {
        index = this.#others.push(account) - 1;
        this.#known.set(account.reason, index);
      }
    }
    for (let line = from; line <= to && line <= this.table.count; line++) {
      if (this.#other[line] === 0) this.#other[line] = index;
    }
  }

  /**
   * The account of every line, and the problems.
   *
   * @param file path for the messages
   * @param otherwise why a line that nobody booked fits nowhere
   */
  close(file: string, otherwise: string): { lines: LineAccount[]; problems: Diagnostic[] } {
    const lines: LineAccount[] = [];
    const problems = this.#faults.map(({ why, where, from, to }) =>
      diagnostic(
        'digest/unaccounted-line',
        { file, ...where },
        {
          why: `${from === to ? `record ${String(from)}` : `records ${String(from)} to ${String(to)}`} ${why}`,
        },
      ),
    );
    let shared: LineAccount = blank;
    let of: readonly [number, number] = [0, 0];
    for (let line = 1; line <= this.table.count; line++) {
      const end = this.table.endOf(line);
      const first = this.#first[line] ?? 0;
      const last = this.#last[line] ?? 0;
      const other = this.#other[line] ?? 0;
      if (firstVisible(this.#text, this.table.startOf(line), end) === end) lines.push(blank);
      else if (first > 0) {
        if (of[0] !== first || of[1] !== last) {
          of = [first, last];
          const which =
            first === last
              ? `record ${String(first)}`
              : `records ${String(first)} to ${String(last)}`;
          shared = { kind: 'record', reason: `record: part of ${which}` };
        }
        lines.push(shared);
      } else if (other > 0) lines.push(this.#others[other] ?? blank);
      else {
        lines.push({ kind: 'unaccounted', reason: `unaccounted: ${otherwise}` });
        problems.push(
          diagnostic('digest/unaccounted-line', { file, line, column: 1 }, { why: otherwise }),
        );
      }
    }
    return { lines, problems };
  }
}
