/** TOML: arrays of tables, and tables by name. */
import { parse as parseToml, TomlError } from 'smol-toml';
import type { Capture, DigestFormat, ParsedDigest, Recognition, TextRange } from '../model.ts';
import { Collector } from '../records/collector.ts';
import { hasTitle } from '../records/paper.ts';
import { isObject, type JsonObject } from '../records/values.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 100_000;

/** The line that begins a table, and the name of the table. */
const header =
  /^[ \t]{0,20}\[\[?[ \t]{0,9}([\w.\-"' \t]{1,200}?)[ \t]{0,9}\]\]?[ \t]{0,20}(?:#.*)?\r?$/gm;
const titled = /^[ \t]{0,20}["']?(?:[\w-]{0,20}title|name)["']?[ \t]{0,20}=[ \t]{0,20}["']/im;

interface Table extends TextRange {
  readonly name: string;
}

/** The tables that no other one holds, from their header to the next. */
function tablesIn(text: string): Table[] {
  const tables: Table[] = [];
  for (const match of text.matchAll(header)) {
    const name = (match[1] ?? '').replaceAll(/["'\s]/g, '');
    const above = tables.at(-1);
    if (above && name.startsWith(`${above.name}.`)) continue;
    if (above) tables[tables.length - 1] = { ...above, end: match.index };
    tables.push({ name, start: match.index, end: text.length });
  }
  return tables;
}

/** The same value with its dates as texts. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** The table that a piece of a file holds, whatever the names it lies under, or why it cannot be read. */
function tableOf(source: string): JsonObject | string {
  try {
    let value: unknown = plain(parseToml(source.replaceAll(/\r\n?/g, '\n')));
    for (let depth = 0; depth < 8; depth++) {
      const inner: readonly unknown[] = Array.isArray(value)
        ? value
        : isObject(value) && !hasTitle(value)
          ? Object.values(value)
          : [];
      if (inner.length !== 1) break;
      [value] = inner;
    }
    return isObject(value) ? value : 'it is no table';
  } catch (error) {
    return error instanceof TomlError ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  }
}

function recognise({ text }: Capture): Recognition {
  const no: Recognition = { confidence: 0, why: 'no TOML with tables that have titles' };
  const head = text.slice(0, sample);
  if (!titled.test(head) || head.search(header) === -1) return no;
  const [first, second] = tablesIn(head).map(({ start, end }) => tableOf(head.slice(start, end)));
  const papers = [first, second].filter((table) => isObject(table) && hasTitle(table));
  return papers.length === 0 ? no : { confidence: 0.96, why: 'TOML with tables that have titles' };
}

function parse(capture: Capture): ParsedDigest {
  const { file, text } = capture;
  const collector = new Collector(text);
  const { lines } = collector;
  const tables = tablesIn(text);
  for (const { start, end } of tables) {
    const value = tableOf(text.slice(start, end));
    const range = { start, end: start + text.slice(start, end).trimEnd().length };
    if (typeof value === 'string')
      collector.fault(`is not valid TOML (${value}); mend it and add the file again`, range);
    else if (hasTitle(value)) collector.add(value, range);
    else collector.other('a table without a title', range);
  }
  const top = lines.table.lineOf(tables[0]?.start ?? 0);
  lines.other('banner', 'what the file says before its tables', [1, top]);
  return collector.digest(file, 'it belongs to no table', 'toml', recognise(capture).why);
}

/** TOML with tables of papers. */
export const toml: DigestFormat = {
  id: 'toml',
  label: 'TOML tables',
  from: 'site data, scripts',
  recognise,
  parse,
};
