/** Which papers answer a query, with what is chosen beside it, and how many have each value. Pure. */
import { facets, type Facet, type Filters } from './facets.ts';
import type { Column } from './index/columns.ts';
import { shareOfKnown, type Scores } from './score.ts';

/** Value of a facet → papers. */
export type Counts = Readonly<Record<string, number>>;

/** Papers that answer, best first. */
export interface Found {
  /** They hold everything that was asked for. */
  readonly whole: readonly number[];
  /** They hold most of it. */
  readonly partial: readonly number[];
}

/** A page of results: where fewer papers hold every word, those that hold most of them follow. */
export const pageSize = 10;
/** Share of the query's weight that a paper after the first page must hold, and how many such papers are shown. */
const leastShare = 0.25;
const mostPartial = 40;

/**
 * The papers that answer.
 *
 * @param allowed ordinals that phrases and fields let through; absent if there are none
 */
export function findPapers(scores: Scores, allowed: ReadonlySet<number> | undefined): Found {
  const { score, held, all } = scores;
  const whole: number[] = [];
  const partial: number[] = [];
  for (let paper = 0; paper < score.length; paper++) {
    if (allowed !== undefined && !allowed.has(paper)) continue;
    const bits = held[paper] ?? 0;
    if ((bits & all) === all && (bits !== 0 || all === 0)) whole.push(paper);
    else if ((bits & all) !== 0) partial.push(paper);
  }
  // Of two that answer alike, the newer first.
  const best = (a: number, b: number): number => (score[b] ?? 0) - (score[a] ?? 0) || b - a;
  return {
    whole: whole.toSorted(best),
    partial:
      whole.length >= pageSize
        ? []
        : partial
            .toSorted(best)
            .filter((paper, at) => at < pageSize || shareOfKnown(scores, paper) >= leastShare)
            .slice(0, mostPartial),
  };
}

/** Facet → its column, of those that are needed. */
export type Columns = Readonly<Partial<Record<Facet, Column>>>;

/** Whether a paper has one of the chosen values of each facet. Undefined if nothing is chosen. */
export function chosenPapers(
  filters: Filters,
  columns: Columns,
  except?: Facet,
): ReadonlySet<number> | undefined {
  let papers: ReadonlySet<number> | undefined;
  for (const facet of facets) {
    if (facet === except || filters[facet].length === 0) continue;
    const having = new Set(filters[facet].flatMap((value) => columns[facet]?.get(value) ?? []));
    papers = papers === undefined ? having : papers.intersection(having);
  }
  return papers;
}

/** How many of some papers have each value of a facet. */
export function countValues(papers: readonly number[], column: Column): Counts {
  const among = new Set(papers);
  const counts: [string, number][] = [];
  for (const [value, having] of column) {
    let count = 0;
    for (const paper of having) if (among.has(paper)) count += 1;
    if (count > 0) counts.push([value, count]);
  }
  return Object.fromEntries(counts);
}
