import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { eachLine, firstVisible, trimLine } from '../lines.ts';
import type { Capture, CapturedPaper, FieldAccount, ParsedDigest, StatedDate } from '../model.ts';
import { decodeEntities } from './html-text.ts';
import { Ledger } from './ledger.ts';
import { findDay } from './mail-date.ts';
import { findRecords, parseRecord, XmlRecord, type XmlSpan } from './xml-records.ts';

/** What a format makes of one record: a paper without its place, or why there is none. */
export type RecordReader = (
  record: XmlRecord,
) => Omit<CapturedPaper, 'lines' | 'record'> | { readonly refused: string };

/** What a feed says of itself at its top, in which the day of the feed is looked for; best first. */
const dayElements = ['pubDate', 'dc:date', 'updated', 'lastBuildDate', 'published'];

const leaf =
  /<([A-Za-z][\w:.-]{0,60})(?:\s[^<>]{0,2000})?>(?:\s{0,200}<!\[CDATA\[)?([^<\]]{1,2000})(?:\]\]>\s{0,200})?<\/\1\s{0,9}>/g;

interface Lines {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function measure(text: string): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  eachLine(text, (start, end) => {
    starts.push(start);
    ends.push(end);
  });
  return { starts, ends };
}

/** Index of the line that holds an offset. */
function lineAt({ starts }: Lines, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Reads a feed: Atom or RSS, whatever its records say. */
export class FeedReader {
  readonly #text: string;
  readonly #file: string;
  readonly #lines: Lines;
  readonly #ledger: Ledger;
  readonly #read: RecordReader;
  readonly #papers: CapturedPaper[] = [];
  readonly #dates: StatedDate[] = [];
  readonly #problems: Diagnostic[] = [];
  readonly #fields = new Map<string, number>();

  constructor({ file, text }: Capture, read: RecordReader) {
    this.#file = file;
    this.#text = text;
    this.#lines = measure(text);
    this.#ledger = new Ledger(this.#lines.starts.length);
    this.#read = read;
  }

  /**
   * @param used paths of the fields that go into an entry
   * @returns everything but the format's name and its reason
   */
  parse(used: ReadonlySet<string>): Omit<ParsedDigest, 'format' | 'why'> {
    const spans = findRecords(this.#text);
    for (const [index, span] of spans.entries()) this.#record(span, index + 1);
    this.#surroundings(spans);
    const { lines, problems } = this.#ledger.close(
      this.#file,
      'it is part of no record of the feed',
    );
    const fields = Array.from(this.#fields, ([field, records]): FieldAccount => ({
      field,
      records,
      used: used.has(bare(field)),
    }));
    const banner: string[] = [];
    for (const [index, { kind }] of lines.entries()) {
      if (kind === 'banner') banner.push(this.#line(index));
    }
    return {
      dates: this.#dates,
      banner,
      papers: this.#papers,
      lines,
      fields,
      records: spans.map(({ start, end }) => ({ start, end })),
      problems: [...this.#problems, ...problems],
    };
  }

  #line(index: number): string {
    return trimLine(this.#text.slice(this.#lines.starts[index], this.#lines.ends[index]));
  }

  #record(span: XmlSpan, number: number): void {
    const { start, end, missing } = span;
    const lines: [number, number] = [lineAt(this.#lines, start), lineAt(this.#lines, end - 1)];
    if (missing) {
      this.#refuse(
        lines,
        `record ${number} has no ${missing}; the feed was cut off or damaged here`,
      );
      return;
    }
    const element = parseRecord(this.#text.slice(start, end));
    if (typeof element === 'string') {
      this.#refuse(lines, `record ${number} cannot be read: ${element}`);
      return;
    }
    const record = new XmlRecord(element);
    const paper = this.#read(record);
    if ('refused' in paper) {
      this.#refuse(lines, `record ${number} is no paper: ${paper.refused}`);
      return;
    }
    for (const path of record.paths()) {
      const field = `${element.name}.${path}`;
      this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1);
    }
    const [first, last] = lines;
    this.#papers.push({ ...paper, lines: [first + 1, last + 1], record: number });
    for (let at = first; at <= last; at++) {
      this.#ledger.book(at, 'record', 'record of the feed; its fields are listed');
    }
  }

  /** Reports a record that gives no paper: each of its lines, or the one it shares with others. */
  #refuse([first, last]: readonly [number, number], why: string): void {
    for (let at = first; at <= last; at++) {
      if (this.#line(at) !== '') this.#ledger.book(at, 'unaccounted', why);
    }
    if (first === last) {
      const where = { file: this.#file, line: first + 1, column: 1 };
      if (this.#ledger.kindOf(first) !== 'unaccounted') {
        this.#problems.push(diagnostic('digest/unaccounted-line', where, { why }));
      }
    }
  }

  /** Books what stands around the records. */
  #surroundings(spans: readonly XmlSpan[]): void {
    const [head] = spans;
    const headEnd = head === undefined ? 0 : head.start;
    this.#findDay(this.#text.slice(0, Math.min(headEnd, 100_000)));
    const first = head === undefined ? 0 : lineAt(this.#lines, headEnd);
    const tail = spans.at(-1);
    const last = tail === undefined ? 0 : lineAt(this.#lines, tail.end - 1);
    for (let at = 0; at < this.#lines.starts.length; at++) {
      const text = this.#line(at);
      if (text === '') this.#ledger.book(at, 'blank', 'blank line');
      if (text === '' || this.#ledger.kindOf(at) !== undefined || spans.length === 0) continue;
      if (at < first) this.#ledger.book(at, 'banner', 'what the feed says of itself');
      else if (at > last && /^[<\]]/.test(text)) this.#ledger.book(at, 'footer', 'end of the feed');
      else if (at > first && at < last && text.startsWith('<')) {
        this.#ledger.book(at, 'meta', 'markup between the records');
      }
    }
  }

  #findDay(head: string): void {
    const found = new Map<string, { text: string; offset: number }>();
    for (const match of head.matchAll(leaf)) {
      const name = (match[1] ?? '').replace(/^(?:atom|rss):/, '');
      if (!found.has(name))
        found.set(name, { text: decodeEntities(match[2] ?? '').trim(), offset: match.index });
    }
    for (const name of dayElements) {
      const element = found.get(name);
      const day = element && findDay(element.text);
      if (!element || !day) continue;
      const line = lineAt(this.#lines, element.offset);
      this.#dates.push({ text: element.text, ...day, line: line + 1 });
      if (this.#ledger.kindOf(line) === undefined)
        this.#ledger.book(line, 'date', 'day of the feed');
      return;
    }
  }
}

/** Path of a field without the record it is in: `title` of `entry.title`. */
function bare(field: string): string {
  return field.replace(/^[^.]*\./, '').toLowerCase();
}

/** Where the XML begins: browsers put a sentence before it when they show a feed. */
const announcedXml = /^[ \t]{0,40}<(?:\?xml|feed|rss|rdf:RDF)[\s>]/m;

const feedRoots = new Set(['feed', 'rss', 'rdf', 'entry', 'item']);

/** The root element of an XML file, without its prefix and in lower case; undefined if the text is no XML. */
export function rootElement(text: string): string | undefined {
  const head = text.slice(0, 20_000);
  const visible = firstVisible(head);
  const start = head[visible] === '<' ? visible : head.slice(0, 1000).search(announcedXml);
  if (start < 0) return undefined;
  const name = /<([A-Za-z][\w:.-]{0,60})[\s>/]/.exec(head.slice(start))?.[1];
  const root = name?.replace(/^[^:]*:/, '').toLowerCase();
  if (root === undefined || feedRoots.has(root) || root === 'html') return root;
  // A piece of a feed that has lost its beginning.
  return /<\/(entry|item)\s*>\s*<\1[\s>]/.exec(head)?.[1] ?? root;
}
