/** Papers that a digest lists and the archive does not take: what was collected may have been filtered. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'astro/zod';
import { collectedFile } from '../archive-folder.ts';
import type { CapturedPaper, ParsedDigest } from '../digest/model.ts';
import { readJsonLines } from '../text/json-lines.ts';
import type { Seen } from './seen.ts';

/** Where a paper stands in its capture. */
export const placeSchema = z.object({
  line: z.number(),
  /** Number of its record in a structured file. */
  record: z.number().optional(),
});

export const leftOutSchema = placeSchema.extend({
  title: z.string(),
  /** The source listed it before; a word is missing or stands there; beyond the limit. */
  why: z.enum(['before', 'must', 'mustNot', 'limit']),
});

/** A paper that stays in the capture alone. */
export type LeftOut = z.infer<typeof leftOutSchema>;

export type Place = z.infer<typeof placeSchema>;

/** Where a paper stands in its capture. */
export const placeOf = ({ lines: [line], record }: CapturedPaper): Place => ({ line, record });

/** A digest without papers. */
export function withoutPapers(parsed: ParsedDigest, leftOut: readonly Place[]): ParsedDigest {
  if (leftOut.length === 0) return parsed;
  const keyOf = ({ line, record }: Place): string => `${line} ${record ?? ''}`;
  const left = new Set(leftOut.map(keyOf));
  return { ...parsed, papers: parsed.papers.filter((paper) => !left.has(keyOf(placeOf(paper)))) };
}

/** The lines of `collected.jsonl`; empty if there is none. */
export async function readCollectedFile(root: string, seen?: Seen): Promise<string> {
  const text = await readFile(resolve(root, collectedFile()), 'utf8').catch(() => '');
  if (text !== '') seen?.note(collectedFile(), text);
  return text;
}

const lineSchema = z.object({ digest: z.string(), leftOut: z.array(leftOutSchema).min(1) });

/** What was left out of each digest, by its id. @param text of `collected.jsonl` */
export function leftOutIn(text: string): Map<string, readonly LeftOut[]> {
  // Most lines have nothing left out, and an archive may have thousands.
  const lines = text.split('\n').filter((line) => line.includes('"leftOut"'));
  const found = readJsonLines(lines.join('\n'), lineSchema);
  return new Map(found.map(({ digest, leftOut }) => [digest, leftOut]));
}
