import { CsvError, parse, type InfoRecord } from 'csv-parse/sync';

/** A row of a table and the lines it takes, counted from 1. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly lines: readonly [number, number];
}

/** Rows of a table, and where one could not be read. */
export interface TableRows {
  readonly rows: readonly TableRow[];
  /** First line of a row with a quote that is never closed. */
  readonly broken: readonly number[];
}

interface WithInfo {
  readonly record: string[];
  readonly info: InfoRecord;
}

/** A table in which more quotes than this are left open is read without regard to quotes. */
const mostBroken = 4;

/** How a table is written. */
export interface TableWriting {
  readonly delimiter: string;
  /** Number of lines before its first row. */
  readonly before: number;
  /** Whether quotes enclose cells. */
  readonly quotes: boolean;
}

interface Settings extends Pick<TableWriting, 'delimiter' | 'quotes'> {
  /** Number of rows to read. */
  readonly to?: number | undefined;
}

/** @throws {CsvError} where a quote is left open */
function parseTable(text: string, { delimiter, quotes, to }: Settings): readonly WithInfo[] {
  const options = {
    delimiter,
    quote: quotes ? '"' : null,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: '\n',
    ...(to !== undefined && { to }),
  } as const;
  // With `info` the parser wraps its rows, which its types do not say.
  const rows: unknown = parse(text, options);
  return Array.isArray(rows) ? rows.filter(isWithInfo) : [];
}

function isWithInfo(value: unknown): value is WithInfo {
  return typeof value === 'object' && value !== null && 'record' in value && 'info' in value;
}

function rowsOf(parsed: readonly WithInfo[], before: number): TableRow[] {
  const rows: TableRow[] = [];
  let line = before;
  for (const { record, info } of parsed) {
    const end = before + info.lines;
    if (record.length > 1 || /\S/.test(record[0] ?? '')) {
      rows.push({ cells: record, lines: [line + 1, end] });
    }
    line = end;
  }
  return rows;
}

/**
 * Reads a table.
 *
 * @param text with `\n` for line ends
 * @param most number of rows to read
 */
export function readTable(text: string, writing: TableWriting, most?: number): TableRows {
  const { delimiter, before } = writing;
  const rows: TableRow[] = [];
  const broken: number[] = [];
  // A table may have more rows than a call can take arguments.
  const add = (more: readonly TableRow[]): void => {
    for (const row of more) rows.push(row);
  };
  let start = 0;
  for (let line = 0; line < before; line++) start = text.indexOf('\n', start) + 1;
  let line = before;
  for (;;) {
    const rest = text.slice(start);
    const settings = { delimiter, quotes: writing.quotes && broken.length < mostBroken, to: most };
    try {
      add(rowsOf(parseTable(rest, settings), line));
      return { rows, broken };
    } catch (error) {
      if (!(error instanceof CsvError) || !settings.quotes)
        return { rows, broken: [...broken, line + 1] };
      const whole = Number(error['records'] ?? 0);
      const good = whole > 0 ? rowsOf(parseTable(rest, { ...settings, to: whole }), line) : [];
      add(good);
      const next = good.at(-1)?.lines[1] ?? line;
      broken.push(next + 1);
      // Goes on behind the first line of the broken row.
      for (; line <= next; line++) {
        const end = text.indexOf('\n', start);
        if (end === -1) return { rows, broken };
        start = end + 1;
      }
    }
  }
}
