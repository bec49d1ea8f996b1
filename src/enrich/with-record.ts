/** What the loader asks of records: which one belongs to an entry, and what it adds. Pure. */
import type { Entry } from '../entries/model.ts';
import { withFacts } from './fill.ts';
import { recordFits, type StoredRecord } from './record-file.ts';
import { enrichedFields } from './record.ts';

/** The records of an archive by the ids of their entries. */
export type Records = ReadonlyMap<string, StoredRecord>;

/**
 * The record of an entry: by its id, or by one it had before its file was renamed. A record that speaks of
 * another paper is none.
 */
export function recordOf(
  id: string,
  { title, arxiv, aliases = [] }: Entry['data'],
  records: Records,
): StoredRecord | undefined {
  for (const name of [id, ...aliases]) {
    const record = records.get(name);
    if (record && recordFits(record, { arxiv, titles: [title] })) return record;
  }
  return undefined;
}

/**
 * What the loader writes for an entry, with the facts of its record in the places that its digests leave
 * empty. The record is one more source, and the last one.
 *
 * @param merged what the digests give
 */
export function withRecord<Merged extends Pick<Entry, 'data' | 'body'>>(
  id: string,
  merged: Merged,
  records: Records,
): Merged {
  const record = recordOf(id, merged.data, records);
  if (!record) return merged;
  const facts = Object.fromEntries(enrichedFields.map((field) => [field, record.data[field]]));
  return { ...merged, data: withFacts(merged.data, facts) };
}
