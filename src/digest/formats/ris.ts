/** RIS: what EndNote, Zotero, publishers and databases export. */
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { Collector } from '../records/collector.ts';
import type { JsonObject } from '../records/values.ts';
import { readRis, risBlocks } from '../records/ris-records.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 100_000;

const type = /^[\ufeff \t]{0,20}TY {1,2}- ?[A-Z]{3,12}[ \t]*\r?$/m;
const titles = /^[ \t]{0,20}(?:TI|T1|CT|BT|T2) {1,2}- /m;

function recognise({ text }: Capture): Recognition {
  const head = text.slice(0, sample);
  if (!type.test(head)) return { confidence: 0, why: 'no line `TY  - …` begins a record' };
  return titles.test(head)
    ? { confidence: 0.98, why: 'records that begin with `TY  - …` and have titles' }
    : { confidence: 0.4, why: 'a line `TY  - …`, but no titles' };
}

/**
 * What the tags are called elsewhere.
 *
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
const names: Readonly<Record<string, string>> = {
  TI: 'title',
  T1: 'title',
  CT: 'title',
  BT: 'book title',
  T2: 'journal',
  JF: 'journal',
  JO: 'journal',
  JA: 'source title',
  J2: 'source title',
  AB: 'abstract',
  N2: 'abstract',
  AU: 'authors',
  A1: 'authors',
  DO: 'doi',
  M3: 'doi',
  DA: 'published',
  Y1: 'published',
  PY: 'date',
  UR: 'url',
  L1: 'pdf',
  L2: 'url',
  LK: 'url',
  AN: 'eprint',
  M1: 'note',
  N1: 'note',
};

/** Every value as a list: a name that stands alone is one name all the same. */
const lists = (record: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(record).map(([tag, value]) => [tag, Array.isArray(value) ? value : [value]]),
  );

function parse(capture: Capture): ParsedDigest {
  const { file, text } = capture;
  const collector = new Collector(text, { names });
  const { lines } = collector;
  const blocks = risBlocks(text);
  const last = blocks.findLastIndex(({ kind }) => kind === 'record');
  blocks.forEach((block, index) => {
    if (block.kind === 'record') {
      const record = readRis(text.slice(block.start, block.end));
      if (record) collector.add(lists(record), block, record);
      else collector.fault('cannot be read as RIS', block);
    } else if (block.kind === 'tags') {
      collector.fault('does not begin with a line `TY  - …`; add one, such as `TY  - JOUR`', block);
    } else {
      const around = collector.count === 0 ? 'banner' : index > last ? 'footer' : 'meta';
      const line = lines.table.lineOf(block.start);
      lines.other(around, 'text outside of the records', [line, line]);
    }
  });
  return collector.digest(file, 'it belongs to no record', 'ris', recognise(capture).why);
}

/** RIS records. */
export const ris: DigestFormat = {
  id: 'ris',
  label: 'RIS references',
  recognise,
  parse,
};
