import type {
  CapturedPaper,
  FieldAccount,
  LineAccount,
  ParsedDigest,
  TextRange,
} from '../model.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { FieldLedger } from './field-ledger.ts';
import { hasTitle, readRecord, type Reading } from './paper.ts';
import { RecordLines } from './record-lines.ts';
import type { JsonObject } from './values.ts';

/** Where a record stands in the text. */
export type Range = TextRange;

/** What a structured file says, without what its format adds. */
export interface Collected {
  readonly papers: readonly CapturedPaper[];
  readonly lines: readonly LineAccount[];
  readonly fields: readonly FieldAccount[];
  readonly records: readonly TextRange[];
  readonly problems: readonly Diagnostic[];
}

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, 6).map((name) => `\`${name.slice(0, 40)}\``);
  return names.length > 6 ? `${shown.join(', ')} …` : shown.join(', ');
};

/** Collects the records of a structured file, in their order, and accounts for its lines and fields. */
export class Collector {
  readonly lines: RecordLines;
  readonly #fields = new FieldLedger();
  readonly #papers: CapturedPaper[] = [];
  readonly #records: TextRange[] = [];
  readonly #reading: Reading;
  readonly #notices: Diagnostic[] = [];

  constructor(text: string, reading: Reading = {}) {
    this.lines = new RecordLines(text);
    this.#reading = reading;
  }

  /** Number of records so far, those that could not be read included. */
  get count(): number {
    return this.#records.length;
  }

  /**
   * Takes in a record; one without a title is reported.
   *
   * @param source the record with its fields as the file has them, if they are others
   * @returns whether it is a paper
   */
  add(record: JsonObject, { start, end }: Range, source: JsonObject = record): boolean {
    const { paper, used } = readRecord(record, this.#reading);
    this.#fields.add(source);
    const { origins } = this.#reading;
    this.#fields.use(origins ? [...used].flatMap((path) => origins[path] ?? [path]) : used);
    if (!paper) {
      const names = Object.keys(source);
      const has = names.length === 0 ? 'it is empty' : `it has ${listed(names)}`;
      this.fault(`has no title: ${has}; give it one in its source and add the file again`, {
        start,
        end,
      });
      return false;
    }
    const number = this.#records.push({ start, end });
    const { table } = this.lines;
    const lines = [table.lineOf(start), table.lineOf(Math.max(start, end - 1))] as const;
    this.lines.record(number, lines);
    this.#papers.push({ ...paper, lines, record: number });
    return true;
  }

  /**
   * Takes in what is complete of a record that the file ends in, with a notice.
   *
   * @param why what is reported if that makes no paper
   */
  addCut(file: string, record: JsonObject | undefined, range: Range, why: string): void {
    if (record === undefined || !hasTitle(record)) this.fault(why, range);
    else if (this.add(record, range)) this.cutOff(file, range);
  }

  /** Reports that the file ends inside a record, of which what is complete was read. */
  cutOff(file: string, { start, end }: Range): void {
    const where = this.lines.table.positionOf(Math.max(start, end - 1));
    this.#notices.push(diagnostic('digest/cut-off', { file, ...where }, { count: this.count }));
  }

  /** Books something with the form of a record that is none of a paper. */
  other(what: string, { start, end }: Range): void {
    const { table } = this.lines;
    this.lines.other('meta', what, [table.lineOf(start), table.lineOf(Math.max(start, end - 1))]);
  }

  /** Reports a record that cannot be read. */
  fault(why: string, { start, end }: Range): void {
    this.lines.fault(this.#records.push({ start, end }), why, start, end);
  }

  /**
   * @param file path for the messages
   * @param otherwise why a line that nobody booked fits nowhere
   */
  close(file: string, otherwise: string): Collected {
    const { lines, problems } = this.lines.close(file, otherwise);
    return {
      papers: this.#papers,
      lines,
      fields: this.#fields.accounts(),
      records: this.#records,
      problems: [...problems, ...this.#notices],
    };
  }

  /** The same as a digest without dates and banner. */
  digest(file: string, otherwise: string, format: string, why: string): ParsedDigest {
    return { format, why, dates: [], banner: [], ...this.close(file, otherwise) };
  }
}
