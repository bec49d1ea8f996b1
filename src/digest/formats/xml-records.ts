/** Records in XML: feeds, and what databases, repositories and reference managers export. */
import type { XmlElement } from '@rgrove/parse-xml';
import { decodeEntities } from '../arxiv/html-text.ts';
import { findDay } from '../days.ts';
import { splitLines, trimLine } from '../lines.ts';
import type { DigestFormat } from '../model.ts';
import type { Candidates } from '../records/candidates.ts';
import type { Collector } from '../records/collector.ts';
import { fieldsByRows } from '../records/field-rows.ts';
import { readRecord, type ReadRecord, type Reading } from '../records/paper.ts';
import { recordFormat } from '../records/record-format.ts';
import { arxivAtom, xmlDialects, type XmlDialect } from '../records/xml-dialects.ts';
import { attribute, childText, elementsAt, fieldPaths, textsOf } from '../records/xml-fields.ts';
import {
  completed,
  findRecords,
  parseRecord,
  rootElement,
  type XmlSpan,
} from '../records/xml-text.ts';

/** What the rows of a dialect find in a record. */
const fieldsOf = (
  element: XmlElement,
  { rows }: XmlDialect,
  shared?: ReadonlyMap<string, string>,
): Candidates =>
  fieldsByRows(
    rows,
    ({ from }) => from.flatMap((path) => elementsAt(element, path)),
    textsOf,
    shared,
  );

/** How the records of a dialect are read: all that arXiv says may hold TeX. */
function readingBy({ feed, reading }: XmlDialect, text: string): Reading {
  const arxiv = !feed && /oai:arXiv\.org:/i.test(text.slice(0, 100_000));
  return { ...reading, ...(feed && { literal: true }), ...(arxiv && { notation: 'tex' }) };
}

/** Reads an entry of arXiv's API. */
export const readArxivEntry = (element: XmlElement): ReadRecord =>
  readRecord(fieldsOf(element, arxivAtom), readingBy(arxivAtom, ''));

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

/** Reads what a feed says of itself above its records. */
function readHead(head: string, collector: Collector): void {
  const { table, dates, banner } = collector;
  const said = new Map<string, { readonly text: string; readonly line: number }>();
  for (const { 1: element = '', 2: text = '', index } of head.slice(0, 100_000).matchAll(leaf)) {
    const name = element.replace(/^(?:atom|rss):/, '');
    const line = table.lineOf(index);
    if (!said.has(name)) said.set(name, { text: decodeEntities(text).trim(), line });
  }
  for (const { text, line } of dayElements.flatMap((name) => said.get(name) ?? [])) {
    const day = findDay(text);
    if (!day) continue;
    dates.push({ text, ...day, line });
    collector.book('date', 'day of the feed', [line, line]);
    break;
  }
  const own = splitLines(head)
    .map(trimLine)
    .slice(0, table.lineOf(head.length) - 1);
  banner.push(...own.filter((line, index) => line !== '' && index + 1 !== dates[0]?.line));
}

const formatOf = (dialect: XmlDialect): DigestFormat =>
  recordFormat({
    ...dialect,
    sample: 300_000,
    recognise(head) {
      const { roots, label, signs, records, sure = 0.97 } = dialect;
      if (!roots.includes(rootElement(head) ?? ''))
        return `no ${label}: its root element is another`;
      if (!signs.every((sign) => sign.test(head)))
        return `XML without what shows that it is ${label}`;
      return { confidence: findRecords(head, records).length > 0 ? sure : 0.4, why: label };
    },
    reading: (text) => readingBy(dialect, text),
    collect({ text }, collector) {
      const spans = findRecords(text, dialect.records);
      if (dialect.feed) readHead(text.slice(0, spans[0]?.start ?? 0), collector);
      const shared = dialect.id === 'zotero-rdf' ? sharedTitles(text, spans) : undefined;
      for (const span of spans) {
        const { start, end, missing } = span;
        const isCut = missing === 'end' && span === spans.at(-1);
        if (missing !== undefined && !isCut) {
          collector.fault(`has no ${missing}; the file was damaged here`, span);
          continue;
        }
        const source = text.slice(start, end);
        const element = parseRecord(isCut ? completed(source) : source);
        if (typeof element === 'string') {
          collector.fault(`cannot be read: ${isCut ? 'the file ends inside it' : element}`, span);
          continue;
        }
        const error = dialect.error?.(element);
        const other = dialect.other?.(element);
        if (error !== undefined)
          collector.fault(`is no paper: arXiv answered with an error: ${error}`, span);
        else if (other !== undefined && isCut)
          collector.fault('ends with the file before it says what it is', span);
        else if (other !== undefined) collector.other(other, span);
        else {
          const paths = Object.fromEntries([...fieldPaths(element)].map((path) => [path, true]));
          const isPaper = collector.add(paths, span, fieldsOf(element, dialect, shared));
          if (isCut && isPaper) collector.cutOff(span);
        }
      }
      return 'it is part of no record';
    },
    fits: (kind, line) => kind === 'banner' || (kind === 'footer' ? endMarkup : /^</).test(line),
  });

/** A format for each dialect. */
export const xmlRecords: readonly DigestFormat[] = xmlDialects.map(formatOf);
