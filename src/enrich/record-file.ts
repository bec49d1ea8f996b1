/**
 * `content/records/<entry>.md`: what arXiv says of an entry's paper. The abstract as its authors wrote it is
 * the body, Markdown like an entry's, so that people can read and mend it; the facts are the frontmatter.
 *
 * A file of its own, because the entry's body stays the abstract as captured, because two abstracts in one
 * file (one of them indented in YAML) are hard to tell apart and easy to break, and because the loader can then
 * treat it as one more source: an unedited entry goes on following its digests and its record.
 */
import { LineCounter, parseDocument, stringify } from 'yaml';
import { z } from 'astro/zod';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { titleKey } from '../digest/identity.ts';
import { frontmatterSchema } from '../entries/model.ts';
import { originOf } from '../entries/origin.ts';
import { splitFrontmatter } from '../entries/parse.ts';
import { toMarkdown } from '../text/markdown.ts';
import { normalise } from '../text/normalise.ts';
import { factsOf, isWithdrawalNotice, sourceOf, type ArxivRecord } from './record.ts';

export const recordsFolder = 'content/records';

const { arxiv, doi, authors, published, venue, categories } = frontmatterSchema.shape;

/** Frontmatter of a record. */
export const recordFileSchema = z.object({
  source: z.string().min(1).describe('Where it comes from, with its version: arXiv:2409.11321v2'),
  title: z.string().min(1).describe('Title as the source has it, TeX included'),
  entry: z.string().min(1).describe("The entry's title when the record was found"),
  by: z.string().min(1).describe('In what the paper was recognised'),
  retrieved: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD'),
  origin: z
    .string()
    .optional()
    .describe('Hash of the file as written; while it matches, nobody has edited it'),
  arxiv: arxiv.unwrap(),
  doi,
  authors,
  published,
  updated: published,
  venue,
  categories,
  comment: z.string().min(1).optional().describe("The authors' comment"),
  withdrawn: z.boolean().optional(),
});

export type RecordData = z.infer<typeof recordFileSchema>;

/** A record, read from its file. */
export interface StoredRecord {
  /** Id of the entry it belongs to: the file name without `.md`. */
  readonly id: string;
  readonly data: RecordData;
  /** The original abstract as Markdown; empty if there is none. */
  readonly body: string;
  /** The whole file. */
  readonly text: string;
}

export interface RecordOccasion {
  /** The entry's title. */
  readonly title: string;
  /** In what the paper was recognised. */
  readonly by: string;
  /** ISO day. */
  readonly retrieved: string;
}

/** The file's text for a record of arXiv's. The notice of a withdrawn paper is no abstract. */
export function serialiseRecord(
  record: ArxivRecord,
  { title, by, retrieved }: RecordOccasion,
): string {
  const facts = factsOf(record);
  const head = { source: sourceOf(record), title: record.title, entry: title, by, retrieved };
  const data = { ...head, ...facts, ...(record.withdrawn && { withdrawn: true }) };
  const yaml = stringify(data, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  const abstract = isWithdrawalNotice(record.abstract) ? '' : normalise(record.abstract);
  const body = abstract === '' ? '' : `${toMarkdown(abstract, 'tex')}\n`;
  const origin = originOf(`---\n${yaml}---\n${body}`);
  return `---\n${yaml}origin: "${origin}"\n---\n${body}`;
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
  const file = `${recordsFolder}/${id}.md`;
  const parts = splitFrontmatter(text);
  const unreadable = (line: number, why: string): RecordReading => ({
    ok: false,
    problems: [diagnostic('entry/unreadable', { file, line }, { why })],
  });
  if (!parts) return unreadable(1, 'the file does not begin with frontmatter');
  const lines = new LineCounter();
  const document = parseDocument(parts.yaml, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) return unreadable(lines.linePos(error.pos[0]).line + 1, error.message);
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 0 });
  } catch {
    return unreadable(parts.line, 'it holds YAML aliases');
  }
  const result = recordFileSchema.safeParse(data);
  if (result.success)
    return { ok: true, record: { id, data: result.data, body: parts.body, text } };
  const problems = result.error.issues.map((issue) =>
    diagnostic(
      'entry/schema',
      { file, line: parts.line },
      { field: issue.path.map(String).join('.') || 'frontmatter', why: issue.message },
    ),
  );
  return { ok: false, problems };
}

/**
 * Whether a record still speaks of this paper: file names may have changed hands. The arXiv id decides where
 * the paper has one; otherwise its titles must have the one the record was found for, or the record's own.
 */
export function recordFits(
  { data }: StoredRecord,
  paper: { readonly arxiv?: string | undefined; readonly titles: readonly string[] },
): boolean {
  if (paper.arxiv !== undefined) return paper.arxiv === data.arxiv;
  const own = new Set([titleKey(data.entry), titleKey(data.title)]);
  return paper.titles.some((title) => own.has(titleKey(title)));
}
