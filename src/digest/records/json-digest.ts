import type { Capture, FieldAccount, ParsedDigest, StatedDate } from '../model.ts';
import { readDate } from '../date.ts';
import { Collector } from './collector.ts';
import { JsonRecords } from './json-records.ts';
import type { Reading } from './paper.ts';
import { plainName } from './roles.ts';

const dayFields = new Set(['date', 'day', 'digestdate']);

/** The day that a field around the records states: `"date": "2025-03-11"`. */
function statedDate(text: string, line: number): StatedDate | undefined {
  const value = text.replace(/^"|"$/g, '');
  const read = readDate(value);
  return read && !read.span ? { text: value, ...read.day, line } : undefined;
}

/**
 * Reads a JSON file that holds records of papers, wherever in it they lie.
 *
 * @param format id of the format
 * @param why see `ParsedDigest.why`
 */
export function parseJson(
  capture: Capture,
  format: string,
  why: string,
  reading: Reading = {},
): ParsedDigest {
  const { file, text } = capture;
  const collector = new Collector(text, reading);
  const records = new JsonRecords(capture, collector);
  records.collect();
  const { lines } = collector;
  const { count } = lines.table;
  const dates: StatedDate[] = [];
  const banner: string[] = [];
  const around: FieldAccount[] = [];
  if (collector.count > 0) {
    const top = lines.table.lineOf(records.first);
    const end = lines.table.lineOf(records.last - 1);
    lines.other('banner', 'what the file says before its records', [1, top]);
    lines.other('footer', 'what the file says after its records', [end, count]);
    lines.other('meta', 'what stands between records', [top, end]);
  }
  for (const { key, start, end } of records.wrapper) {
    const said = text.slice(start, Math.min(end, start + 300));
    if (start < records.first) banner.push(`${key}: ${said.replace(/^"|"$/g, '')}`);
    const date = dayFields.has(plainName(key))
      ? statedDate(said, lines.table.lineOf(start))
      : undefined;
    if (date) dates.push(date);
    around.push({ field: key, records: 0, used: date !== undefined });
  }
  const otherwise = records.cut
    ? 'the JSON ends in the middle, and no record in it is whole'
    : 'it belongs to no object with a title';
  const { fields, ...read } = collector.close(file, otherwise);
  return { format, why, dates, banner, ...read, fields: [...around, ...fields] };
}
