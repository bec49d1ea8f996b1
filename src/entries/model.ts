/** What an entry holds: the frontmatter and the abstract of one file of `papers/`. */
import { z } from 'astro/zod';
import { isCalendarDate } from '../digest/date.ts';
import { arxivShape } from '../digest/identity.ts';

/** The title of a paper whose source shows none. */
export const untitled = 'Untitled';

/** The date of a paper, as far as it is known. */
export const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD')
  // Of what is no such date, one message is enough.
  .refine(
    (date) => !/^\d{4}(-\d\d){0,2}$/.test(date) || isCalendarDate(`${date}-01-01`.slice(0, 10)),
    'there is no such day',
  );

const webAddress = z
  .string()
  .regex(/^https?:\/\/[^\s<>"]+$/i, 'an address that begins with http:// or https://');

/** One appearance of the paper in a digest. */
export const listingSchema = z.object({
  digest: z.string().describe('Id of the digest: its file name without the extension'),
  lines: z
    .tuple([z.number().int().positive(), z.number().int().positive()])
    .describe('First and last line in the capture, counted from 1'),
  record: z
    .number()
    .int()
    .positive()
    .optional()
    .describe('Number of the record in a structured file, from 1'),
});

export const linkSchema = z.object({
  label: z.string().min(1).describe('What the link leads to: Code, Project page, Data, Model …'),
  url: webAddress,
});

/** Something a person corrected in the title or the abstract, and on what ground. */
export const correctionSchema = z.object({
  was: z.string().min(1).describe('As the digest had it'),
  now: z.string().min(1).describe('As it is now, in the notation of the entry'),
  how: z
    .enum(['seen', 'reconstructed'])
    .describe('Whether the original was seen, or made up from what is left and what is known'),
  source: z.string().min(1).optional().describe('Where the original was seen'),
});

/** Frontmatter of an entry. README.md explains each field to the people who edit them. */
export const frontmatterSchema = z.object({
  title: z.string().min(1),
  incomplete: z
    .boolean()
    .optional()
    .describe(
      'From a list of ids or links alone: `npm run enrich` completes it, and so does a new title',
    ),
  digests: z.array(listingSchema).describe('Where it was listed, first listing first'),
  origin: z
    .string()
    .optional()
    .describe('Hash of the entry as the loader wrote it; while it matches, nobody has edited it'),
  arxiv: z
    .string()
    .regex(new RegExp(`^${arxivShape}$`), 'an arXiv id such as 2409.11321')
    .optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI such as 10.1000/182')
    .optional(),
  authors: z.array(z.string().min(1)).optional(),
  published: isoDate.optional().describe("The paper's own date; a digest's is never taken for it"),
  updated: isoDate.optional().describe('Date of the newest version'),
  venue: z.string().min(1).optional(),
  categories: z.array(z.string()).optional(),
  comment: z.string().min(1).optional().describe("The authors' comment: pages, conference"),
  links: z.array(linkSchema).optional(),
  upvotes: z.number().int().nonnegative().optional().describe('Votes when captured'),
  topics: z
    .array(z.string())
    .optional()
    .describe('Replaces what the rules of the topic files would assign'),
  corrections: z
    .array(correctionSchema)
    .optional()
    .describe('What was corrected by hand; the page shows it'),
  aliases: z
    .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a former file name without `.md`'))
    .optional()
    .describe('Former file names: their addresses lead here'),
});

export type Listing = z.infer<typeof listingSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type EntryLink = z.infer<typeof linkSchema>;
export type Frontmatter = z.infer<typeof frontmatterSchema>;

/** An entry: `papers/<id>.md`. */
export interface Entry {
  /** File name without `.md`; the permalink. */
  readonly id: string;
  readonly data: Frontmatter;
  /** The abstract as Markdown; empty when the digest gave none. */
  readonly body: string;
}

/** An entry as it lies on the disk. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly text: string;
}
