/** Taking digests in: from bytes to captures and entries. */
import { mkdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { digestsFolder } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { titleKey } from '../digest/identity.ts';
import { parseDigestName } from '../digest/name.ts';
import { readRecords } from '../entries/records/files.ts';
import { writeAtomic } from '../entries/atomic.ts';
import {
  clearLeftovers,
  keepAccounts,
  planFor,
  readDigests,
  readEntries,
} from '../entries/files.ts';
import { listPlaced } from '../entries/placed.ts';
import type { ReadDigest } from '../entries/captures.ts';
import type { Records } from '../entries/records/apply.ts';
import { untilSettled } from '../entries/unopened.ts';
import { bringInStep } from '../entries/in-step.ts';
import type { Store } from '../store/store.ts';
import { accept, type Decisions, type IdsOf } from './accept.ts';
import { mendCaptures, type Accepted } from './mend.ts';
import type { SourceFile } from './read.ts';
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
): Promise<AddReport> => untilSettled(() => takeInOnce(root, sources, options));

async function takeInOnce(
  root: string,
  sources: readonly SourceFile[],
  { dryRun, onProgress = () => undefined, store, screen, beforeWriting, ...options }: TakeInOptions,
): Promise<AddReport> {
  onProgress('reading the archive');
  const { digests: before, dialect } = await readDigests(root, {
    store,
    onProgress: (done, all) => onProgress(`reading the archive: digest ${done} of ${all}`),
  });
  const stored = await readEntries(root, { store });
  const { records } = await readRecords(root, { store });
  const idsOf = idFinder(stored.entries, records);

  const byHash = new Map(before.map((digest) => [digest.hash, digest]));
  // Files that cannot be read have names too.
  const names = (await listPlaced(root, digestsFolder())).files.map((file) =>
    parseDigestName(file),
  );
  const taken = new Set([
    ...names.flatMap((reading) => (reading.ok ? [reading.name.id] : [])),
    ...before.map(({ name: { id } }) => id),
  ]);
  const accepted: Accepted[] = [];
  const { files, refused: packed } = unpackSources(sources);
  const refused = [...packed];
  for (const [at, file] of files.entries()) {
    onProgress(`reading ${at + 1} of ${files.length}: ${file.source}`);
    const result = await accept(file, { ...options, idsOf, dialect }, byHash, taken);
    if (!result.ok) {
      refused.push({ source: file.source, problems: result.problems });
      continue;
    }
    for (const incoming of result.accepted) {
      const screened =
        screen && !incoming.known
          ? screen(file.source, incoming.digest, stored.entries)
          : incoming.digest;
      if (screened === undefined) continue;
      const digest = { ...incoming, digest: screened };
      accepted.push(digest);
      byHash.set(digest.digest.hash, digest.digest);
      taken.add(digest.digest.name.id);
    }
  }

  onProgress('comparing with the archive');
  const added = accepted.filter(({ known }) => !known);
  const wanted = [...before, ...added.map(({ digest }) => digest)];
  const plan = planFor(wanted, stored, records, store);
  const digests = describeDigests(accepted, plan, stored.entries);

  const captures = Map.groupBy(added, ({ digest }) => digest.file);
  const written = { captures: captures.size, entries: plan.writes.length };
  const undo: string[] = [];
  let problems: readonly Diagnostic[] = [...stored.problems, ...plan.problems];
  if (!dryRun) {
    await clearLeftovers(root);
    await beforeWriting?.(accepted);
    const kept = [...before];
    written.captures = 0;
    await mendCaptures(root, accepted, kept);
    for (const [file, [first, ...others]] of captures) {
      if (first === undefined) continue;
      const { source, bytes } = first;
      await mkdir(dirname(resolve(root, file)), { recursive: true });
      if (await writeAtomic(resolve(root, file), bytes, { durable: true, before: null })) {
        written.captures++;
        undo.push(others.length === 0 ? first.digest.name.id : basename(file));
        kept.push(...[first, ...others].map(({ digest }) => digest));
      } else {
        refused.push({ source, problems: [diagnostic('file/changed', { file })] });
      }
    }
    const planned = new Set(wanted);
    kept.sort((a, b) => (basename(a.file) < basename(b.file) ? -1 : 1));
    await keepAccounts(root, kept, stored);
    const isPlanned = kept.length === wanted.length && kept.every((digest) => planned.has(digest));
    const done = await bringInStep(root, kept, {
      records,
      entries: stored,
      plan: isPlanned ? plan : undefined,
      store,
      onProgress: (count, all) => onProgress(`writing entries: ${count} of ${all}`),
    });
    written.entries = done.written.new + done.written.refreshed + done.written.listed;
    problems = done.problems;
  }
  const told = problems.filter(({ severity }) => severity !== 'notice');
  const bad = [...told, ...digests.flatMap((digest) => digest.problems)].some(
    ({ severity }) => severity === 'error',
  );
  const ok = refused.length === 0 && !bad;
  return { ok, dryRun, digests, refused, problems: told, written, undo };
}

/** Finds the arXiv ids of papers: their own, or what the archive knows of papers of the same title. */
function idFinder(entries: readonly StoredEntry[], records: Records): IdsOf {
  const byTitle = new Map<string, string>();
  for (const { data } of records.values()) {
    if (data.arxiv !== undefined) byTitle.set(titleKey(data.entry), data.arxiv);
  }
  for (const { entry } of entries) {
    if (entry.data.arxiv !== undefined) byTitle.set(titleKey(entry.data.title), entry.data.arxiv);
  }
  return ({ title, facts }) => {
    const id = facts.arxiv ?? byTitle.get(titleKey(title));
    return id === undefined ? [] : [id];
  };
}
