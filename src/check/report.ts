/** The report of `npm run check`: what the archive holds and what is wrong with it. Pure. */
import { digestsFolder, papersFolder, topicsFolder } from '../archive-folder.ts';
import type { SourceAccount } from '../collect/completeness.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { addCounts } from '../digest/account.ts';
import type { LineKind } from '../digest/model.ts';
import type { Account } from '../entries/account-lines.ts';
import { accountOf, accountProblems, listsOf } from '../entries/accounts.ts';
import type { EntriesReading, DigestsReading } from '../entries/files.ts';
import type { Records } from '../entries/records/apply.ts';
import { tombstoneProblems, type Tombstone } from '../entries/tombstones.ts';
import type { SyncPlan } from '../entries/sync.ts';
import type { Store } from '../store/store.ts';
import { controlCharacters } from '../text/controls.ts';
import { counted } from '../text/counted.ts';
import { editNotices } from './edits.ts';
import { entryNotices } from './entry-notices.ts';
import { entryProblems } from './entries.ts';
import { leftoverNotices } from './leftovers.ts';
import type { SiteReport } from './site.ts';

/** The account of one digest. */
export interface DigestReport {
  readonly id: string;
  readonly file: string;
  readonly date: string;
  readonly format: string;
  readonly why: string;
  readonly papers: number;
  readonly lines: Readonly<Record<LineKind, number>>;
}

export interface CheckReport {
  /** False as soon as there is one error. */
  readonly ok: boolean;
  /** Entries of the archive. */
  readonly papers: number;
  /** Listings of papers in digests. */
  readonly listings: number;
  readonly lines: Readonly<Record<LineKind, number>>;
  /** Lines of digests that fit nowhere. */
  readonly unaccounted: number;
  readonly digests: readonly DigestReport[];
  readonly topics: number;
  /** Papers of digests that were removed, and lines that say what they were. */
  readonly removed: {
    readonly papers: number;
    readonly lines: number;
    /** Those at their authors' wish. */
    readonly withdrawn: { readonly papers: number; readonly lines: number };
  };
  /** Pages of the built site that were looked at; absent: there is no built site, or not a whole one. */
  readonly pages?: number;
  /** What each source announced, and what became of it. */
  readonly sources: readonly SourceAccount[];
  readonly problems: readonly Diagnostic[];
}

export interface CheckInput {
  readonly digests: DigestsReading;
  readonly entries: EntriesReading;
  /** What `accounts.jsonl` says. */
  readonly accounts: readonly Account[];
  /** What arXiv says, by entry. */
  readonly records: Records;
  /** What the loader would do now. */
  readonly plan: SyncPlan;
  /** The topics, and what is wrong with files that are neither digests nor entries. */
  readonly topics: {
    readonly ids: readonly string[];
    /** False where there is no topic, and nobody said that there is to be none. */
    readonly chosen?: boolean;
    readonly notes?: readonly string[];
    readonly problems: readonly Diagnostic[];
  };
  readonly site?: SiteReport;
  /** Spares what earlier runs have worked out. */
  readonly store?: Store;
  /** What the sources brought. */
  readonly collection?: {
    readonly accounts: readonly SourceAccount[];
    readonly problems: readonly Diagnostic[];
  };
}

const order = { error: 0, warning: 1, notice: 2 } as const;

/** Papers from which on it is said that an archive has no topics. */
const worthSorting = 20;

/** What is wrong with entries, what digests say of them, and what lies beside them. */
function archiveProblems({
  digests: { digests },
  entries,
  records,
  plan,
  topics,
  store,
}: CheckInput): Diagnostic[] {
  const ids = new Set(digests.map(({ name }) => name.id));
  const { entries: stored, tombstones = [] } = entries;
  return [
    ...plan.problems,
    ...editNotices(plan.edited),
    ...entryNotices({ entries: stored, plan, records, digests: ids }, store),
    ...leftoverNotices(entries, plan.placements, records, topics.notes),
    ...tombstoneProblems(tombstones, new Set(stored.map(({ entry }) => entry.id))),
    ...entryProblems(stored, ids, new Set(topics.ids), records),
  ];
}

/** That an archive worth sorting has no topics, and nobody said that it is to have none. */
function noTopics({ topics: { chosen }, entries: { entries } }: CheckInput): Diagnostic[] {
  if (chosen !== false || entries.length < worthSorting) return [];
  return [diagnostic('topic/none', { file: topicsFolder() }, { papers: entries.length })];
}

/** Makes the report: accounts added up, entries held against digests and topics, problems worst first. */
export function makeReport(input: CheckInput): CheckReport {
  const { digests, entries, accounts, plan, topics, site, collection } = input;
  const digestReports = digests.digests.map((digest): DigestReport => {
    const { name, file } = digest;
    const { format, why, papers, lines } = accountOf(digest);
    return { id: name.id, file, date: name.date, format, why, papers, lines: addCounts([lines]) };
  });
  const lines = addCounts(digestReports.map((report) => report.lines));
  const problems = [
    ...digests.problems,
    ...accountProblems(digests.digests, accounts, listsOf(entries)),
    ...controlNotices(digests),
    ...entries.problems,
    ...topics.problems,
    ...noTopics(input),
    ...missingEntries(plan, digests),
    ...archiveProblems(input),
    ...(collection?.problems ?? []),
    ...(site?.problems ?? []),
  ].toSorted((a, b) => order[a.severity] - order[b.severity]);
  return {
    ok: problems.every(({ severity }) => severity !== 'error'),
    papers: entries.entries.length,
    listings: digestReports.reduce((sum, { papers }) => sum + papers, 0),
    lines,
    unaccounted: lines.unaccounted,
    digests: digestReports,
    topics: topics.ids.length,
    removed: removedIn(plan, entries.tombstones ?? []),
    sources: collection?.accounts ?? [],
    pages: site?.pages,
    problems,
  };
}

function removedIn(
  { placements }: SyncPlan,
  tombstones: readonly Tombstone[],
): CheckReport['removed'] {
  const wished = new Set(tombstones.filter(({ withdrawn }) => withdrawn).map(({ id }) => id));
  const count = (some: SyncPlan['placements']) => ({
    papers: new Set(some.map(({ id }) => id)).size,
    lines: some.reduce((sum, { paper: { lines } }) => sum + lines[1] - lines[0] + 1, 0),
  });
  const gone = placements.filter(({ removed }) => removed);
  return {
    ...count(gone),
    withdrawn: count(gone.filter(({ tombstone = '' }) => wished.has(tombstone))),
  };
}

/** Papers whose text held characters that nobody can see. */
function controlNotices({ digests }: DigestsReading): Diagnostic[] {
  return digests.flatMap(({ file, parsed }) =>
    parsed.papers.flatMap(({ title, abstract = '', lines: [line] }) => {
      const count = controlCharacters(title) + controlCharacters(abstract);
      if (count === 0) return [];
      return [diagnostic('digest/control-characters', { file, line }, { count })];
    }),
  );
}

/** Papers of digests that the loader has not written yet. */
function missingEntries(plan: SyncPlan, { digests }: DigestsReading): Diagnostic[] {
  const fileOf = new Map(digests.map(({ name, file }) => [name.id, file]));
  const missing = new Set(plan.writes.filter(({ reason }) => reason === 'new').map(({ id }) => id));
  return plan.placements
    .filter(({ id, key }) => missing.has(id) && key === undefined)
    .map(({ digest, paper }) => {
      const where = { file: fileOf.get(digest) ?? digest, line: paper.lines[0] };
      return diagnostic('entry/missing', where, { title: paper.title });
    });
}

function removedWords({ papers, lines, withdrawn }: CheckReport['removed']): string[] {
  if (papers === 0) return [];
  const wish =
    withdrawn.papers === 0
      ? ''
      : `; ${counted(withdrawn.lines, 'line')} left out at ${withdrawn.papers === 1 ? 'its author’s wish' : 'their authors’ wish'}`;
  return [`removed: ${counted(papers, 'paper')}, ${counted(lines, 'line')} of digests${wish}`];
}

/** What the sources announced, kept, left out and failed to bring, in one line. */
function collectedWords(sources: CheckReport['sources']): string[] {
  if (sources.length === 0) return [];
  const sum = (of: (source: SourceAccount) => number): number =>
    sources.reduce((all, source) => all + of(source), 0);
  const left = ({ leftOut: { must, mustNot, limit } }: SourceAccount): number =>
    must + mustNot + limit;
  const unread = sum((source) => source.unread);
  const words = [
    `${sum(({ announced }) => announced)} announced`,
    `${sum(({ kept }) => kept)} kept`,
    `${sum(({ leftOut }) => leftOut.before)} listed before`,
    `${sum(left)} left out`,
    `${counted(
      sum(({ failed }) => failed.length),
      'day',
    )} failed`,
    ...(unread > 0 ? [`${unread} announced and not read`] : []),
  ];
  return [`collected: ${counted(sources.length, 'source')}; papers: ${words.join(', ')}`];
}

/** Totals and digests in a few lines for people, problems left out. */
export function summariseReport(report: CheckReport): string {
  const width = Math.max(8, ...report.digests.map(({ id }) => id.length));
  const rows = report.digests.map(({ id, papers, lines }) => {
    const kinds = Object.entries(lines).filter(([, count]) => count > 0);
    return `  ${id.padEnd(width)}  ${counted(papers, 'paper')}; lines: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')}`;
  });
  const shown =
    rows.length > 40
      ? [...rows.slice(-40), `  … and ${counted(rows.length - 40, 'older digest')}`]
      : rows;
  const count = (severity: keyof typeof order): string =>
    counted(report.problems.filter((problem) => problem.severity === severity).length, severity);
  return [
    `${digestsFolder()}: ${counted(report.digests.length, 'digest')}, ${counted(report.listings, 'listing')}, ${counted(report.unaccounted, 'unaccounted line')}`,
    ...shown,
    `${papersFolder()}: ${counted(report.papers, 'paper')}`,
    counted(report.topics, 'topic'),
    ...removedWords(report.removed),
    ...collectedWords(report.sources),
    report.pages === undefined
      ? 'dist: no whole site; links were not checked'
      : `dist: ${counted(report.pages, 'page')}, every file and every internal link looked at`,
    `${count('error')}, ${count('warning')}, ${count('notice')}`,
  ].join('\n');
}
