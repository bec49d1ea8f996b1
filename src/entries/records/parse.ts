/**
 * `records/<entry>.md`: what is known of an entry's paper from elsewhere than its digests, each fact with
 * the place where it was read. The abstract as its authors wrote it is the body, Markdown like an entry's, so
 * that people can read and mend it; the facts are the frontmatter.
 *
 * A file of its own, because the entry's body stays the abstract as captured, because two abstracts in one
 * file (one of them indented in YAML) are hard to tell apart and easy to break, and because an entry then says
 * nothing but what its digests and its people say.
 */
import { z } from 'astro/zod';
import { recordFile } from '../../archive-folder.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { titleKey } from '../../digest/identity.ts';
import { placeKey } from '../identity.ts';
import { frontmatterSchema, type Frontmatter } from '../model.ts';
import { readFrontmatter } from '../parse.ts';
import { recordedFields, type RecordedField } from './record.ts';

const { arxiv, doi, authors, published, updated, venue, categories, comment, links } =
  frontmatterSchema.shape;

const when = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/, 'a day as YYYY-MM-DD, or a month as YYYY-MM');

/** Where a fact was read. */
export const factSourceSchema = z.object({
  source: z
    .string()
    .min(1)
    .describe('A web address, arXiv:2409.11321v2, or words where there is no address'),
  grade: z
    .enum(['first-hand', 'second-hand'])
    .optional()
    .describe(
      "Whether it is arXiv, the publisher or the authors' own page, or a site that repeats them",
    ),
  retrieved: when.optional(),
  note: z
    .string()
    .min(1)
    .optional()
    .describe('What a reader should know: other versions, spellings'),
});

/** Frontmatter of a record. */
export const recordFileSchema = z
  .object({
    source: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Where the abstract is from, and each fact that `sources` does not name: arXiv:2409.11321v2',
      ),
    title: z.string().min(1).optional().describe('Title as the source has it, TeX included'),
    entry: z.string().min(1).describe("The entry's title when the record was found"),
    listed: z
      .array(z.string())
      .optional()
      .describe('Where digests listed the entry then: digest:line, or digest#record'),
    by: z.string().min(1).describe('In what the paper was recognised'),
    retrieved: when.optional(),
    origin: z
      .string()
      .optional()
      .describe('Hash of the file as written; while it matches, nobody has edited it'),
    arxiv,
    doi,
    authors,
    published,
    updated,
    venue,
    categories,
    comment,
    links,
    withdrawn: z.boolean().optional(),
    sources: z
      .partialRecord(z.enum(recordedFields), factSourceSchema)
      .optional()
      .describe('Where single facts were read, if not in `source`'),
  })
  .superRefine((data, context) => {
    for (const field of recordedFields) {
      if (data[field] === undefined || (data.source ?? data.sources?.[field]) !== undefined)
        continue;
      const message = 'nothing says where it was read: name it in `sources`';
      context.addIssue({ code: 'custom', path: [field], message });
    }
  });

export type FactSource = z.infer<typeof factSourceSchema>;
export type RecordData = z.infer<typeof recordFileSchema>;

/** Where a record has a fact from; undefined if it does not hold it. */
export function sourceOfField(
  data: Pick<RecordData, RecordedField | 'source' | 'sources' | 'retrieved'>,
  field: RecordedField,
): FactSource | undefined {
  const { source, sources, retrieved } = data;
  if (data[field] === undefined) return undefined;
  const whole = source === undefined ? undefined : { source, ...(retrieved && { retrieved }) };
  return sources?.[field] ?? whole;
}

/** A record, read from its file. */
export interface StoredRecord {
  /** Id of the entry it belongs to: the file name without `.md`. */
  readonly id: string;
  readonly data: RecordData;
  /** The original abstract as Markdown; empty if there is none. */
  readonly body: string;
  /** The whole file. */
  readonly text: string;
  /** SHA-256 of it, where that is known. */
  readonly hash?: string;
}

export type RecordReading =
  | { readonly ok: true; readonly record: StoredRecord }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/**
 * Reads a record's file; never throws.
 *
 * @param id file name without `.md`
 * @param text the file's text
 */
export function parseRecordFile(id: string, text: string): RecordReading {
  const read = readFrontmatter(recordFile(id), text, recordFileSchema);
  if (!read.ok) return read;
  const { data, body } = read;
  return { ok: true, record: { id, data, body, text } };
}

/**
 * Whether a record still speaks of an entry's paper: file names may have changed hands. The arXiv id decides
 * where both have one; otherwise they must share a place in a digest, which holds when a person has corrected
 * the title, or a title: the one that the record was found for, or its own.
 */
export function recordFits(
  { data: { arxiv: own, listed = [], entry, title } }: StoredRecord,
  paper: Pick<Frontmatter, 'arxiv' | 'title' | 'digests'>,
): boolean {
  if (paper.arxiv !== undefined && own !== undefined) return paper.arxiv === own;
  if (paper.digests.some((listing) => listed.includes(placeKey(listing)))) return true;
  const key = titleKey(paper.title);
  return titleKey(entry) === key || (title !== undefined && titleKey(title) === key);
}
