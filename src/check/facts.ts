/** "Nothing made up", as a check: every fact stands somewhere, and says where. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { recordedFields, type RecordedField } from '../entries/records/record.ts';
import { recordOf, type Records } from '../entries/records/apply.ts';
import { mergeCapturings } from '../entries/merge.ts';
import type { Frontmatter, StoredEntry } from '../entries/model.ts';
import { isEdited } from '../entries/origin.ts';
import type { Placement } from '../entries/placing.ts';

/** Whether one of several sources states a field's value; of links, each may have another source. */
function isStated(
  value: Frontmatter[RecordedField],
  field: RecordedField,
  sources: readonly Partial<Frontmatter>[],
) {
  if (field !== 'links') return sources.some((source) => isDeepStrictEqual(source[field], value));
  const known = new Set(sources.flatMap(({ links = [] }) => links.map(({ url }) => url)));
  return (value === undefined ? [] : [value].flat()).every(
    (link) => typeof link !== 'object' || known.has(link.url),
  );
}

/**
 * Facts of an unedited entry that neither a listing of its paper nor a record states, and corrections after an
 * original that do not say where it was seen. What a person wrote into an entry is theirs; its page says so.
 *
 * @param listed where digests list its paper
 * @param digests ids of the digests there are; of one that is gone nobody can tell what it stated
 */
export function factProblems(
  { entry: { id, data }, text }: StoredEntry,
  listed: readonly Placement[],
  records: Records,
  digests: ReadonlySet<string>,
): Diagnostic[] {
  const where = { file: entryFile(id) };
  const silent = (data.corrections ?? [])
    .filter(({ how, source }) => how === 'seen' && source === undefined)
    .map(({ was }) => diagnostic('entry/no-source', where, { was }));
  const whole = data.digests.every(({ digest }) => digests.has(digest));
  if (!whole || isEdited(text, data.origin)) return silent;
  const record = recordOf(id, data, records)?.data;
  const sources = [
    ...listed.map((placement) => mergeCapturings([placement]).data),
    ...(record ? [record] : []),
  ];
  const fields = recordedFields.filter(
    (field) => data[field] !== undefined && !isStated(data[field], field, sources),
  );
  return [...silent, ...fields.map((field) => diagnostic('entry/made-up', where, { field }))];
}
