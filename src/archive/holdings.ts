/** What the archive holds, in numbers. */
import { lineKinds, type LineKind } from '../digest/model.ts';
import type { Archive } from './archive.ts';

export interface Holdings {
  /** Lines of all captures, by kind. */
  readonly lines: Readonly<Partial<Record<LineKind, number>>>;
  readonly papers: number;
  readonly withAbstract: number;
  readonly withCode: number;
  readonly withAuthors: number;
  /** Papers whose abstract has lost TeX that a reader needs. */
  readonly damaged: number;
  /** Papers in which people corrected something. */
  readonly corrected: number;
  /** Papers that more than one listing names. */
  readonly repeated: number;
  readonly unsorted: number;
}

/** Counts the archive. Linear in papers and digests. */
export function holdings({
  papers,
  digests,
  unsorted,
}: Pick<Archive, 'papers' | 'digests' | 'unsorted'>): Holdings {
  const lines: Partial<Record<LineKind, number>> = {};
  for (const digest of digests) {
    for (const kind of lineKinds) lines[kind] = (lines[kind] ?? 0) + (digest.lines[kind] ?? 0);
  }
  return {
    lines,
    papers: papers.length,
    withAbstract: papers.filter(({ text }) => text !== '').length,
    withCode: papers.filter(({ links }) => links.some(({ kind }) => kind === 'code')).length,
    withAuthors: papers.filter(({ authors }) => authors.length > 0).length,
    damaged: papers.filter(({ damage }) => damage.length > 0).length,
    corrected: papers.filter(({ corrections }) => corrections.length > 0).length,
    repeated: papers.filter(({ listings }) => listings.length > 1).length,
    unsorted: unsorted.length,
  };
}
