/** The words of an archive, counted in parts that are kept: a digest more costs the counting of a few hundred papers. */
import { hash } from 'node:crypto';
import { segmentsOf } from '../../segments.ts';
import { keptOrMade, type Keep } from '../../store/keep.ts';
import type { Kind } from '../../store/kind.ts';
import { countAbbreviations, type AbbreviationCounts } from './abbreviations.ts';
import { addCounts, countWords, type SearchedText, type WordCounts } from './collect.ts';

/** A paper, with its words when they are needed. */
export interface CountedPaper extends SearchedText {
  /** Changes when any of its words does. */
  readonly key: string;
}

/** What papers hold. */
export interface Counted {
  readonly words: WordCounts;
  readonly abbreviations: AbbreviationCounts;
}

const kind: Kind<Counted> = { name: 'vocabulary', modules: ['src/search/vocabulary/segments.ts'] };

/** Papers that are counted at a time. */
const leaf = 512;

/**
 * Counts the words of papers.
 *
 * @param papers in the order in which they came: those that follow change nothing that was kept of the first
 * @param keep where the counts of parts are kept
 * @returns the same with whatever was kept, or nothing
 */
export function countSegments(papers: readonly CountedPaper[], keep: Keep): Counted {
  const ids = new Set<string>();
  const kept = (start: number, end: number, work: () => Counted): Counted => {
    const id = `${start} ${end - start > leaf ? end - start : leaf}`;
    ids.add(id);
    const keys = papers.slice(start, end).map(({ key }) => key);
    const key = hash('sha256', keys.join('\0'), 'base64url');
    return keptOrMade(keep, [kind, id, key], work);
  };
  const countLeaf = (start: number, end: number): Counted =>
    kept(start, end, () => {
      const some = papers.slice(start, end);
      return {
        words: countWords(some),
        abbreviations: countAbbreviations(some.map(({ text }) => text)),
      };
    });
  const segments = segmentsOf(papers.length).map(({ start, end }) => {
    const leaves = Array.from({ length: Math.ceil((end - start) / leaf) }, (_, at) => {
      const from = start + at * leaf;
      return [from, Math.min(from + leaf, end)] as const;
    });
    for (const [from] of leaves) ids.add(`${from} ${leaf}`);
    const [only] = leaves;
    if (only && leaves.length === 1) return countLeaf(...only);
    return kept(start, end, () => sum(leaves.map((part) => countLeaf(...part))));
  });
  keep.retain(kind, ids);
  return sum(segments);
}

function sum(parts: readonly Counted[]): Counted {
  const abbreviations = new Map<string, number>();
  for (const part of parts)
    for (const [pair, papers] of part.abbreviations)
      abbreviations.set(pair, (abbreviations.get(pair) ?? 0) + papers);
  return { words: addCounts(parts.map(({ words }) => words)), abbreviations };
}
