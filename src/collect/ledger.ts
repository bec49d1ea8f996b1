/** What was collected, when and where: the lines of `collected.jsonl`. Pure. */
import { z } from 'astro/zod';
import { leftOutSchema } from '../entries/left-out.ts';

const lineSchema = z.object({
  source: z.string(),
  /** ISO day that it is the digest of, or on which it failed. */
  day: z.string(),
  /** ISO time of the answer. */
  at: z.string(),
  address: z.string(),
  /** Id of the digest; absent where nothing came. */
  digest: z.string().optional(),
  /** Papers, as the source counts them. */
  announced: z.number().optional(),
  kept: z.number().optional(),
  leftOut: z.array(leftOutSchema).optional(),
  /** Why nothing came. */
  failed: z.string().optional(),
  /** Under what the source gives it away, where it says so. */
  licence: z.string().optional(),
  /** By which the server knows whether it has changed since. */
  etag: z.string().optional(),
  modified: z.string().optional(),
});

/** One answer of a source, or its failure. */
export type Collected = z.infer<typeof lineSchema>;

function readLine(line: string): Collected | undefined {
  try {
    const result = lineSchema.safeParse(JSON.parse(line));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of a file's text; those that are none are left out. */
export const readCollected = (text: string): Collected[] =>
  text.split('\n').flatMap((line) => readLine(line) ?? []);

const keyOf = ({ source, day, address, digest }: Collected): string =>
  digest ?? `${source} ${day} ${address}`;

/**
 * The file's text with lines added. A line takes the place of an earlier one of the same digest; that a source failed on
 * a day is no longer said once it has come for that day.
 */
export function addCollected(text: string, added: readonly Collected[]): string {
  const lines = new Map(readCollected(text).map((line) => [keyOf(line), line]));
  for (const line of added) {
    lines.delete(keyOf(line));
    lines.set(keyOf(line), line);
    if (line.failed !== undefined) continue;
    for (const [key, other] of lines)
      if (other.failed !== undefined && other.source === line.source && other.day <= line.day)
        lines.delete(key);
  }
  return [...lines.values()].map((line) => `${JSON.stringify(line)}\n`).join('');
}
