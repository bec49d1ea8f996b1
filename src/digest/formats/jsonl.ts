/** One JSON object a line (JSON Lines, NDJSON): records, and an archive's own export. */
import { collectRecords, isRecord } from '../records/find-records.ts';
import { JsonLinesSource } from '../records/json-source.ts';
import { ownRecord } from '../records/own-record.ts';
import { recordFormat, type RecordFormat } from '../records/record-format.ts';
import { isObject } from '../records/values.ts';

const collect: RecordFormat['collect'] = (capture, collector) =>
  collectRecords(capture, new JsonLinesSource(capture.text), collector);

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
  collect,
});

/** How such a file begins: the fields of a record always come in this order. */
const opening = /^\ufeff?\{"id":"[^"\\]{1,200}","title":"/;

/** An archive's own export, `archive.jsonl`: all that its entries hold, read back as it is. */
export const archiveExport = recordFormat({
  id: 'archive',
  label: 'Export of an Offprint archive',
  from: '`archive.jsonl` of a site made with Offprint',
  sample: 1_000_000,
  recognise(head) {
    const no = 'it does not begin like `archive.jsonl`';
    if (!opening.test(head)) return no;
    const source = new JsonLinesSource(head);
    const [first] = source.members();
    const read = first && source.read(first);
    return read?.ok &&
      isObject(read.value) &&
      'abstract' in read.value &&
      'listings' in read.value &&
      'links' in read.value &&
      'topics' in read.value
      ? { confidence: 0.99, why: 'the fields of `archive.jsonl` on its first line' }
      : no;
  },
  reading: () => ({ own: ownRecord }),
  collect,
});
