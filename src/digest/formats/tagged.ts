/** Tagged text: one field a line, as reference managers and databases export records. */
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { Collector } from '../records/collector.ts';
import { readingOf, rowKey } from '../records/field-rows.ts';
import { taggedDialects, type TaggedDialect } from '../records/tagged-dialects.ts';
import { taggedBlocks, type TaggedBlock, type TaggedField } from '../records/tagged-text.ts';
import type { JsonObject } from '../records/values.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 100_000;

function recognise(text: string, dialect: TaggedDialect): Recognition {
  const { sign, shown, rows } = dialect;
  const head = text.slice(0, sample);
  if (!sign.test(head)) return { confidence: 0, why: `no line \`${shown}\` begins a record` };
  const titles = new Set(rows.flatMap(({ as, from }) => (as === 'title' ? from : [])));
  const titled = taggedBlocks(head, dialect).some(
    (block) => block.kind === 'record' && block.fields.some(([tag]) => titles.has(tag)),
  );
  return titled
    ? { confidence: 0.98, why: `records that begin like \`${shown}\` and have titles` }
    : { confidence: 0.4, why: `a line like \`${shown}\`, but no titles` };
}

/** A record by tags: of one value the value, of several a list. */
function byTag(fields: readonly TaggedField[]): Record<string, string[]> {
  const record: Record<string, string[]> = {};
  for (const [tag, value] of fields) {
    if (value === '') continue;
    (record[tag] ??= []).push(value);
  }
  return record;
}

/** A record by what its tags say. */
function byRows(fields: readonly TaggedField[], { rows }: TaggedDialect): JsonObject {
  const known = rows.flatMap((row): [string, unknown][] => {
    const values = fields.flatMap(([tag, value]) =>
      row.from.includes(tag) && value !== '' ? [value] : [],
    );
    return values.length === 0 ? [] : [[rowKey(row), row.take ? row.take(values) : values]];
  });
  return Object.fromEntries(known);
}

/** Whether a file ends inside its last record: what ends a record is missing, or what ends all the others. */
function isCut(
  block: TaggedBlock,
  { end, last }: TaggedDialect,
  blocks: readonly TaggedBlock[],
): boolean {
  if (block.kind !== 'record') return false;
  if (end !== undefined) return !block.closed;
  const has = (other: TaggedBlock): boolean =>
    other.kind === 'record' && other.fields.some(([tag]) => tag === last);
  return last !== undefined && !has(block) && blocks.some(has);
}

function parse({ file, text }: Capture, dialect: TaggedDialect): ParsedDigest {
  const collector = new Collector(text, readingOf(dialect.rows));
  const { lines } = collector;
  const blocks = taggedBlocks(text, dialect);
  const last = blocks.findLastIndex(({ kind }) => kind === 'record');
  blocks.forEach((block, index) => {
    if (block.kind === 'record') {
      const record = byTag(block.fields);
      const isPaper = collector.add(byRows(block.fields, dialect), block, record);
      if (isPaper && index === blocks.length - 1 && isCut(block, dialect, blocks))
        collector.cutOff(file, block);
    } else if (block.kind === 'tags') {
      const { shown } = dialect;
      collector.fault(`does not begin with a line like \`${shown}\`; add one`, block);
    } else {
      const around = collector.count === 0 ? 'banner' : index > last ? 'footer' : 'meta';
      const line = lines.table.lineOf(block.start);
      const what =
        block.kind === 'frame' ? 'what the file says of itself' : 'text outside of the records';
      lines.other(around, what, [line, line]);
    }
  });
  return collector.digest(
    file,
    'it belongs to no record',
    dialect.id,
    recognise(text, dialect).why,
  );
}

/** A format for each dialect. */
export const tagged: readonly DigestFormat[] = taggedDialects.map((dialect) => ({
  id: dialect.id,
  label: dialect.label,
  from: dialect.from,
  recognise: ({ text }) => recognise(text, dialect),
  parse: (capture) => parse(capture, dialect),
}));
