/** A paper as a document lists it, and what its lines are. */
import type { CapturedPaper, LineKind, PaperFacts, StatedDate } from '../model.ts';
import { notationOf } from '../records/text.ts';
import type { Extent } from './block.ts';

/** What lines turned out to be. */
export interface Finding {
  readonly extent: Extent;
  readonly kind: LineKind;
  readonly why: string;
}

export interface MarkdownEntry {
  readonly paper: CapturedPaper;
  /** The lines of its title. */
  readonly title: Extent;
  readonly findings: readonly Finding[];
}

/** Papers that one way of listing them gives, and the indices of the blocks that are theirs. */
export interface FoundEntries {
  readonly entries: readonly MarkdownEntry[];
  readonly taken: ReadonlySet<number>;
}

/** What a reading of a document gives: papers, days, and what the lines that are no paper's are. */
export interface Reading {
  readonly entries: readonly MarkdownEntry[];
  readonly dates: readonly StatedDate[];
  readonly findings: readonly Finding[];
}

/** What is known of a paper before it becomes an entry. */
interface Known {
  /** The lines of its title, and by what it is one. */
  readonly block: Extent;
  readonly why: string;
  readonly title: string;
  /** Empty or absent: none given. */
  readonly abstract?: string | undefined;
  readonly facts: PaperFacts;
  /** What the other lines are. */
  readonly findings?: readonly Finding[];
}

/** Makes an entry, which reaches from its first line to its last. */
export function entryOf({
  block,
  why,
  title,
  abstract = '',
  facts,
  findings = [],
}: Known): MarkdownEntry {
  const all = [...findings, { extent: block, kind: 'title' as const, why }];
  const first = all.reduce((low, { extent }) => Math.min(low, extent.first), block.first);
  const last = all.reduce((high, { extent }) => Math.max(high, extent.last), block.last);
  return {
    paper: {
      title,
      ...(abstract === '' ? {} : { abstract }),
      notation: notationOf(title, abstract),
      lines: [first + 1, last + 1],
      facts,
    },
    title: block,
    findings: all,
  };
}
