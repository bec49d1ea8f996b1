/** What part of the archive's papers a topic is, over time. */
import type { Archive } from '../archive/index.ts';
import { periodOf, periodsBetween, type Unit } from './calendar.ts';

/** Periods at most, and so rows of the table of numbers. */
const mostPeriods = 20;
/** Points at least: two make a line, but no course of things. */
const fewestPoints = 3;
/** A share of fewer papers than this is an accident: the period has no point. */
const fewestPapers = 20;
/** The usual period should hold so many papers; if it does not, a coarser unit is taken. */
const usualPapers = 30;
/** A topic of fewer papers has no course. */
const fewestOfTopic = 10;
/** Expected papers in each half, below which the normal approximation of the test does not hold (Cochran 1954). */
const fewestExpected = 5;
/** Two-sided 1 %: an archive has some 25 topics, and of 25 tests at 5 % one errs. */
const limit = 2.576;

/** The periods of an archive: the same for all its topics, so that they can be compared. */
export interface Periods {
  readonly unit: Unit;
  /** Number of the first period (`calendar.ts`). */
  readonly first: number;
  /** Papers of the archive in each, by the day of their first listing. */
  readonly totals: readonly number[];
  /** Where the later half of the papers begins: the boundary nearest to it. */
  readonly half: number;
  /** Papers without a day, left out. */
  readonly undated: number;
}

/** How the later half of the papers differs from the earlier one. */
export interface Change {
  readonly kind: 'growing' | 'shrinking' | 'steady';
  readonly earlier: number;
  readonly later: number;
}

export interface Trend {
  /** Papers of the topic in each period. */
  readonly counts: readonly number[];
  /** Parts of 1; nothing where the archive has too few papers. */
  readonly shares: readonly (number | undefined)[];
  /** First, last and highest point: positions in `shares`. The earliest of several that are highest. */
  readonly from: number;
  readonly to: number;
  readonly peak: number;
  /** Absent where the papers are too few to tell. */
  readonly change?: Change;
}

const usable: readonly Unit[] = ['week', 'month', 'quarter', 'year', 'decade', 'century'];

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** How many things each of some periods holds; what has no day, or another one, is left out. */
function countPeriods(
  things: readonly { readonly date: string }[],
  { unit, first, count }: Pick<Periods, 'unit' | 'first'> & { readonly count: number },
): number[] {
  const counts = Array<number>(count).fill(0);
  for (const { date } of things) {
    const slot = (periodOf(unit, date) ?? NaN) - first;
    if (slot in counts) counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

/**
 * Parts the time of an archive into periods, by the finest unit that gives few enough and full enough ones,
 * at least half of them with papers if that can be had.
 *
 * @param papers newest first
 * @returns nothing when three such periods cannot be had. Linear in papers.
 */
export function makePeriods(papers: Archive['papers']): Periods | undefined {
  const dates = new Set(papers.map(({ date }) => date));
  const days = [...dates].filter((date) => periodOf('day', date) !== undefined).toSorted();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let sparse: Periods | undefined;
  for (const unit of usable) {
    const count = periodsBetween(unit, first, last);
    if (count > mostPeriods) continue;
    const start = periodOf(unit, first) ?? 0;
    const totals = countPeriods(papers, { unit, first: start, count });
    const points = totals.filter((total) => total >= fewestPapers).length;
    if (points < fewestPoints) break;
    if (median(totals.filter((total) => total > 0)) < usualPapers) continue;
    const undated = papers.length - sum(totals);
    const periods: Periods = { unit, first: start, totals, half: halfOf(totals), undated };
    // A monthly digest by week would be dots and no line.
    if (points * 2 >= count) return periods;
    sparse ??= periods;
  }
  return sparse;
}

function halfOf(totals: readonly number[]): number {
  const whole = sum(totals);
  let best = 1;
  let before = 0;
  let nearest = Infinity;
  totals.forEach((total, index) => {
    before += total;
    const distance = Math.abs(before - whole / 2);
    if (distance < nearest && index < totals.length - 1) [best, nearest] = [index + 1, distance];
  });
  return best;
}

/**
 * Compares two shares by the z test of two proportions with the pooled variance: the signed square root of Pearson's
 * chi-square of the fourfold table, without a correction for continuity.
 *
 * @param hits and `all` are counts in the earlier and the later part
 * @returns nothing when too few are expected in a part
 */
export function compareShares(
  [hitsBefore, hitsAfter]: readonly [number, number],
  [allBefore, allAfter]: readonly [number, number],
): Change | undefined {
  const pooled = (hitsBefore + hitsAfter) / (allBefore + allAfter);
  const expected = Math.min(pooled, 1 - pooled) * Math.min(allBefore, allAfter);
  if (!(expected >= fewestExpected)) return undefined;
  const earlier = hitsBefore / allBefore;
  const later = hitsAfter / allAfter;
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / allBefore + 1 / allAfter));
  const z = (later - earlier) / deviation;
  return { kind: z > limit ? 'growing' : z < -limit ? 'shrinking' : 'steady', earlier, later };
}

/**
 * The course of a topic.
 *
 * @param papers of the topic
 * @returns nothing when there are fewer than ten with a day
 */
export function makeTrend(
  papers: readonly { readonly date: string }[],
  { unit, first, totals, half }: Periods,
): Trend | undefined {
  const counts = countPeriods(papers, { unit, first, count: totals.length });
  if (sum(counts) < fewestOfTopic) return undefined;
  const shares = totals.map((total, slot) =>
    total < fewestPapers ? undefined : (counts[slot] ?? 0) / total,
  );
  const points = shares.flatMap((share, slot) => (share === undefined ? [] : [{ share, slot }]));
  const [peak] = points.toSorted((a, b) => b.share - a.share || a.slot - b.slot);
  if (peak === undefined || peak.share === 0) return undefined;
  const change = compareShares(
    [sum(counts.slice(0, half)), sum(counts.slice(half))],
    [sum(totals.slice(0, half)), sum(totals.slice(half))],
  );
  return {
    counts,
    shares,
    from: points[0]?.slot ?? 0,
    to: points.at(-1)?.slot ?? 0,
    peak: peak.slot,
    ...(change && { change }),
  };
}
