/** One JSON object a line (JSON Lines, NDJSON). */
import { collectRecords, isRecord } from '../records/find-records.ts';
import { JsonLinesSource } from '../records/json-source.ts';
import { recordFormat } from '../records/record-format.ts';
import { isObject } from '../records/values.ts';

/** How many lines are looked at. */
const lookedAt = 5;

/** JSON Lines: records that are cut off or broken do not stop the others. */
export const jsonl = recordFormat({
  id: 'jsonl',
  label: 'JSON Lines',
  from: 'Kaggle’s arXiv set, scripts',
  sample: 1_000_000,
  recognise(head, isWhole) {
    const no = 'its lines are no JSON objects';
    if (!/^[\ufeff\s]{0,1000}\{/.test(head)) return no;
    const source = new JsonLinesSource(head);
    const [first, ...more] = source.members();
    const lines = [first, ...(isWhole ? more : more.slice(0, -1))].slice(0, lookedAt);
    const objects = lines.map((line) => line && source.read(line));
    const found = objects.filter((read) => read?.ok);
    const records = found.filter(
      (read) => read?.ok && isObject(read.value) && isRecord(read.value),
    );
    // A list inside an object may hold a record a line too, but its first line is no object.
    if (records.length === 0 || !objects[0]?.ok) return no;
    if (records.length < 2 && found.length * 2 < lines.length) return no;
    return lines.length === 1
      ? { confidence: 0.7, why: 'one line that is a JSON object with a title' }
      : { confidence: 0.98, why: 'a JSON object with a title on every line' };
  },
  collect: (capture, collector) =>
    collectRecords(capture, new JsonLinesSource(capture.text), collector),
});
