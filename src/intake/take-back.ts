/** Taking digests back: captures go, and the entries that only they list. */
import { rm } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import {
  captureFile,
  digestsFolder,
  entryFile,
  recordsFolder,
  notesFolder,
} from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ReadDigest } from '../entries/captures.ts';
import { readRecords } from '../entries/records/files.ts';
import { readAccounts } from '../entries/account-lines.ts';
import { removeUnchanged } from '../entries/atomic.ts';
import {
  changedProblems,
  clearLeftovers,
  keepAccounts,
  readAccountsFile,
  readDigests,
  readEntries,
  syncDigests,
  writeEntries,
  type EntriesReading,
} from '../entries/files.ts';
import { listPlaced } from '../entries/placed.ts';
import { planRemoval, type LeftEntry, type RemovalPlan } from '../entries/removal.ts';
import { findRemovable, removables, type Removable } from './removable.ts';

export interface TakeBackOptions {
  readonly dryRun: boolean;
  readonly onProgress?: (what: string) => void;
  /** Runs before anything is changed, with the digests that go. */
  readonly beforeRemoving?: (digests: readonly TakenDigest[]) => Promise<void>;
}

/** A digest that is taken back. */
export type TakenDigest = Pick<ReadDigest, 'name' | 'parsed'>;

export interface TakeBackReport {
  readonly ok: boolean;
  readonly dryRun: boolean;
  /** What was to be taken back. */
  readonly captures: readonly Removable[];
  /** Ids of the entries that went, and of those that other digests list too. */
  readonly deleted: readonly string[];
  readonly rewritten: readonly string[];
  readonly left: readonly LeftEntry[];
  /** Files that were saved in the meantime: the run is to be repeated. */
  readonly problems: readonly Diagnostic[];
}

export type TakingBack =
  | { readonly ok: true; readonly report: TakeBackReport }
  /** What was named cannot be found; nothing was done. */
  | { readonly ok: false; readonly unknown: readonly string[] };

/** Files that belong to an entry and have its name. */
async function filesBeside(root: string): Promise<Map<string, string>> {
  const beside = new Map<string, string>();
  for (const folder of [recordsFolder(), notesFolder()]) {
    for (const file of (await listPlaced(root, folder)).files) {
      beside.set(basename(file, '.md'), file);
    }
  }
  return beside;
}

/** What was typed, as a file name if it is a path into `digests`. */
function nameIn(root: string, typed: string): string {
  const folder = resolve(root, digestsFolder());
  const paths = [resolve(typed), resolve(root, typed)].map((path) => relative(folder, path));
  return basename(paths.find((path) => path !== '' && !path.startsWith('..')) ?? typed);
}

/** All that could be taken back. */
async function removablesIn(
  root: string,
  digests: readonly ReadDigest[],
  { entries }: EntriesReading,
): Promise<Removable[]> {
  const accounts = readAccounts(await readAccountsFile(root));
  return removables({
    files: (await listPlaced(root, digestsFolder())).files.map((file) => basename(file)),
    read: digests.map(({ name, file }) => ({ id: name.id, fileName: basename(file) })),
    accounted: accounts.map(({ digest, file }) => ({ id: digest, fileName: basename(file) })),
    listed: entries.flatMap(({ entry }) => entry.data.digests.map(({ digest }) => digest)),
  });
}

/** Writes and deletes entries. @returns the ids of those that were saved in the meantime, and stay */
async function carryOut(
  root: string,
  { writes, deletes }: RemovalPlan,
  onProgress: (what: string) => void,
): Promise<string[]> {
  const changed = await writeEntries(root, writes);
  for (const [at, { id, before }] of deletes.entries()) {
    if (at % 100 === 0) onProgress(`deleting entries: ${at} of ${deletes.length}`);
    const path = resolve(root, entryFile(id));
    if (!removeUnchanged(path, { sha256: before })) changed.push(id);
  }
  return changed;
}

/**
 * Takes digests back. Entries are seen to first, then the captures go, then their lines in the accounts: killed at
 * any moment and run again, it finishes, for each step can be told from what is left.
 *
 * @param root the project's folder
 * @param wanted ids of digests, file names or paths of captures
 * @throws what the file system throws
 */
export async function takeBack(
  root: string,
  wanted: readonly string[],
  { dryRun, onProgress = () => undefined, beforeRemoving }: TakeBackOptions,
): Promise<TakingBack> {
  onProgress('reading the archive');
  const { digests } = await readDigests(root);
  const entries = await readEntries(root);
  const { records } = await readRecords(root);
  const all = await removablesIn(root, digests, entries);
  const answers = wanted.map((typed) => {
    const direct = findRemovable(typed, all);
    return 'found' in direct ? direct : findRemovable(nameIn(root, typed), all);
  });
  const unknown = answers.flatMap((answer) => ('problem' in answer ? [answer.problem] : []));
  if (unknown.length > 0) return { ok: false, unknown };
  const captures = [
    ...new Set(answers.flatMap((answer) => ('found' in answer ? [answer.found] : []))),
  ];

  const gone = new Set(captures.flatMap((capture) => capture.digests));
  const plan = planRemoval({
    ...entries,
    digests: syncDigests(digests),
    records,
    gone,
    beside: await filesBeside(root),
  });
  let changed: readonly string[] = [];
  if (!dryRun) {
    await clearLeftovers(root);
    await beforeRemoving?.(digests.filter(({ name }) => gone.has(name.id)));
    changed = await carryOut(root, plan, onProgress);
    // As long as an entry is in question the capture stays, so that the next run finds all.
    if (changed.length === 0) {
      for (const { fileName } of captures)
        if (fileName !== undefined) await rm(resolve(root, captureFile(fileName)), { force: true });
      const rest = digests.filter(({ name }) => !gone.has(name.id));
      await keepAccounts(root, rest, entries);
    }
  }
  const done = (items: readonly { readonly id: string }[]): string[] =>
    items.map(({ id }) => id).filter((id) => !changed.includes(id));
  return {
    ok: true,
    report: {
      ok: changed.length === 0,
      dryRun,
      captures,
      deleted: done(plan.deletes),
      rewritten: done(plan.writes),
      left: plan.left,
      problems: changedProblems(changed),
    },
  };
}
