/** TOML: arrays of tables, and tables by name. */
import { parse as parseToml, TomlError } from 'smol-toml';
import type { TextRange } from '../model.ts';
import { collectRecords, type Member } from '../records/find-records.ts';
import { hasTitle } from '../records/paper.ts';
import { recordFormat } from '../records/record-format.ts';
import { isObject, type Reading } from '../records/values.ts';

/** The line that begins a table, and the name of the table. */
const header =
  /^[ \t]{0,20}\[\[?[ \t]{0,9}([\w.\-"' \t]{1,200}?)[ \t]{0,9}\]\]?[ \t]{0,20}(?:#.*)?\r?$/gm;
const titled = /^[ \t]{0,20}["']?(?:[\w-]{0,20}title|name)["']?[ \t]{0,20}=[ \t]{0,20}["']/im;

/** The tables that no other one holds, from their header to the next. */
function tablesIn(text: string): Member[] {
  const tables: { readonly name: string; readonly start: number }[] = [];
  for (const match of text.matchAll(header)) {
    const name = (match[1] ?? '').replaceAll(/["'\s]/g, '');
    const above = tables.at(-1);
    if (!(above && name.startsWith(`${above.name}.`))) tables.push({ name, start: match.index });
  }
  return tables.map(({ start }, at) => {
    const source = text.slice(start, tables[at + 1]?.start);
    return { kind: 'object', start, end: start + source.trimEnd().length };
  });
}

/** The same value with its dates as texts. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** The table that a piece of a file holds, whatever the names it lies under, or why it cannot be read. */
function tableOf(source: string): Reading {
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
    return { ok: true, value };
  } catch (error) {
    const why = error instanceof TomlError ? error.message.split('\n', 1)[0] : error;
    return { ok: false, why: `is not valid TOML (${String(why)})` };
  }
}

/** TOML with tables of papers. */
export const toml = recordFormat({
  id: 'toml',
  label: 'TOML tables',
  from: 'site data, scripts',
  sample: 100_000,
  recognise(head) {
    const papers = (titled.test(head) ? tablesIn(head) : [])
      .slice(0, 2)
      .filter(({ start, end }) => {
        const table = tableOf(head.slice(start, end));
        return table.ok && isObject(table.value) && hasTitle(table.value);
      });
    return papers.length === 0
      ? 'no TOML with tables that have titles'
      : { confidence: 0.96, why: 'TOML with tables that have titles' };
  },
  collect(capture, collector) {
    const { text } = capture;
    const members = (table?: TextRange): Member[] => (table ? [] : tablesIn(text));
    const read = ({ start, end }: TextRange): Reading => tableOf(text.slice(start, end));
    return collectRecords(capture, { keyed: true, members, read }, collector);
  },
});
