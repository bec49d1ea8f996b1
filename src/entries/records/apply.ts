/** What the archive asks of records: which one belongs to an entry, and what it adds. Pure. */
import { isProvisional, lacksTitle } from '../../digest/provisional.ts';
import type { Entry, Frontmatter } from '../model.ts';
import { recordFits, type StoredRecord } from './parse.ts';
import { recordedFields, type RecordedFacts, type RecordedField } from './record.ts';

/** The records of an archive by the ids of their entries. */
export type Records = ReadonlyMap<string, StoredRecord>;

/**
 * The record of an entry: by its id, or by one it had before its file was renamed. A record that speaks of
 * another paper is none.
 */
export function recordOf(
  id: string,
  data: Frontmatter,
  records: Records,
): StoredRecord | undefined {
  for (const name of [id, ...(data.aliases ?? [])]) {
    const record = records.get(name);
    if (record && recordFits(record, data)) return record;
  }
  return undefined;
}

/** An entry of a list of links with the title of its record, and no longer marked; others stay as they are. */
export function completed(data: Frontmatter, record: StoredRecord | undefined): Frontmatter {
  if (!data.incomplete || !record) return data;
  const { title = data.title } = lacksTitle(data) ? record.data : data;
  const { incomplete: _, ...known } = { ...data, title };
  return isProvisional(title) ? data : known;
}

/** Whether a field says something; an empty list says nothing. */
const says = (value: RecordedFacts[RecordedField]): boolean =>
  value !== undefined && value.length > 0;

/** What a record adds to an entry, or to another record. */
export interface Filled<Data> {
  readonly data: Data;
  /** Fields that say something only because of the record. */
  readonly fields: readonly RecordedField[];
}

/**
 * Facts with those that they lack. What is there stays, but that a date may become more exact
 * (2024 → 2024-09-17).
 */
export function withFacts<Data extends Partial<Frontmatter>>(
  data: Data,
  facts: RecordedFacts,
): Filled<Data> {
  const exact =
    data.published !== undefined &&
    facts.published !== undefined &&
    facts.published.startsWith(`${data.published}-`);
  const fields = recordedFields.filter(
    (field) => says(facts[field]) && (!says(data[field]) || (field === 'published' && exact)),
  );
  const added = Object.fromEntries(fields.map((field) => [field, facts[field]]));
  return { data: { ...data, ...added }, fields };
}

/**
 * What is known of an entry's paper: what the entry says, and the facts of its record where it says nothing.
 * They are put together whenever they are read. An entry holds what its digests and its people say and no
 * more, so that each fact has one place, and a record its sources.
 */
export function withRecord(
  { id, data }: Pick<Entry, 'id' | 'data'>,
  records: Records,
): Filled<Frontmatter> {
  const record = recordOf(id, data, records);
  return record ? withFacts(completed(data, record), record.data) : { data, fields: [] };
}
