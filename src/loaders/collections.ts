/** What the loaders put into Astro's collections: an entry or digest and what was read out of it. */
import { z } from 'astro/zod';
import { foreignFactSchema } from '../entries/records/provenance.ts';
import { lineKinds } from '../digest/model.ts';
import { frontmatterSchema, listingSchema } from '../entries/model.ts';

/** A paper: its frontmatter, and the plain text and addresses found in its abstract. */
export const paperDataSchema = frontmatterSchema.extend({
  text: z.string().describe('The abstract as plain text'),
  file: z
    .string()
    .optional()
    .describe("Its entry, from the archive's folder, if it lies in a folder below `papers`"),
  captured: z
    .array(listingSchema.extend({ text: z.string() }))
    .optional()
    .describe("The captures' own texts, where they are not just what the page shows"),
  source: z
    .string()
    .optional()
    .describe("Where the abstract is from, if it is not the digest's: arXiv:2409.11321v2"),
  damage: z
    .array(z.object({ where: z.enum(['title', 'abstract']), text: z.string(), why: z.string() }))
    .describe('What title and abstract have lost of TeX that a reader needs'),
  foreign: z
    .array(foreignFactSchema)
    .describe('Facts that no digest states, each with where it was read'),
  urls: z
    .array(z.object({ url: z.string(), start: z.number(), end: z.number() }))
    .describe('Addresses in the abstract, with their place in `text` in UTF-16 code units'),
});

export const digestDataSchema = z.object({
  date: z.string().describe('ISO date, from the file name'),
  stated: z
    .string()
    .optional()
    .describe('What the capture says of its day, if it leaves the year unsaid: `Mar 11`'),
  name: z.string().describe('What it is, for readers; else what its file is called'),
  banner: z.array(z.string()).describe('What the capture says before its papers, line by line'),
  file: z.string(),
  part: z
    .string()
    .optional()
    .describe(
      'What it is in its capture, and what it was decoded from, if it is not the capture as it is',
    ),
  format: z.string().describe('Shape of the digest, for readers'),
  why: z.string().describe('In what the shape was recognised'),
  papers: z.number(),
  hash: z.string().optional().describe('SHA-256 of its bytes'),
  licence: z.string().optional().describe('Under what its source gives it away, where it says so'),
  shown: z
    .object({ starts: z.array(z.number()), records: z.literal(true).optional() })
    .optional()
    .describe('How its capture is shown (src/evidence); absent where it lists nothing'),
  lines: z.partialRecord(z.enum(lineKinds), z.number()),
});

export type PaperData = z.infer<typeof paperDataSchema>;
export type DigestData = z.infer<typeof digestDataSchema>;
