/** What `npm run enrich` says. Pure. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fewOf, section, toTerminal } from '../diagnostics/reporters/terminal.ts';
import { visibleIn } from '../diagnostics/visible.ts';
import type { Candidate } from './judge.ts';
import { sourceOf } from '../entries/records/record.ts';
import { counted } from '../text/counted.ts';

export interface TakenPaper {
  readonly entry: string;
  readonly source: string;
  readonly title: string;
  readonly by: string;
  /** Fields of the entry that were filled. */
  readonly fields: readonly string[];
  readonly withdrawn: boolean;
}

/** A paper that a person has to decide on. */
export interface DoubtfulPaper {
  readonly entry: string;
  readonly title: string;
  readonly why: string;
  readonly candidates: readonly {
    readonly source: string;
    readonly title: string;
    /** Whether the titles are equal, near or different. */
    readonly titles: string;
    /** Likeness of the abstracts, 0 to 1; absent: nothing to compare. */
    readonly abstracts?: number;
  }[];
}

export interface LeftPaper {
  readonly entry: string;
  readonly title: string;
  readonly why: string;
}

export interface EnrichReport {
  /** False if arXiv fell silent, or something could not be read or written. */
  readonly ok: boolean;
  readonly dryRun: boolean;
  readonly offline: boolean;
  readonly interrupted: boolean;
  /** Entries looked at. */
  readonly entries: number;
  readonly taken: readonly TakenPaper[];
  readonly doubtful: readonly DoubtfulPaper[];
  /** arXiv has nothing like it. */
  readonly absent: readonly { readonly entry: string; readonly title: string }[];
  /** Not looked up, or not written, this time. */
  readonly left: readonly LeftPaper[];
  readonly requests: number;
  readonly problems: readonly Diagnostic[];
}

export const describeCandidate = ({
  record,
  title,
  abstract,
}: Candidate): DoubtfulPaper['candidates'][number] => ({
  source: sourceOf(record),
  title: record.title,
  titles: title,
  abstracts: abstract === undefined ? undefined : Math.round(abstract * 100) / 100,
});

/** Time in words, for people who wait: `45 s`, `12 min`, `3 h 20 min`. */
export function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function describeDoubtful({ entry, title, why, candidates }: DoubtfulPaper): string {
  const rows = candidates.slice(0, 5).map((candidate) => {
    const abstracts =
      candidate.abstracts === undefined
        ? 'no abstract to compare'
        : `abstracts ${Math.round(candidate.abstracts * 100)} % alike`;
    return `      ${candidate.source} "${candidate.title}" (${candidate.titles} title, ${abstracts})`;
  });
  return [`  ${entry}: ${why}`, `      "${title}"`, ...rows].join('\n');
}

/** The report for people. */
export function toText(enriched: EnrichReport, colour: boolean): string {
  const report = visibleIn(enriched);
  const { taken, doubtful, absent, left } = report;
  const part = (title: string, rows: readonly string[]): string[] => section(title, rows, colour);
  const reasons = Map.groupBy(left, ({ why }) => why);
  const wrote = report.dryRun
    ? 'Dry run: nothing was written.'
    : `Wrote ${counted(taken.length, 'record')} and the entries filled from there.`;
  return [
    ...part(
      `Found: ${taken.length}`,
      taken.map(
        ({ entry, source, by, fields, withdrawn }) =>
          `  ${entry}: ${source}, by ${by}${fields.length > 0 ? ` → ${fields.join(', ')}` : ''}${withdrawn ? ' (WITHDRAWN)' : ''}`,
      ),
    ),
    ...part(`For a person to decide: ${doubtful.length}`, doubtful.map(describeDoubtful)),
    ...(doubtful.length > 0
      ? [
          '  If one is the paper, write its id into the entry (arxiv: "2409.11321") and run again.',
          '',
        ]
      : []),
    ...part(
      `Not on arXiv: ${absent.length}`,
      absent.map(({ entry, title }) => `  ${entry}: "${title}"`),
    ),
    ...part(
      `Left for another time: ${left.length}`,
      [...reasons].map(([why, papers]) => `  ${papers.length}: ${why}`),
    ),
    ...fewOf(report.problems.map((problem) => toTerminal(problem, colour))),
    `${counted(report.entries, 'entry', 'entries')} looked at, ${counted(report.requests, 'request')}. ${wrote}`,
    ...(report.interrupted ? ['Interrupted; run it again to go on where it stopped.'] : []),
  ].join('\n');
}
