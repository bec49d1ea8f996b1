/** The files of collecting: what an archive collects, and what came of it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { collectedFile, sourcesFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readCollectedFile } from '../entries/left-out.ts';
import { readOwnText } from '../entries/owner-files.ts';
import { accountsOf, type SourceAccount } from './completeness.ts';
import { readCollected } from './ledger.ts';
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
