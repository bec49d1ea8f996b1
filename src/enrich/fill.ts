/** Puts the facts of a record where an entry has none. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, parseDocument } from 'yaml';
import type { Entry, Frontmatter } from '../entries/model.ts';
import { isEdited } from '../entries/origin.ts';
import { parseEntry } from '../entries/parse.ts';
import { serialiseEntry } from '../entries/serialise.ts';
import type { StoredEntry } from '../entries/sync.ts';
import { enrichedFields, type EnrichedFields } from './record.ts';

type Field = (typeof enrichedFields)[number];

/** Whether a field says something; an empty list says nothing. */
const isEmpty = (value: EnrichedFields[Field]): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/**
 * Frontmatter with the facts that it lacks. What it has stays, but that a date may become more exact
 * (2024 → 2024-09-17).
 *
 * The loader calls this on what it makes of the digests; the result depends on nothing else, so that an
 * unedited entry stays one.
 */
export function withFacts(
  data: Frontmatter & EnrichedFields,
  facts: EnrichedFields,
): Frontmatter & EnrichedFields {
  const missing = Object.fromEntries(
    enrichedFields
      .filter((field) => isEmpty(data[field]) && !isEmpty(facts[field]))
      .map((field) => [field, facts[field]]),
  );
  const refined =
    data.published !== undefined &&
    facts.published !== undefined &&
    facts.published.startsWith(`${data.published}-`);
  return { ...data, ...missing, ...(refined && { published: facts.published }) };
}

/** YAML of one field; JSON's strings are YAML's double-quoted ones. */
function yamlOf(field: Field, value: string | readonly string[]): string {
  if (typeof value === 'string') return `${field}: ${JSON.stringify(value)}\n`;
  return `${field}:\n${value.map((item) => `  - ${JSON.stringify(item)}\n`).join('')}`;
}

/** A filled entry. */
export interface Filled {
  /** The file's new text. */
  readonly text: string;
  /** Fields that were empty and are not any more. */
  readonly fields: readonly Field[];
}

/**
 * Adds the facts that an edited entry lacks at the end of its frontmatter; no other byte of the file changes,
 * its `origin:` included, so that it still counts as edited.
 *
 * @returns undefined if the frontmatter cannot be added to
 */
export function fillEdited(
  { entry, text }: StoredEntry,
  facts: EnrichedFields,
): Filled | undefined {
  const match = /^\uFEFF?---[ \t]*(\r?\n)([\s\S]*?\r?\n)?(?=---[ \t]*(?:\r?\n|$))/.exec(text);
  if (!match) return undefined;
  const [head, eol = '\n', yaml = ''] = match;
  const document = parseDocument(yaml);
  if (document.errors.length > 0 || !isMap(document.contents) || document.contents.flow) {
    return undefined;
  }
  const added = enrichedFields.flatMap((field) => {
    const value = facts[field];
    return value === undefined || value.length === 0 || document.has(field)
      ? []
      : [{ field, value }];
  });
  const addition = added.map(({ field, value }) => yamlOf(field, value)).join('');
  const filled = head + addition.replaceAll('\n', eol) + text.slice(head.length);
  return isSound(entry, filled)
    ? { text: filled, fields: added.map(({ field }) => field) }
    : undefined;
}

/** Whether a filled file still says everything that it said before. */
function isSound({ id, data, body }: Entry, filled: string): boolean {
  const again = parseEntry(id, '', filled);
  if (!again.ok || again.entry.body !== body) return false;
  const now = new Map<string, unknown>(Object.entries(again.entry.data));
  return Object.entries(data).every(([field, value]) => isDeepStrictEqual(now.get(field), value));
}

/**
 * An entry with the facts of its record. An unedited entry is written as the loader will write it from now
 * on, with the record beside it; an edited one is added to.
 *
 * @returns undefined if it cannot be added to
 */
export function fillEntry(stored: StoredEntry, facts: EnrichedFields): Filled | undefined {
  const { entry, text } = stored;
  if (isEdited(text, entry.data.origin)) return fillEdited(stored, facts);
  const data = withFacts(entry.data, facts);
  const before: Frontmatter & EnrichedFields = entry.data;
  const fields = enrichedFields.filter((field) => !isDeepStrictEqual(before[field], data[field]));
  return { text: fields.length === 0 ? text : serialiseEntry({ data, body: entry.body }), fields };
}
