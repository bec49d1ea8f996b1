/** Where each fact of a paper is from, if not from the digests that list it. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'astro/zod';
import { isProvisional } from '../../digest/provisional.ts';
import type { Frontmatter, StoredEntry } from '../model.ts';
import { isEdited } from '../origin.ts';
import { factSourceSchema, sourceOfField } from './parse.ts';
import { recordedFields } from './record.ts';
import { recordOf, withRecord, type Records } from './apply.ts';

/** A fact that its paper's digests do not state. */
export const foreignFactSchema = z.object({
  field: z.enum([...recordedFields, 'title']),
  read: factSourceSchema
    .optional()
    .describe('Where it was read; absent: somebody wrote it into the entry'),
});

export type ForeignFact = z.infer<typeof foreignFactSchema>;

/**
 * The facts of a paper that its digests do not state.
 *
 * @param captured the frontmatter that its digests give, if the entry was edited
 */
export function foreignFacts(
  { entry, text }: StoredEntry,
  captured: Frontmatter | undefined,
  records: Records,
): ForeignFact[] {
  const { data, fields } = withRecord(entry, records);
  const record = recordOf(entry.id, entry.data, records)?.data;
  const edited = isEdited(text, entry.data.origin);
  // What a digest gave that the archive no longer has cannot be told from what a person wrote.
  const comparable = edited && (captured !== undefined || entry.data.digests.length === 0);
  // The record was found when of the title nothing was known.
  const titled = record && isProvisional(record.entry) && record.title === data.title;
  const [first] = Object.values(record?.sources ?? {});
  const source = record?.source ?? first?.source;
  const title: ForeignFact[] =
    titled && source !== undefined
      ? [
          {
            field: 'title',
            read: { source, ...(record.retrieved && { retrieved: record.retrieved }) },
          },
        ]
      : [];
  const facts = recordedFields.flatMap((field): ForeignFact[] => {
    if (data[field] === undefined) return [];
    const own = !fields.includes(field);
    if (own && (!comparable || isDeepStrictEqual(data[field], captured?.[field]))) return [];
    const read =
      record && isDeepStrictEqual(data[field], record[field])
        ? sourceOfField(record, field)
        : undefined;
    return [{ field, ...(read && { read }) }];
  });
  return [...title, ...facts];
}
