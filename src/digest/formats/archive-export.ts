/** An archive's own export, `archive.jsonl`: all that its entries hold, read back as it is. */
import { ownRecord } from '../records/own-record.ts';
import { collectRecords } from '../records/find-records.ts';
import { JsonLinesSource } from '../records/json-source.ts';
import { recordFormat } from '../records/record-format.ts';
import { isObject } from '../records/values.ts';

/** How such a file begins: the fields of a record always come in this order. */
const opening = /^\ufeff?\{"id":"[^"\\]{1,200}","title":"/;

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
  collect: (capture, collector) =>
    collectRecords(capture, new JsonLinesSource(capture.text), collector),
});
