/** Records in XML: feeds, and what databases, repositories and reference managers export. */
import type { XmlElement } from '@rgrove/parse-xml';
import { decodeEntities } from '../arxiv/html-text.ts';
import { findDay } from '../arxiv/mail-date.ts';
import { splitLines, trimLine } from '../lines.ts';
import type { Capture, DigestFormat, ParsedDigest, Recognition, StatedDate } from '../model.ts';
import { Collector } from '../records/collector.ts';
import { readingOf, rowKey } from '../records/field-rows.ts';
import { readRecord, type ReadRecord, type Reading } from '../records/paper.ts';
import type { JsonObject } from '../records/values.ts';
import { arxivAtom, xmlDialects, type XmlDialect } from '../records/xml-dialects.ts';
import { attribute, childText, elementsAt, fieldPaths, textsOf } from '../records/xml-fields.ts';
import {
  completed,
  findRecords,
  parseRecord,
  rootElement,
  type XmlSpan,
} from '../records/xml-text.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 300_000;

function recognise(text: string, dialect: XmlDialect): Recognition {
  const { roots, label, signs, records, sure = 0.97 } = dialect;
  const root = rootElement(text);
  if (root === undefined || !roots.includes(root))
    return { confidence: 0, why: `no ${label}: its root element is another` };
  const head = text.slice(0, sample);
  if (!signs.every((sign) => sign.test(head)))
    return { confidence: 0, why: `XML without what shows that it is ${label}` };
  return { confidence: findRecords(head, records).length > 0 ? sure : 0.4, why: label };
}

/** The values that the rows find in a record. */
function byRows(
  element: XmlElement,
  { rows }: XmlDialect,
  shared: ReadonlyMap<string, string>,
): JsonObject {
  const record: Record<string, unknown> = {};
  for (const row of rows) {
    const elements = row.from.flatMap((path) => elementsAt(element, path));
    if (elements.length === 0) continue;
    const value = row.take ? row.take(elements, shared) : textsOf(elements);
    if (!Array.isArray(value) || value.length > 0) record[rowKey(row)] = value;
  }
  return record;
}

/** How the records of a dialect are read: all that arXiv says may hold TeX. */
function readingBy({ rows, feed }: XmlDialect, text: string): Reading {
  const arxiv =
    rows === arxivAtom.rows || (!feed && /oai:arXiv\.org:/i.test(text.slice(0, 100_000)));
  return {
    ...readingOf(rows),
    ...(feed && { literal: true }),
    ...(arxiv && { notation: 'tex' }),
  };
}

/** Reads an entry of arXiv's API. */
export const readArxivEntry = (element: XmlElement): ReadRecord =>
  readRecord(byRows(element, arxivAtom, new Map()), readingBy(arxivAtom, ''));

/** Titles of the elements that records refer to: Zotero's journals, by what they are called. */
function sharedTitles(text: string, spans: readonly XmlSpan[]): Map<string, string> {
  const shared = new Map<string, string>();
  for (const { start, end, missing } of spans) {
    if (missing !== undefined || !/^<bib:\w{1,40}\s/.test(text.slice(start, start + 50))) continue;
    const source = text.slice(start, end);
    if (source.includes('<z:itemType>')) continue;
    const element = parseRecord(source);
    if (typeof element === 'string') continue;
    const about = attribute(element, 'about');
    const title = childText(element, 'title');
    if (about !== undefined && title !== undefined) shared.set(about, title);
  }
  return shared;
}

/** What may follow the records: ends of what holds them, a mark for the rest of the list, comments. */
const endMarkup = /^(?:\]|<(?:\/|!--|[\w:]{0,20}resumptionToken))/;

/** What a feed says of itself at its top, in which the day of the feed is looked for; best first. */
const dayElements = ['pubDate', 'dc:date', 'updated', 'lastBuildDate', 'published'];

const leaf =
  /<([A-Za-z][\w:.-]{0,60})(?:\s[^<>]{0,2000})?>(?:\s{0,200}<!\[CDATA\[)?([^<\]]{1,2000})(?:\]\]>\s{0,200})?<\/\1\s{0,9}>/g;

/** Reads the records of a file. */
class XmlReader {
  readonly collector: Collector;
  readonly dates: StatedDate[] = [];
  readonly #capture: Capture;
  readonly #dialect: XmlDialect;
  readonly #spans: readonly XmlSpan[];
  readonly #shared: ReadonlyMap<string, string>;

  constructor(capture: Capture, dialect: XmlDialect) {
    this.#capture = capture;
    this.#dialect = dialect;
    const { text } = capture;
    this.collector = new Collector(text, readingBy(dialect, text));
    this.#spans = findRecords(text, dialect.records);
    if (dialect.feed) this.#findDay(text.slice(0, Math.min(this.#spans[0]?.start ?? 0, 100_000)));
    this.#shared = dialect.id === 'zotero-rdf' ? sharedTitles(text, this.#spans) : new Map();
    this.#spans.forEach((span, index) => this.#record(span, index === this.#spans.length - 1));
    this.#around();
  }

  #record(span: XmlSpan, isLast: boolean): void {
    const { start, end, missing } = span;
    const source = this.#capture.text.slice(start, end);
    const isCut = missing === 'end' && isLast;
    if (missing !== undefined && !isCut) {
      this.collector.fault(`has no ${missing}; the file was damaged here`, span);
      return;
    }
    const element = parseRecord(isCut ? completed(source) : source);
    if (typeof element === 'string') {
      this.collector.fault(`cannot be read: ${isCut ? 'the file ends inside it' : element}`, span);
      return;
    }
    const error = this.#dialect.error?.(element);
    if (error !== undefined) {
      this.collector.fault(`is no paper: arXiv answered with an error: ${error}`, span);
      return;
    }
    const other = this.#dialect.other?.(element);
    if (other !== undefined && isCut) {
      this.collector.fault('ends with the file before it says what it is', span);
      return;
    }
    if (other !== undefined) {
      this.collector.other(other, span);
      return;
    }
    const fields = Object.fromEntries([...fieldPaths(element)].map((path) => [path, true]));
    const isPaper = this.collector.add(byRows(element, this.#dialect, this.#shared), span, fields);
    if (isCut && isPaper) this.collector.cutOff(this.#capture.file, span);
  }

  #findDay(head: string): void {
    const found = new Map<string, { text: string; line: number }>();
    const { lines } = this.collector;
    for (const { 1: element = '', 2: said = '', index } of head.matchAll(leaf)) {
      const name = element.replace(/^(?:atom|rss):/, '');
      if (found.has(name)) continue;
      found.set(name, { text: decodeEntities(said).trim(), line: lines.table.lineOf(index) });
    }
    for (const { text, line } of dayElements.flatMap((name) => found.get(name) ?? [])) {
      const day = findDay(text);
      if (!day) continue;
      this.dates.push({ text, ...day, line });
      lines.other('date', 'day of the feed', [line, line]);
      return;
    }
  }

  /** Books what stands around the records. */
  #around(): void {
    const first = this.#spans[0];
    const last = this.#spans.at(-1);
    if (first === undefined || last === undefined) return;
    const { lines } = this.collector;
    const { table } = lines;
    const top = table.lineOf(first.start);
    const bottom = table.lineOf(last.end - 1);
    lines.other('banner', 'what the file says of itself', [1, top]);
    for (let line = top + 1; line <= table.count; line++) {
      const text = trimLine(this.#capture.text.slice(table.startOf(line), table.endOf(line)));
      const isEnd = line > bottom;
      if (!(isEnd ? endMarkup : /^</).test(text)) continue;
      lines.other(
        isEnd ? 'footer' : 'meta',
        isEnd ? 'end of the file' : 'markup between the records',
        [line, line],
      );
    }
  }
}

function parse(capture: Capture, dialect: XmlDialect): ParsedDigest {
  const { collector, dates } = new XmlReader(capture, dialect);
  const { why } = recognise(capture.text, dialect);
  const digest = collector.digest(capture.file, 'it is part of no record', dialect.id, why);
  if (!dialect.feed) return digest;
  const all = splitLines(capture.text).map((line) => trimLine(line));
  const banner = all.filter((_, index) => digest.lines[index]?.kind === 'banner');
  return { ...digest, dates, banner };
}

/** A format for each dialect. */
export const xmlRecords: readonly DigestFormat[] = xmlDialects.map((dialect) => ({
  id: dialect.id,
  label: dialect.label,
  from: dialect.from,
  recognise: ({ text }) => recognise(text, dialect),
  parse: (capture) => parse(capture, dialect),
}));
