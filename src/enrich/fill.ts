/** Puts the facts of a record where an entry has none. Pure. */
import type { Frontmatter } from '../entries/model.ts';
import { recordedFields, type RecordedFacts, type RecordedField } from './record.ts';

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
