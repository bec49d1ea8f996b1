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
 * The file's text with lines added. A line takes the place of an earlier one of the same digest.
 *
 * @param resolved sources and days whose failures were made good
 */
export function addCollected(
  text: string,
  added: readonly Collected[],
  resolved: readonly Pick<Collected, 'source' | 'day'>[] = [],
): string {
  const good = new Set(resolved.map(({ source, day }) => `${source} ${day}`));
  const isGood = ({ source, day, failed }: Collected): boolean =>
    failed !== undefined && good.has(`${source} ${day}`);
  const before = readCollected(text).filter((line) => !isGood(line));
  const lines = new Map(before.map((line) => [keyOf(line), line]));
  for (const line of added) {
    lines.delete(keyOf(line));
    lines.set(keyOf(line), line);
  }
  return [...lines.values()].map((line) => `${JSON.stringify(line)}\n`).join('');
}
