/** What the pictures show, in words: captions, and what is read out instead of a picture. */
import { counted } from '../text/counted.ts';
import { dateWords } from '../text/dates.ts';
import { periodWords, rangeWords, startOf } from './calendar.ts';
import type { ArcPicture } from './arcs.ts';
import type { Timeline } from './timeline.ts';
import type { Periods, Trend } from './trend.ts';

/** A part of 1 in per cent, e.g. "2.1%", "12%". */
export function percent(part: number): string {
  const value = part * 100;
  return `${value > 0 && value < 9.95 ? value.toFixed(1) : value.toFixed(0)}%`;
}

/**
 * How to read the arcs, and the strongest of them.
 *
 * @param label finds a topic's label
 */
export function arcsCaption(
  { groups, pairs: [strongest] }: ArcPicture,
  label: (topic: string) => string,
): string {
  const heavier = groups.slice(1).map(({ from }) => `${from}`);
  const all = `An arc joins two topics that share more papers than chance would give`;
  const scale =
    heavier.length === 0
      ? all
      : `${all}; thick arcs: at least ${heavier.join(' and ')} times as many`;
  if (strongest === undefined) return `${scale}.`;
  const [one, other] = strongest.topics.map(label);
  return `${scale}. Strongest: ${one} with ${other}, ${times(strongest.lift)}.`;
}

/** A ratio, e.g. "2.4×", "12×". */
export function times(ratio: number): string {
  return `${ratio < 9.95 ? ratio.toFixed(1) : ratio.toFixed(0)}×`;
}

/** What came when, and where nothing did. */
export function timelineCaption({ unit, first, last, digests, papers, gaps }: Timeline): string {
  const [gap] = gaps;
  const silence =
    gap === undefined
      ? ''
      : gaps.length === 1
        ? ` None between ${rangeWords(gap.from, gap.to, ' and ')}.`
        : ` The longest of ${gaps.length} gaps: between ${rangeWords(gap.from, gap.to, ' and ')}.`;
  return `${counted(digests, 'digest')} with ${counted(papers, 'listing')}, by ${unit}, ${rangeWords(first, last)}.${silence}`;
}

/** Measure and extreme, for who can't see the bars; the caption says the rest. */
export function timelineWords({ unit, peak, digests }: Timeline): string {
  return `Papers of ${counted(digests, 'digest')}, by ${unit}; most, ${peak.papers}, at ${peak.label}.`;
}

/** What is measured, and whether it changed. */
export function trendCaption({ change }: Trend, { unit, first, half, undated }: Periods): string {
  const measure = `Share of all papers each ${unit}.`;
  const since = dateWords(startOf(unit, first + half));
  const shares =
    change && `${percent(change.earlier)} before ${since}, ${percent(change.later)} since.`;
  const words = { growing: 'Growing', shrinking: 'Shrinking', steady: 'Steady' } as const;
  const course = change ? ` ${words[change.kind]}: ${shares}` : '';
  const left = undated > 0 ? ` Without ${counted(undated, 'paper')} of no known date.` : '';
  return `${measure}${course}${left}`;
}

/** The course in a sentence, for who can't see the line. */
export function trendWords({ shares, from, to, peak }: Trend, { unit, first }: Periods): string {
  const at = (slot: number): string =>
    `${percent(shares[slot] ?? 0)} in ${periodWords(unit, first + slot)}`;
  return `Share of all papers, by ${unit}: from ${at(from)} to ${at(to)}, highest ${at(peak)}.`;
}
