/** Tables with a header row: CSV, semicolons, tabs. */
import type { Recognition, TextRange } from '../model.ts';
import { recordFormat } from '../records/record-format.ts';
import { plainName, rolesOf, type Role } from '../records/roles.ts';
import type { JsonObject } from '../records/values.ts';
import { readTable, type TableRow, type TableWriting } from '../records/table-rows.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 100_000;

const delimiters = [',', ';', '\t', '|'] as const;
const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** Excel's first line that names the separator. */
const separatorLine = /^sep=(.)\n/i;

/** A line with two delimiters at least, and none of a Markdown table. */
const mayBeHeader = /^(?!\s*\|)[^,;\t|]{0,200}([,;\t|])[^,;\t|]{0,200}\1/;

/** What the first rows tell of a table. */
interface Shape {
  readonly writing: TableWriting;
  readonly header: TableRow;
  /** The rows have as many cells as there are names. */
  readonly even: boolean;
  /** There is a row besides the header. */
  readonly more: boolean;
  /** Columns whose name is known. */
  readonly known: number;
}

/** How many rows are looked at. */
const looked = 30;

/** A BOM would be part of the first name; the lines stay as many as before. */
function evened(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
}

/** Whether every row of a sample has as many cells as the first. */
function isEven(rows: readonly TableRow[]): boolean {
  return rows.slice(1).every(({ cells }) => cells.length === rows[0]?.cells.length);
}

/** The first rows; tables with tabs often have quotes that mean nothing. */
function firstRows(
  text: string,
  writing: TableWriting,
): readonly [TableWriting, readonly TableRow[]] {
  const { rows } = readTable(text, writing, looked);
  if (writing.delimiter !== '\t' || isEven(rows)) return [writing, rows];
  const bare = { ...writing, quotes: false };
  const unquoted = readTable(text, bare, looked).rows;
  return isEven(unquoted) ? [bare, unquoted] : [writing, rows];
}

function shapeWith(
  text: string,
  delimiter: string,
  before: number,
  above: boolean,
): Shape | undefined {
  const [writing, rows] = firstRows(text, { delimiter, before, quotes: true });
  const [header] = rows;
  if (header === undefined || header.cells.some((cell) => cell.length > 80)) return undefined;
  // A remark, or a heading of Markdown.
  if (header.cells[0]?.startsWith('#') === true) return undefined;
  const roles = header.cells.map((cell) => rolesOf(plainName(cell)));
  const has = (role: Role, below: number): boolean =>
    roles.some((found) => found.some((known) => known.role === role && known.rank < below));
  // A column called `name`, as Notion's first always is, may hold anything: others tell.
  const ofPapers = has('authors', 2) || has('arxiv', 1) || has('doi', 1);
  if (!has('title', ofPapers ? 3 : 2)) return undefined;
  const known = roles.filter((found) => found.length > 0).length;
  // What stands above a header may be anything, so the header must be one beyond doubt.
  if (above && (known < 3 || known * 2 < header.cells.length)) return undefined;
  return { writing, header, even: isEven(rows.slice(0, 3)), more: rows.length > 1, known };
}

/** Whether a line names so many columns that are known: a look that costs less than reading the table. */
function namesColumns(line: string, among: readonly string[], least: number): boolean {
  const cells = (delimiter: string): string[] => line.slice(0, 2000).split(delimiter);
  return among.some(
    (delimiter) =>
      cells(delimiter).filter((cell) => rolesOf(plainName(cell)).length > 0).length >= least,
  );
}

const firstWords = (lines: readonly string[], from: number): string =>
  lines.find((line, index) => index >= from && line.trim() !== '') ?? '';

/** How many lines may stand above the names of the columns: who exported it, when, in answer to what. */
const mostAbove = 20;

function shapeOf(text: string): Shape | undefined {
  const said = separatorLine.exec(text)?.[1];
  const before = said === undefined ? 0 : 1;
  const known = said === undefined ? delimiters : [said];
  const lines = text.split('\n', mostAbove + before);
  const best = (line: number, above: boolean): Shape | undefined =>
    known
      .filter((delimiter) => namesColumns(firstWords(lines, line), [delimiter], 1))
      .flatMap((delimiter) => shapeWith(text, delimiter, line, above) ?? [])
      .toSorted((a, b) => b.known - a.known || b.header.cells.length - a.header.cells.length)
      .at(0);
  const first = best(before, false);
  if (first !== undefined) return first;
  for (const [line, words] of lines.entries()) {
    if (line <= before || !mayBeHeader.test(words) || !namesColumns(words, known, 3)) continue;
    const found = best(line, true);
    if (found?.even === true) return found;
  }
  return undefined;
}

/** The line under the head of a table in Markdown. */
const isTableRule = (line: string): boolean =>
  line.length < 400 && /^[\s|:-]{5,400}$/.test(line) && line.includes('--') && line.includes('|');

function recognise(start: string, isWhole: boolean): Recognition | string {
  const no = 'its first line is no row of column names with a title among them';
  if (/^[\ufeff\s]{0,100}[[{<@|>]/.test(start.slice(0, 200))) return no;
  if (start.split('\n', 400).some(isTableRule)) return no;
  const head = evened(start);
  const shape = shapeOf(isWhole ? head : head.slice(0, head.lastIndexOf('\n') + 1));
  if (shape === undefined) return no;
  const { header, known, writing, even, more } = shape;
  const columns = header.cells.length;
  if (columns < 2) {
    return header.cells.join('').trim().toLowerCase() === 'title' && more
      ? { confidence: 0.4, why: 'a first line `title`' }
      : no;
  }
  const by = delimiterNames[writing.delimiter] ?? `\`${writing.delimiter}\``;
  const why = `${String(columns)} columns parted by ${by}, ${String(known)} of them with names of a paper's facts`;
  if (known > 1 && even) return { confidence: 0.95, why };
  return { confidence: known > 1 || even ? 0.6 : 0.2, why };
}

/** Names of the columns; one without a name, or with another's, is called by its number. */
function columnNames(header: TableRow): string[] {
  const names = new Set<string>();
  for (const [index, cell] of header.cells.entries()) {
    const name = cell.trim();
    names.add(name === '' || names.has(name) ? `column ${String(index + 1)}` : name);
  }
  return [...names];
}

const unclosed = 'has a quote that is never closed; close it and add the file again';

/** Tables whose first row names the columns, a title among them. */
export const csv = recordFormat({
  id: 'csv',
  label: 'CSV or TSV table',
  from: 'Zotero, Notion, IEEE Xplore, Scholar, spreadsheets; any delimiter, also under lines of its own',
  sample,
  recognise,
  collect({ text }, collector) {
    const { table, banner } = collector;
    const even = evened(text);
    const start = even.length > sample ? even.slice(0, even.lastIndexOf('\n', sample) + 1) : even;
    const shape = shapeOf(start);
    if (shape === undefined) return 'no row of column names stands above it';
    const { writing, header } = shape;
    const names = columnNames(header);
    banner.push(names.join(', '));
    collector.book('banner', 'names of the columns', header.lines);
    const { rows, broken } = readTable(even, writing);
    const rangeOf = (from: number, to: number): TextRange => ({
      start: table.startOf(from),
      end: Math.max(table.endOf(to), table.startOf(from) + 1),
    });
    const recordOf = (cells: readonly string[]): JsonObject =>
      Object.fromEntries(
        cells.flatMap((cell, index) =>
          cell.trim() === '' ? [] : [[names[index] ?? `column ${String(index + 1)}`, cell]],
        ),
      );
    const isCut = /[^\n]$/.test(even) && isEven(rows.slice(0, -1));
    const last = rows.at(-1);
    // A quote that is open at the end is that of the cell in which the file ends.
    const behind = broken.filter((line) => line > (last?.lines[0] ?? 0));
    const open = isCut && behind.length === 1 ? behind[0] : undefined;
    const faults = broken
      .filter((line) => line !== open)
      .map((line) => ({ cells: [], lines: [line, line] as const }));
    const all = [...rows.slice(1), ...faults].toSorted((a, b) => a.lines[0] - b.lines[0]);
    for (const row of all) {
      const {
        cells,
        lines: [from, to],
      } = row;
      const range = rangeOf(from, to);
      if (cells.length === 0) collector.fault(unclosed, range);
      else if (row === last && isCut && cells.length < header.cells.length)
        collector.addCut(recordOf(cells.slice(0, -1)), range, 'is cut off');
      else collector.add(recordOf(cells), range);
    }
    if (open !== undefined) {
      const closed = readTable(`${even.slice(table.startOf(open))}"`, {
        ...writing,
        before: 0,
      }).rows;
      const cells = closed.length === 1 ? closed[0]?.cells.slice(0, -1) : [];
      collector.addCut(recordOf(cells ?? []), rangeOf(open, table.count), unclosed);
    }
    return 'it is no row of the table';
  },
});
