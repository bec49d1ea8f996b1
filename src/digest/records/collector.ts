import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { blankLine } from '../account.ts';
import { firstVisible, trimLine } from '../lines.ts';
import type {
  Capture,
  CapturedPaper,
  FieldAccount,
  LineAccount,
  LineKind,
  ParsedDigest,
  StatedDate,
  TextRange,
} from '../model.ts';
import { fieldsOfObject } from './candidates.ts';
import { FieldLedger } from './field-ledger.ts';
import { LineTable, type Position } from './line-table.ts';
import { isTitled, readRecord, type Reading } from './paper.ts';
import type { JsonObject } from './values.ts';

/** What is between the records of a structured file, or around them. */
export type OtherKind = Exclude<LineKind, 'record' | 'blank' | 'unaccounted'>;

/** First and last line, counted from 1. */
type Lines = readonly [number, number];

/** Records with the same fault, one after the other: they make one message. */
interface Fault {
  readonly why: string;
  readonly where: Position;
  readonly from: number;
  to: number;
}

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, 6).map((name) => `\`${name.slice(0, 40)}\``);
  return names.length > 6 ? `${shown.join(', ')} …` : shown.join(', ');
};

const several = (from: number, to: number): string =>
  from === to ? `record ${String(from)}` : `records ${String(from)} to ${String(to)}`;

/** What stands around the records, by where it stands. */
const surroundings = {
  banner: 'what the file says before its records',
  meta: 'what stands between records',
  footer: 'what the file says after its records',
} as const;

/** Whether a line may stand before, between or behind the records. */
export type Fits = (kind: keyof typeof surroundings, line: string) => boolean;

/** Collects the records of a structured file, in their order, and accounts for its lines and fields. */
export class Collector {
  readonly table: LineTable;
  readonly dates: StatedDate[] = [];
  readonly banner: string[] = [];
  /** Accounts of fields that stand around the records. */
  readonly outside: FieldAccount[] = [];
  readonly #file: string;
  readonly #text: string;
  readonly #reading: Reading;
  readonly #fields = new FieldLedger();
  readonly #papers: CapturedPaper[] = [];
  readonly #records: TextRange[] = [];
  /** What a line is that no paper has a part in, by its number. */
  readonly #others: (LineAccount | undefined)[] = [];
  readonly #faults: Fault[] = [];
  readonly #notices: Diagnostic[] = [];
  /** Lines from the first record to the last one, papers or not. */
  #extent: Lines | undefined;

  constructor({ file, text }: Capture, reading: Reading = {}) {
    this.#file = file;
    this.#text = text;
    this.#reading = reading;
    this.table = new LineTable(text);
  }

  /** Number of records so far, those that could not be read included. */
  get count(): number {
    return this.#records.length;
  }

  /** Lines of a range. */
  #linesOf({ start, end }: TextRange): Lines {
    const lines = [this.table.lineOf(start), this.table.lineOf(Math.max(start, end - 1))] as const;
    this.#extent = [this.#extent?.[0] ?? lines[0], Math.max(this.#extent?.[1] ?? 0, lines[1])];
    return lines;
  }

  /**
   * Takes in a record; one without a title is reported.
   *
   * @param source the record with its fields as the file has them
   * @param fields what they say, if their names do not tell it
   * @returns whether it is a paper
   */
  add(source: JsonObject, range: TextRange, fields = fieldsOfObject(source)): boolean {
    const { paper, used } = this.#reading.own?.(source) ?? readRecord(fields, this.#reading);
    this.#fields.add(source);
    this.#fields.use(used);
    if (!paper) {
      const names = Object.keys(source);
      const has = names.length === 0 ? 'it is empty' : `it has ${listed(names)}`;
      this.fault(`has no title: ${has}; give it one in its source and add the file again`, range);
      return false;
    }
    const { start, end } = range;
    const record = this.#records.push({ start, end });
    this.#papers.push({ ...paper, lines: this.#linesOf(range), record });
    return true;
  }

  /**
   * Takes in what is complete of a record that the file ends in, with a notice.
   *
   * @param why what is reported if that makes no paper
   */
  addCut(source: JsonObject, range: TextRange, why: string, fields = fieldsOfObject(source)): void {
    if (!isTitled(fields)) this.fault(why, range);
    else if (this.add(source, range, fields)) this.cutOff(range);
  }

  /** Reports that the file ends inside a record, of which what is complete was read. */
  cutOff({ start, end }: TextRange): void {
    const where = { file: this.#file, ...this.table.positionOf(Math.max(start, end - 1)) };
    this.#notices.push(diagnostic('digest/cut-off', where, { count: this.#records.length }));
  }

  /** Books something with the form of a record that is none of a paper. */
  other(what: string, range: TextRange): void {
    this.book('meta', what, this.#linesOf(range));
  }

  /**
   * Reports a record that cannot be read. Faults of the same kind that follow on one another are one message, at
   * the first of them.
   *
   * @param why continues "This line fits nowhere: record 4 …"
   */
  fault(why: string, range: TextRange): void {
    const { start, end } = range;
    const number = this.#records.push({ start, end });
    this.#book(
      { kind: 'unaccounted', reason: `unaccounted: a record that ${why}` },
      this.#linesOf(range),
    );
    const previous = this.#faults.at(-1);
    if (previous?.why === why && previous.to === number - 1) previous.to = number;
    else {
      const where = this.table.positionOf(start);
      this.#faults.push({ why, where, from: number, to: number });
    }
  }

  /** Books lines that no record has a part in, unless they are booked. */
  book(kind: OtherKind, reason: string, lines: Lines): void {
    this.#book({ kind, reason: `${kind}: ${reason}` }, lines);
  }

  #book(account: LineAccount, [from, to]: Lines): void {
    for (let line = from; line <= Math.min(to, this.table.count); line++)
      this.#others[line] ??= account;
  }

  /** The text of a line, without the white space at its ends. */
  lineText(line: number): string {
    return trimLine(this.#text.slice(this.table.startOf(line), this.table.endOf(line)));
  }

  /** Books what stands before, between and behind the records. */
  #around(fits: Fits): void {
    if (this.#extent === undefined) return;
    const [first, last] = this.#extent;
    for (let line = 1; line <= this.table.count; line++) {
      if (this.#others[line] !== undefined) continue;
      const kind = line <= first ? 'banner' : line > last ? 'footer' : 'meta';
      if (fits(kind, this.lineText(line))) this.book(kind, surroundings[kind], [line, line]);
    }
  }

  /** The accounts of lines that papers have a part in, by the line's number. */
  #recordLines(): (LineAccount | undefined)[] {
    const accounts: (LineAccount | undefined)[] = [];
    let low = 0;
    let high = -1;
    let account: LineAccount | undefined;
    for (let line = 1; line <= this.table.count; line++) {
      const [before, after] = [low, high];
      while (line > (this.#papers[low]?.lines[1] ?? Infinity)) low++;
      while (line >= (this.#papers[high + 1]?.lines[0] ?? Infinity)) high++;
      if (low !== before || high !== after) account = undefined;
      if (low > high) continue;
      account ??= {
        kind: 'record',
        reason: `record: part of ${several(this.#papers[low]?.record ?? 0, this.#papers[high]?.record ?? 0)}`,
      };
      accounts[line] = account;
    }
    return accounts;
  }

  /**
   * Everything that the file says.
   *
   * @param otherwise why a line that nobody booked fits nowhere
   * @param fits see there
   */
  close(otherwise: string, fits: Fits = () => true): Omit<ParsedDigest, 'format' | 'why'> {
    this.#around(fits);
    const problem = (where: Position, why: string): Diagnostic =>
      diagnostic('digest/unaccounted-line', { file: this.#file, ...where }, { why });
    const problems = this.#faults.map(({ why, where, from, to }) =>
      problem(where, `${several(from, to)} ${why}`),
    );
    const lost: LineAccount = { kind: 'unaccounted', reason: `unaccounted: ${otherwise}` };
    const records = this.#recordLines();
    const lines = Array.from({ length: this.table.count }, (_, index) => {
      const line = index + 1;
      const end = this.table.endOf(line);
      if (firstVisible(this.#text, this.table.startOf(line), end) === end) return blankLine;
      const account = records[line] ?? this.#others[line];
      if (!account) problems.push(problem({ line, column: 1 }, otherwise));
      return account ?? lost;
    });
    return {
      dates: this.dates,
      banner: this.banner,
      papers: this.#papers,
      lines,
      fields: [...this.outside, ...this.#fields.accounts()],
      records: this.#records,
      problems: [...problems, ...this.#notices],
    };
  }
}
