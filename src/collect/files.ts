/** The files of collecting: what an archive collects, and what came of it. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { archiveFolder, collectedFile, sourcesFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { readCollectedFile } from '../entries/left-out.ts';
import { readOwnText } from '../entries/owner-files.ts';
import type { TakenDigest } from '../intake/take-back.ts';
import { accountsOf, type SourceAccount } from './completeness.ts';
import { readCollected, withTakenBack } from './ledger.ts';
import { parseSources, type SourcesReading } from './sources.ts';

/**
 * Reads `sources.yaml`.
 *
 * @param root the project's folder
 * @returns no sources and no problem for an archive without the file
 */
export async function readSources(root: string): Promise<SourcesReading> {
  const file = sourcesFile();
  if (!existsSync(resolve(root, file))) return { sources: [], problems: [] };
  const read = await readOwnText(root, file);
  return read.ok ? parseSources(file, read.text) : { problems: [read.problem] };
}

/** Whether an archive names sources, or has ever collected anything. */
export async function collects(root: string): Promise<boolean> {
  const { sources = [] } = await readSources(root);
  return sources.length > 0 || readCollected(await readCollectedFile(root)).length > 0;
}

/**
 * Writes `collected.jsonl` anew, if it is to say something else.
 *
 * @param root the project's folder
 * @param change from its text as it is to that which it is to have
 */
export async function changeCollected(
  root: string,
  change: (before: string) => string,
): Promise<void> {
  const before = await readCollectedFile(root);
  const text = change(before);
  if (text === before) return;
  await mkdir(archiveFolder(root), { recursive: true });
  await writeAtomic(resolve(root, collectedFile()), text, { durable: true });
}

/**
 * Notes that digests are taken back, so that they do not come again by themselves.
 *
 * @param root the project's folder
 * @param today ISO day
 */
export function noteTakenBack(
  root: string,
  digests: readonly TakenDigest[],
  today: string,
): Promise<void> {
  const gone = digests.map(({ name, parsed }) => ({
    id: name.id,
    titles: parsed.papers.map(({ title }) => title),
  }));
  return changeCollected(root, (text) => withTakenBack(text, gone, today));
}

/** Warnings of what sources did not bring. @param accounts see `accountsOf` */
const sourceProblems = (accounts: readonly SourceAccount[]): Diagnostic[] =>
  accounts.flatMap(({ source, failed, silence }) => [
    ...failed.map(({ day, why }) =>
      diagnostic('source/failed', { file: collectedFile() }, { source, day, why }),
    ),
    ...(silence
      ? [
          diagnostic(
            'source/silent',
            { file: sourcesFile() },
            { source, days: silence.days, usual: silence.usual },
          ),
        ]
      : []),
  ]);

/**
 * What the sources of an archive brought, and what is wrong with them.
 *
 * @param root the project's folder
 * @param today ISO day for which silence counts
 */
export async function readCollection(
  root: string,
  today?: string,
): Promise<{
  readonly accounts: readonly SourceAccount[];
  readonly problems: readonly Diagnostic[];
}> {
  const { sources = [], problems } = await readSources(root);
  const names = new Set(sources.map(({ name }) => name));
  const accounts = accountsOf(readCollected(await readCollectedFile(root)), today);
  // A source that is no longer asked owes nothing.
  const asked = accounts.filter(({ source }) => names.has(source));
  return { accounts, problems: [...problems, ...sourceProblems(asked)] };
}
