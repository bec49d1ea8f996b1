/** What the pictures show, in words: captions, and what is read out instead of a picture. */
import * as words from '#words/charts.ts';
import * as common from '#words/common.ts';
import { decimal } from '../words/formats.ts';
import { dateWords } from '../text/dates.ts';
import { periodWords, rangeParts, startOf } from './calendar.ts';
import type { ArcPicture } from './arcs.ts';
import type { Timeline } from './timeline.ts';
import type { Periods, Trend } from './trend.ts';

/** A part of 1 in per cent, e.g. "2.1%", "12%". */
export function percent(part: number): string {
  return decimal(part, part > 0 && part < 0.0995 ? 1 : 0, 'percent');
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
  const heavier = groups.slice(1).map(({ from }) => decimal(from, from % 1 === 0 ? 0 : 1));
  const scale = words.arcs + (heavier.length === 0 ? '' : words.thickArcs(heavier));
  if (strongest === undefined) return `${scale}.`;
  const [one, other] = strongest.topics;
  return `${scale}. ${words.strongest(label(one), label(other), times(strongest.lift))}`;
}

/** A ratio, e.g. "2.4×", "12×". */
export function times(ratio: number): string {
  return `${decimal(ratio, ratio < 9.95 ? 1 : 0)}×`;
}

/** What came when, and where nothing did. */
export function timelineCaption({ unit, first, last, digests, papers, gaps }: Timeline): string {
  const [gap] = gaps;
  const silence =
    gap === undefined
      ? ''
      : gaps.length === 1
        ? words.noneBetween(...rangeParts(gap.from, gap.to))
        : words.longestGap(gaps.length, ...rangeParts(gap.from, gap.to));
  return (
    words.timeline(
      common.digests(digests),
      words.listings(papers),
      unit,
      first === last ? dateWords(first) : words.fromTo(...rangeParts(first, last)),
    ) + silence
  );
}

/** Measure and extreme, for who can't see the bars; the caption says the rest. */
export function timelineWords({ unit, peak, digests }: Timeline): string {
  return words.timelineAloud(common.digests(digests), unit, peak.papers, peak.label);
}

/** What is measured, and whether it changed. */
export function trendCaption({ change }: Trend, { unit, first, half, undated }: Periods): string {
  const since = dateWords(startOf(unit, first + half));
  const shares = change && words.change(percent(change.earlier), since, percent(change.later));
  const course = change ? ` ${words.courses[change.kind]}: ${shares}` : '';
  const left = undated > 0 ? ` ${words.undated(common.papers(undated))}` : '';
  return `${words.share(unit)}${course}${left}`;
}

/** The course in a sentence, for who can't see the line. */
export function trendWords({ shares, from, to, peak }: Trend, { unit, first }: Periods): string {
  const at = (slot: number): string =>
    words.inPeriod(percent(shares[slot] ?? 0), periodWords(unit, first + slot));
  return words.shareAloud(unit, at(from), at(to), at(peak));
}

/** What the small pictures of all topics show. */
export const sparklinesCaption = ({ unit, first, totals }: Periods): string =>
  words.sparklines(unit, periodWords(unit, first), periodWords(unit, first + totals.length - 1));
