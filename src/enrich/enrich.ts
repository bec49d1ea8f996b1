/** Looks the archive's papers up on arXiv and fills what is empty in their entries. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readDigests, readEntries } from '../entries/files.ts';
import { bringInStep } from '../entries/in-step.ts';
import { prepareFolders, readRecords } from '../entries/records/files.ts';
import { AnswerCache, ofArxiv } from './cache.ts';
import type { EnrichReport } from './report.ts';
import { Run, type EnrichOptions } from './run.ts';
import { recordOf } from '../entries/records/apply.ts';

/** The names that entries do not have. */
export class UnknownEntries extends Error {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super(`There is no entry ${ids.join(', ')}.`);
    this.ids = ids;
  }
}

/** Gives the entries of lists of links the titles that were found; those that people edited stay. */
async function complete(root: string): Promise<readonly Diagnostic[]> {
  const { digests } = await readDigests(root);
  const { records } = await readRecords(root);
  const { problems } = await bringInStep(root, digests, {
    records,
    entries: await readEntries(root),
  });
  return problems.filter(({ severity }) => severity === 'error');
}

/**
 * Looks papers up and fills their entries, batch by batch: whatever ends the run, what is written is whole,
 * and the next run goes on from there.
 *
 * @param root the project's folder
 * @throws UnknownEntries if an id names no entry
 */
export async function enrich(root: string, options: EnrichOptions): Promise<EnrichReport> {
  const { entries, problems } = await readEntries(root);
  const wanted = new Set(options.ids);
  const present = new Set(entries.map(({ entry }) => entry.id));
  const unknown = options.ids.filter((id) => !present.has(id));
  if (unknown.length > 0) throw new UnknownEntries(unknown);
  const { records, problems: unread } = await readRecords(root);
  const chosen = entries.filter(({ entry }) =>
    wanted.size > 0
      ? wanted.has(entry.id)
      : options.refresh || recordOf(entry.id, entry.data, records)?.data.source === undefined,
  );
  if (!options.dryRun) await prepareFolders(root);
  const cache = new AnswerCache(root, ofArxiv);
  const run = new Run(root, options, cache, await cache.lastRequest());
  await run.go(entries, chosen, records);
  const { taken, doubtful, absent, left, requests } = run;
  const waiting = new Set(chosen.flatMap(({ entry }) => (entry.data.incomplete ? entry.id : [])));
  const inStep =
    !options.dryRun && taken.some(({ entry }) => waiting.has(entry)) ? await complete(root) : [];
  return {
    ok: !run.failed && problems.length + unread.length + inStep.length === 0,
    dryRun: options.dryRun,
    offline: options.offline,
    interrupted: options.signal?.aborted ?? false,
    entries: chosen.length,
    taken,
    doubtful,
    absent,
    left,
    requests,
    problems: [...problems, ...unread, ...inStep],
  };
}
