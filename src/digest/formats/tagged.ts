/** Tagged text: one field a line, as reference managers and databases export records. */
import type { DigestFormat } from '../model.ts';
import { fieldsByRows } from '../records/field-rows.ts';
import { recordFormat } from '../records/record-format.ts';
import { taggedDialects, type TaggedDialect } from '../records/tagged-dialects.ts';
import { taggedBlocks, type TaggedBlock } from '../records/tagged-text.ts';

/** Whether a file ends inside its last record: what ends a record is missing, or what ends all the others. */
function isCut(
  block: TaggedBlock,
  { end, last }: TaggedDialect,
  blocks: readonly TaggedBlock[],
): boolean {
  if (end !== undefined) return !block.closed;
  const has = ({ fields }: TaggedBlock): boolean => fields.some(([tag]) => tag === last);
  return !has(block) && blocks.some(has);
}

const formatOf = (dialect: TaggedDialect): DigestFormat =>
  recordFormat({
    ...dialect,
    reading: () => dialect.reading ?? {},
    sample: 100_000,
    recognise(head) {
      const { sign, shown, rows } = dialect;
      if (!sign.test(head)) return `no line \`${shown}\` begins a record`;
      const titles = new Set(rows.flatMap(({ as, from }) => (as === 'title' ? from : [])));
      const titled = taggedBlocks(head, dialect).some(({ fields }) =>
        fields.some(([tag]) => titles.has(tag)),
      );
      return titled
        ? { confidence: 0.98, why: `records that begin like \`${shown}\` and have titles` }
        : { confidence: 0.4, why: `a line like \`${shown}\`, but no titles` };
    },
    collect({ text }, collector) {
      const blocks = taggedBlocks(text, dialect);
      for (const block of blocks) {
        if (block.isRecord) {
          const fields = block.fields.filter(([, value]) => value !== '');
          const read = fieldsByRows(dialect.rows, ({ from }) =>
            fields.flatMap(([tag, value]) => (from.includes(tag) ? [value] : [])),
          );
          const isPaper = collector.add(Object.fromEntries(fields), block, read);
          if (isPaper && block === blocks.at(-1) && isCut(block, dialect, blocks))
            collector.cutOff(block);
        } else
          collector.fault(`does not begin with a line like \`${dialect.shown}\`; add one`, block);
      }
      return 'it belongs to no record';
    },
  });

/** A format for each dialect. */
export const tagged: readonly DigestFormat[] = taggedDialects.map(formatOf);
