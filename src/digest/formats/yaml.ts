/** YAML: lists of records, records by name, Jekyll's data files, one record a document. */
import { isMap, isNode, isScalar, isSeq, parseAllDocuments, type Document } from 'yaml';
import { identifiersIn } from '../identifiers.ts';
import { fieldsOfObject } from '../records/candidates.ts';
import { Collector } from '../records/collector.ts';
import { collectRecords, type Member, type RecordSource } from '../records/find-records.ts';
import { hasTitle } from '../records/paper.ts';
import { recordFormat } from '../records/record-format.ts';
import type { JsonObject } from '../records/values.ts';

const opening =
  /^\ufeff?(?:(?:---|%YAML.{0,20}|#.{0,500}|[ \t]{0,20})\r?\n){0,50}(?:- {1,8})?(?:["']?[\w ./-]{1,80}["']?:(?:\s|$)|-\s*\r?\n)/;
const titled = /^[ \t-]{0,40}["']?(?:[\w-]{0,20}title|name)["']?[ \t]{0,5}:/im;
/** A file that says how to cite a piece of software lists no papers. */
const citationFile = /^cff-version\s*:/m;

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

/** An object that is a paper and not the page of a site: besides its title it has a fact of one. */
function isPaper(value: JsonObject): boolean {
  if (!hasTitle(value)) return false;
  const fields = fieldsOfObject(value);
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

interface YamlMember extends Member {
  readonly node: unknown;
}

function memberOf(node: unknown, key?: unknown): YamlMember[] {
  if (!isNode(node) || !node.range) return [];
  const [start, end] = node.range;
  const kind = isMap(node) ? 'object' : isSeq(node) ? 'array' : 'scalar';
  return [
    {
      kind,
      node,
      start,
      end: Math.max(end, start + 1),
      ...(key !== undefined && { key: String(key) }),
    },
  ];
}

const sourceOf = (documents: readonly Document.Parsed[]): RecordSource<YamlMember> => ({
  members(container) {
    if (!container) return documents.flatMap(({ contents }) => memberOf(contents));
    const { node } = container;
    if (isSeq(node)) return node.items.flatMap((item) => memberOf(item));
    return isMap(node) ? node.items.flatMap(({ key, value }) => memberOf(value, key)) : [];
  },
  read: ({ node }) => ({ ok: true, value: plain(node) }),
  isPaper,
});

/** YAML with records of papers. */
export const yaml = recordFormat({
  id: 'yaml',
  label: 'YAML records',
  from: 'Jekyll’s _data, scripts',
  sample: 20_000,
  recognise(head, isWhole) {
    const no = 'no YAML with records that have titles';
    if (!opening.test(head) || !titled.test(head) || citationFile.test(head)) return no;
    // What is cut may end in the middle of a value: the last record is left out.
    const text = isWhole
      ? head
      : (/^[^]*\n(?=\S)/.exec(head)?.[0] ?? head.slice(0, head.lastIndexOf('\n') + 1));
    const documents = documentsOf(text);
    const errors = documents.some((document) => document.errors.length > 0 || repeats(document));
    const other = documents.some(({ contents }) => !isMap(contents) && !isSeq(contents));
    if (errors || other) return no;
    const collector = new Collector({ file: '', text });
    collectRecords({ file: '', text }, sourceOf(documents), collector);
    if (collector.count === 0) return no;
    const single = collector.count === 1 && isMap(documents[0]?.contents);
    return { confidence: single ? 0.6 : 0.96, why: 'YAML with records that have titles' };
  },
  collect(capture, collector) {
    const documents = documentsOf(capture.text);
    const otherwise = collectRecords(capture, sourceOf(documents), collector);
    const { length } = capture.text;
    for (const { errors } of documents) {
      const [error] = errors;
      if (!error) continue;
      const start = Math.min(error.pos[0], length - 1);
      const why = `is not valid YAML (${error.message.slice(0, 120)}); mend it and add the file again`;
      collector.fault(why, { start, end: length });
    }
    return otherwise;
  },
});
