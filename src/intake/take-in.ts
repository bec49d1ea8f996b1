/** Taking digests in: from bytes to captures and entries. */
import { mkdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { digestsFolder } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseDigestName } from '../digest/name.ts';

import { writeAtomic } from '../entries/atomic.ts';
import { clearLeftovers, keepAccounts } from '../entries/files.ts';
import { listPlaced } from '../entries/placed.ts';
import type { ReadDigest } from '../entries/captures.ts';
import { untilSettled } from '../entries/unopened.ts';
import { bringInStep } from '../entries/in-step.ts';
import type { Store } from '../store/store.ts';
import { accept, type Decisions } from './accept.ts';
import { restingArchive, wholeArchive, type Archive } from './archive.ts';
import { mendCaptures, type Accepted } from './mend.ts';
import type { Refused, SourceFile } from './read.ts';
import { unpackSources } from './unpack.ts';
import { describeDigests, type AddReport } from './report.ts';
import type { StoredEntry } from '../entries/model.ts';

export interface TakeInOptions extends Decisions {
  readonly dryRun: boolean;
  readonly onProgress?: (what: string) => void;
  /** Where derived facts are kept. */
  readonly store?: Store | undefined;
  /**
   * Leaves papers of a new digest out; undefined where nothing of it is to be kept.
   *
   * @param entries those of the archive before
   */
  readonly screen?: (
    source: string,
    digest: ReadDigest,
    entries: readonly StoredEntry[],
  ) => ReadDigest | undefined;
  /** Runs before anything is written, with the digests that are going to be. */
  readonly beforeWriting?: (digests: readonly AcceptedDigest[]) => Promise<void>;
}

/** A digest that is going to be written. */
export type AcceptedDigest = Pick<Accepted, 'source' | 'digest' | 'known'>;

/**
 * Reads files as digests, and writes their captures and entries.
 *
 * Captures are written first and durably; entries follow from them. Interrupted at any moment, running it
 * again (or `npm run build`) writes what is missing. The same bytes are never kept twice.
 *
 * @param root the project's folder
 * @param sources what to take in; gzip and zip are unpacked first
 */
export const takeIn = (
  root: string,
  sources: readonly SourceFile[],
  options: TakeInOptions,
): Promise<AddReport> => {
  let turn = 0;
  return untilSettled(() => takeInOnce(root, sources, options, turn++ === 0));
};

async function takeInOnce(
  root: string,
  sources: readonly SourceFile[],
  options: TakeInOptions,
  mayRest: boolean,
): Promise<AddReport> {
  const { dryRun, onProgress = () => undefined, store, beforeWriting } = options;
  onProgress('reading the archive');
  const resting =
    mayRest && store && !options.screen ? await restingArchive(root, store) : undefined;
  const archive =
    resting ??
    (await wholeArchive(root, store, (done, all) =>
      onProgress(`reading the archive: digest ${done} of ${all}`),
    ));
  const { digests: there, records, seen } = archive;
  const { accepted, refused } = await acceptAll(root, sources, archive, options);

  onProgress('comparing with the archive');
  const added = accepted.filter((it) => !it.known);
  const news = added.map(({ digest }) => digest);
  const { plan, stored, before, keep } = await archive.plan(news, added.length < accepted.length);
  const wanted = [...there, ...news];
  const digests = describeDigests(accepted, plan, before);
  const captures = Map.groupBy(added, ({ digest }) => digest.file);
  const report = (
    written: AddReport['written'],
    problems: readonly Diagnostic[],
    undo: readonly string[] = [],
  ): AddReport => {
    const told = problems.filter(({ severity }) => severity !== 'notice');
    const all = [...told, ...digests.flatMap((digest) => digest.problems)];
    const ok = refused.length === 0 && all.every(({ severity }) => severity !== 'error');
    return { ok, dryRun, digests, refused, problems: told, written, undo };
  };
  if (dryRun)
    return report({ captures: captures.size, entries: plan.writes.length }, [
      ...stored.problems,
      ...plan.problems,
    ]);

  await clearLeftovers(root);
  await beforeWriting?.(accepted);
  const kept = [...there];
  await mendCaptures(root, accepted, kept);
  const written = await writeCaptures(root, captures, kept);
  refused.push(...written.refused);
  const planned = new Set(wanted);
  kept.sort((a, b) => (basename(a.file) < basename(b.file) ? -1 : 1));
  await keepAccounts(root, kept, stored, seen);
  const isPlanned = kept.length === wanted.length && kept.every((digest) => planned.has(digest));
  const done = await bringInStep(root, archive.again ?? kept, {
    records,
    entries: stored,
    plan: isPlanned ? plan : undefined,
    store,
    seen,
    onProgress: (count, all) => onProgress(`writing entries: ${count} of ${all}`),
  });
  if (isPlanned && done.plan === plan)
    await keep({ digests: kept, added: news, reading: done.reading });
  const entries = done.written.new + done.written.refreshed + done.written.listed;
  return report({ captures: written.undo.length, entries }, done.problems, written.undo);
}

/** Reads files as digests, unpacked, each under a name that no other has. */
async function acceptAll(
  root: string,
  sources: readonly SourceFile[],
  { entries, digests, dialect, idsOf }: Archive,
  { onProgress, screen, ...options }: TakeInOptions,
): Promise<{ readonly accepted: Accepted[]; readonly refused: Refused[] }> {
  const byHash = new Map(digests.map((digest) => [digest.hash, digest]));
  // Files that cannot be read have names too.
  const names = (await listPlaced(root, digestsFolder())).files.map((file) =>
    parseDigestName(file),
  );
  const taken = new Set([
    ...names.flatMap((reading) => (reading.ok ? [reading.name.id] : [])),
    ...digests.map(({ name: { id } }) => id),
  ]);
  const accepted: Accepted[] = [];
  const { files, refused: packed } = unpackSources(sources);
  const refused = [...packed];
  for (const [at, file] of files.entries()) {
    onProgress?.(`reading ${at + 1} of ${files.length}: ${file.source}`);
    const result = await accept(file, { ...options, idsOf, dialect }, byHash, taken);
    if (!result.ok) refused.push({ source: file.source, problems: result.problems });
    for (const incoming of result.ok ? result.accepted : []) {
      const digest =
        screen && !incoming.known ? screen(file.source, incoming.digest, entries) : incoming.digest;
      if (digest === undefined) continue;
      accepted.push({ ...incoming, digest });
      byHash.set(digest.hash, digest);
      taken.add(digest.name.id);
    }
  }
  return { accepted, refused };
}

/**
 * Writes captures, each only if there is none of its name yet.
 *
 * @param kept the digests of the archive: those of what was written are added
 * @returns what takes back what was written, and what was not
 */
async function writeCaptures(
  root: string,
  captures: ReadonlyMap<string, readonly Accepted[]>,
  kept: ReadDigest[],
): Promise<{ readonly undo: readonly string[]; readonly refused: readonly Refused[] }> {
  const undo: string[] = [];
  const refused: Refused[] = [];
  for (const [file, held] of captures) {
    const [first] = held;
    if (first === undefined) continue;
    const { source, bytes, digest } = first;
    await mkdir(dirname(resolve(root, file)), { recursive: true });
    if (await writeAtomic(resolve(root, file), bytes, { durable: true, before: null })) {
      undo.push(held.length === 1 ? digest.name.id : basename(file));
      kept.push(...held.map((it) => it.digest));
    } else refused.push({ source, problems: [diagnostic('file/changed', { file })] });
  }
  return { undo, refused };
}
