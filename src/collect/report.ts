/** What a run of `npm run collect` says. Pure. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { toTerminal } from '../diagnostics/reporters/terminal.ts';
import { visible } from '../diagnostics/visible.ts';
import type { LeftOut } from '../entries/left-out.ts';
import { counted } from '../text/counted.ts';

/** What came of one source. */
export interface SourceReport {
  readonly source: string;
  readonly digests: {
    readonly day: string;
    readonly file: string;
    readonly announced: number;
    readonly kept: number;
    readonly leftOut: readonly LeftOut[];
  }[];
  readonly failed: { readonly day: string; readonly why: string }[];
}

export interface CollectReport {
  readonly ok: boolean;
  readonly dryRun: boolean;
  readonly requests: number;
  readonly sources: readonly SourceReport[];
  readonly problems: readonly Diagnostic[];
}

/** Why papers were left out, for people. */
export const whyLeft: Readonly<Record<LeftOut['why'], string>> = {
  before: 'listed before',
  must: 'without a word that must occur',
  mustNot: 'with a word that must not occur',
  limit: 'beyond the limit',
};

/** `12 listed before, 3 beyond the limit`; empty where none was left out. */
export function leftWords(leftOut: readonly LeftOut[]): string {
  const counts = Map.groupBy(leftOut, ({ why }) => why);
  return [...counts].map(([why, papers]) => `${papers.length} ${whyLeft[why]}`).join(', ');
}

/** The report for a terminal. @param colour whether it shows colours */
export function toText(report: CollectReport, colour: boolean): string {
  const lines = report.sources.flatMap(({ source, digests, failed }) => [
    ...digests.map(({ file, announced, kept, leftOut }) => {
      const left = leftWords(leftOut);
      return `${source}: ${announced} announced, ${counted(kept, 'paper')} kept${left && ` (${left})`} → ${visible(file)}`;
    }),
    ...failed.map(({ day, why }) => `${source}: failed for ${day}: ${visible(why)}`),
    ...(digests.length + failed.length === 0 ? [`${source}: nothing new`] : []),
  ]);
  return [
    ...report.problems.map((problem) => toTerminal(problem, colour)),
    ...lines,
    ...(report.dryRun ? ['Nothing was written.'] : []),
  ].join('\n');
}
