/** What was collected, when and where: the lines of `collected.jsonl`. Pure. */
import { z } from 'astro/zod';
import { leftOutSchema, placeSchema } from '../entries/left-out.ts';
import { readJsonLines, toJsonLines } from '../text/json-lines.ts';

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
  /** Papers that the source says are new versions. */
  replaced: z.array(placeSchema).optional(),
  /** The owner took the digest back: what it brought does not come again. */
  removed: z.object({ digest: z.string(), on: z.string(), titles: z.array(z.string()) }).optional(),
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

/** What stands there for a source of what was added by hand: nothing that `sources.yaml` may name. */
export const byHand = '(by hand)';

/** The lines of a file's text; those that are none are left out. */
export const readCollected = (text: string): Collected[] => readJsonLines(text, lineSchema);

const keyOf = ({ source, day, address, digest, removed }: Collected): string =>
  removed ? `removed ${removed.digest}` : (digest ?? `${source} ${day} ${address}`);

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
  return toJsonLines(lines.values());
}

/** What is in a digest that is taken back. */
export interface TakenBack {
  readonly id: string;
  readonly titles: readonly string[];
}

/**
 * The file's text once digests were taken back: that they were there stays, so that they do not come again. What was
 * added by hand comes only by hand.
 *
 * @param on ISO day
 */
export function withTakenBack(text: string, digests: readonly TakenBack[], on: string): string {
  const gone = new Map(digests.map((digest) => [digest.id, digest]));
  const lines = readCollected(text).flatMap((line): Collected[] => {
    const { digest, ...rest } = line;
    const taken = gone.get(digest ?? '');
    if (digest === undefined || taken === undefined) return [line];
    if (line.source === byHand) return [];
    return [{ ...rest, kept: 0, removed: { digest, on, titles: [...taken.titles] } }];
  });
  return toJsonLines(new Map(lines.map((line) => [keyOf(line), line])).values());
}

/**
 * The file's text in which digests that were taken back count as failed, so that they are asked for again.
 *
 * @returns also those that were never taken back
 */
export function askedAgain(
  text: string,
  digests: readonly string[],
): {
  readonly text: string;
  readonly unknown: readonly string[];
  /** Of their papers. */
  readonly titles: ReadonlySet<string>;
} {
  const wanted = new Set(digests);
  const titles = new Set<string>();
  if (wanted.size === 0) return { text, unknown: [], titles };
  const lines = readCollected(text).map((line): Collected => {
    const { source, day, at, address, removed } = line;
    if (removed === undefined || !wanted.delete(removed.digest)) return line;
    for (const title of removed.titles) titles.add(title);
    return { source, day, at, address, failed: 'it was taken back, and is asked for again' };
  });
  return { text: toJsonLines(lines), unknown: [...wanted], titles };
}
