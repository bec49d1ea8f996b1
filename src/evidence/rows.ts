/** A capture as rows to show: its lines, and where lines do not tell papers apart, its records. Pure. */
import { eachLine } from '../digest/lines.ts';
import type { CapturedPaper, ParsedDigest, TextRange } from '../digest/model.ts';
import { withoutPrivate } from '../digest/wrapping/private.ts';
import { withPictures } from '../text/control-pictures.ts';

export interface Row {
  /** Its line or its record, as {@link Shown} says, counted from 1; 0 before the first record. */
  readonly number: number;
  /** Whether the line or record begins with it: one that is long has several rows. */
  readonly begins: boolean;
  readonly text: string;
}

/** A capture that is held. */
export interface Held extends Pick<ParsedDigest, 'records'> {
  readonly text: string;
  readonly papers: readonly Pick<CapturedPaper, 'lines' | 'record'>[];
}

/** How a capture is shown, as much of it as links need. */
export interface Shown {
  /** For each part, the first line or record that begins in it. */
  readonly starts: readonly number[];
  /** Numbers are those of records. */
  readonly records?: true;
}

/** Most characters of a row: of a longer line nobody sees the end. */
const longestRow = 2_000;

/** A part has at most so many characters or rows; from three quarters on it ends where a paper does. */
const partCharacters = 60_000;
const partRows = 1_000;

/** Whether a line holds the beginnings of two papers: then lines do not tell them apart. */
export function isCrowded(papers: Held['papers']): boolean {
  const firsts = new Set<number>();
  return papers.some(({ lines: [first], record }) => {
    if (record !== undefined && firsts.has(first)) return true;
    firsts.add(first);
    return false;
  });
}

/** Where rows begin within lines, in order: at records, if those are counted. */
const startsOf = (records: readonly TextRange[]): readonly (readonly [number, number])[] =>
  records.map(({ start }, at) => [start, at + 1] as const).toSorted(([a], [b]) => a - b);

/** Cuts a stretch of a line into rows. */
function* pieces(text: string, number: number, begins: boolean): Generator<Row> {
  for (let at = 0; at === 0 || at < text.length; at += longestRow)
    yield { number, begins: begins && at === 0, text: text.slice(at, at + longestRow) };
}

/**
 * The rows of a capture: without what is private, controls as pictures. Linear.
 *
 * @param byRecord whether numbers are those of records; see {@link isCrowded}
 */
export function rowsOf({ text, records = [] }: Held, byRecord: boolean): Row[] {
  const starts = byRecord ? startsOf(records) : [];
  const rows: Row[] = [];
  let line = 0;
  let next = 0;
  let record = 0;
  eachLine(text, (start, end) => {
    line += 1;
    if (!byRecord) return void rows.push(...pieces(text.slice(start, end), line, true));
    let from = start;
    let begins = false;
    for (; (starts[next]?.[0] ?? Infinity) < end; next += 1) {
      const [at, number] = starts[next] ?? [end, 0];
      if (at > from) rows.push(...pieces(text.slice(from, at), record, begins));
      [from, record, begins] = [Math.max(at, from), number, true];
    }
    rows.push(...pieces(text.slice(from, end), record, begins));
  });
  // Of a capture that its owner keeps whole, too. No row holds a line's end, and none is lost.
  const safe = withoutPrivate(rows.map((row) => row.text).join('\n')).text.split('\n');
  return rows.map((row, at) => ({ ...row, text: withPictures(safe[at] ?? '') }));
}

/** A capture's rows, part by part. */
export function partsOf(held: Held, byRecord = isCrowded(held.papers)): Row[][] {
  const firsts = new Set(
    held.papers.map(({ lines, record = 0 }) => (byRecord ? record : lines[0])),
  );
  const parts: Row[][] = [];
  let part: Row[] = [];
  let size = 0;
  for (const row of rowsOf(held, byRecord)) {
    const filled = Math.max(size / partCharacters, part.length / partRows);
    if (filled >= 1 || (filled >= 0.75 && row.begins && firsts.has(row.number))) {
      parts.push(part);
      [part, size] = [[], 0];
    }
    part.push(row);
    size += row.text.length;
  }
  return part.length > 0 ? [...parts, part] : parts;
}

/** How a capture is shown: see {@link Shown}. */
export function shownAs(held: Held): Shown {
  const byRecord = isCrowded(held.papers);
  const starts = partsOf(held, byRecord).map(([first], at) => {
    if (first === undefined || at === 0) return 1;
    return first.begins ? first.number : first.number + 1;
  });
  return { starts, ...(byRecord && { records: true as const }) };
}
