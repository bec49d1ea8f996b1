/** The lines of `accounts.jsonl`: what was read out of which bytes. Pure. */
import { z } from 'astro/zod';
import { lineKinds } from '../digest/model.ts';
import { readJsonLines } from '../text/json-lines.ts';

const accountSchema = z.object({
  digest: z.string(),
  /** Its name among the digests; in older lines with a path. */
  file: z.string(),
  sha256: z.string(),
  format: z.string(),
  why: z.string(),
  papers: z.number(),
  lines: z.partialRecord(z.enum(lineKinds), z.number()),
  /** Fields of a structured file that went into no entry, with the number of records that hold them. */
  unused: z.record(z.string(), z.number()).optional(),
});

/** What was read out of one capture. */
export type Account = z.infer<typeof accountSchema>;

/** The accounts of a file's text; lines that are none are left out, and so count as missing. */
export const readAccounts = (text: string): Account[] => readJsonLines(text, accountSchema);
