/** YAML: lists of records, records by name, Jekyll's data files, one record a document. */
import { isMap, isScalar, isSeq, parseAllDocuments, type Document, type YAMLMap } from 'yaml';
import { identifiersIn } from '../identifiers.ts';
import { arxivId } from '../identity.ts';
import type { Capture, DigestFormat, ParsedDigest, Recognition, TextRange } from '../model.ts';
import { Collector } from '../records/collector.ts';
import { Candidates } from '../records/candidates.ts';
import { hasTitle } from '../records/paper.ts';
import { isObject, type JsonObject } from '../records/values.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 20_000;

/** How far inside a file a list of papers may lie. */
const deepest = 5;

const opening =
  /^\ufeff?(?:(?:---|%YAML.{0,20}|#.{0,500}|[ \t]{0,20})\r?\n){0,50}(?:- {1,8})?(?:["']?[\w ./-]{1,80}["']?:(?:\s|$)|-\s*\r?\n)/;
const titled = /^[ \t-]{0,40}["']?(?:[\w-]{0,20}title|name)["']?[ \t]{0,5}:/im;
/** A file that says how to cite a piece of software lists no papers. */
const citationFile = /^cff-version\s*:/m;

interface YamlRecord extends TextRange {
  readonly value: JsonObject;
}

/** The value of a node; what stands for nothing is none, and what refers to another place is left out. */
function plain(node: unknown, depth = 0): unknown {
  if (isScalar(node)) {
    const { value } = node;
    return value === '' || value === '~' || value === 'null' ? undefined : value;
  }
  if (depth > 20) return undefined;
  if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
  if (!isMap(node)) return undefined;
  return Object.fromEntries(
    node.items.map(({ key, value }) => [
      String(isScalar(key) ? key.value : ''),
      plain(value, depth + 1),
    ]),
  );
}

function valueOf(node: unknown): JsonObject | undefined {
  const value = isMap(node) ? plain(node) : undefined;
  return isObject(value) ? value : undefined;
}

/** An object that is a paper and not the page of a site: besides its title it has a fact of one. */
function isPaper(value: JsonObject): boolean {
  if (!hasTitle(value)) return false;
  const fields = new Candidates(value);
  const facts = (['abstract', 'authors', 'doi', 'published', 'year', 'venue'] as const).some(
    (role) => fields.of(role).length > 0,
  );
  return facts || identifiersIn(JSON.stringify(value)).length > 0;
}

/** The parser's own look for names that come twice takes the square of their number. */
const settings = {
  schema: 'failsafe',
  prettyErrors: false,
  logLevel: 'silent',
  uniqueKeys: false,
} as const;

/** Whether a name comes twice in a map at the top: lists of `Title: …` lines look like YAML until then. */
const repeats = ({ contents }: Document.Parsed): boolean =>
  isMap(contents) &&
  new Set(contents.items.map(({ key }) => String(key))).size < contents.items.length;

/** The documents of a text; what is nested without end is none. */
function documentsOf(text: string): readonly Document.Parsed[] {
  try {
    const read = parseAllDocuments(text, settings);
    return 'empty' in read ? [] : read;
  } catch {
    return [];
  }
}

/** Finds the records of YAML documents. */
class YamlReader {
  readonly records: YamlRecord[] = [];
  readonly documents: readonly Document.Parsed[];

  constructor(text: string) {
    this.documents = documentsOf(text);
    for (const document of this.documents) this.#find(document.contents, 0);
    this.records.sort((one, other) => one.start - other.start);
  }

  #take(node: YAMLMap, value: JsonObject): void {
    const [from, to] = node.range ?? [0, 0];
    this.records.push({ start: from, end: Math.max(to, from + 1), value });
  }

  #find(node: unknown, depth: number): void {
    if (depth > deepest) return;
    const own = depth === 0 ? valueOf(node) : undefined;
    if (own && isPaper(own) && isMap(node)) {
      this.#take(node, own);
      return;
    }
    if (isSeq(node)) {
      const values = node.items.map((item) => valueOf(item));
      const papers = values.some((value) => value && isPaper(value));
      for (const [at, item] of node.items.entries()) {
        const value = values[at];
        if (papers && value && isMap(item)) this.#take(item, value);
        else if (!papers) this.#find(item, depth + 1);
      }
    } else if (isMap(node)) {
      for (const { key, value: inner } of node.items) {
        const value = valueOf(inner);
        const name = String(key);
        if (isMap(inner) && value && isPaper(value))
          this.#take(inner, arxivId(name) === undefined ? value : { id: name, ...value });
        else this.#find(inner, depth + 1);
      }
    }
  }
}

function recognise({ text }: Capture): Recognition {
  const no: Recognition = { confidence: 0, why: 'no YAML with records that have titles' };
  const head = text.length > sample ? text.slice(0, text.lastIndexOf('\n', sample) + 1) : text;
  if (!opening.test(head) || !titled.test(head) || citationFile.test(head)) return no;
  // What is cut may end in the middle of a value: the last record is left out.
  const whole = head.length < text.length ? /^[^]*\n(?=\S)/.exec(head)?.[0] : undefined;
  const { documents, records } = new YamlReader(whole ?? head);
  const errors = documents.some((document) => document.errors.length > 0 || repeats(document));
  const other = documents.some(({ contents }) => !isMap(contents) && !isSeq(contents));
  if (errors || other || records.length === 0) return no;
  const single = records.length === 1 && isMap(documents[0]?.contents);
  return { confidence: single ? 0.6 : 0.96, why: 'YAML with records that have titles' };
}

function parse(capture: Capture): ParsedDigest {
  const { file, text } = capture;
  const collector = new Collector(text);
  const { lines } = collector;
  const { documents, records } = new YamlReader(text);
  for (const { value, ...range } of records) collector.add(value, range);
  const [first] = records;
  const last = records.at(-1);
  for (const { errors } of documents) {
    const [error] = errors;
    if (!error) continue;
    const [start] = error.pos;
    const why = `is not valid YAML (${error.message.slice(0, 120)}); mend it and add the file again`;
    collector.fault(why, { start: Math.min(start, text.length - 1), end: text.length });
  }
  if (first && last) {
    const [top, end] = [lines.table.lineOf(first.start), lines.table.lineOf(last.end - 1)];
    lines.other('banner', 'what the file says before its records', [1, top]);
    lines.other('footer', 'what the file says after its records', [end + 1, lines.table.count]);
    lines.other('meta', 'what stands between records', [top, end]);
  }
  return collector.digest(file, 'it belongs to no record', 'yaml', recognise(capture).why);
}

/** YAML with records of papers. */
export const yaml: DigestFormat = {
  id: 'yaml',
  label: 'YAML records',
  from: 'Jekyll’s _data, scripts',
  recognise,
  parse,
};
