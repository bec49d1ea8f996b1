/** When digests came, how long they were, and where none came. */
import { calendarPages, calendarPath, type CalendarPages, type Digest } from '../archive/index.ts';
import { monthName } from '../text/dates.ts';
import {
  dayOf,
  periodLabel,
  periodOf,
  periodsBetween,
  startOf,
  units,
  type Unit,
} from './calendar.ts';
import { barsWidth, barStep } from './geometry.ts';

/** From so many days with a digest on: two can be told in a sentence. */
export const fewestDates = 3;
/** Bars at most: in a narrow column each is still two pixels wide, with one between. */
const mostBars = 60;
/** A silence is a gap when it is longer than so many times the usual distance of digests: a weekend is none. */
const unusual = 3;
/** Part of a narrow column (272 pixels) that 24 pixels are, the least that a finger can hit (WCAG 2.5.8). */
const targetWidth = 0.09;

/** The digests of one period. */
export interface TimelineBar {
  /** Counted from the left, from 0. */
  readonly slot: number;
  readonly label: string;
  readonly papers: number;
  readonly digests: number;
  /** Site path of the digest, or of the month or year where the list of digests shows these. */
  readonly path: string;
  /** Where the bar's link can be hit: left edge and width in the bars' box. */
  readonly target: readonly [number, number];
}

/** A stretch without digests that is longer than usual. */
export interface Gap {
  /** The days of the digests before and after. */
  readonly from: string;
  readonly to: string;
  /** Left and right edge as parts of the width. */
  readonly place: readonly [number, number];
}

/** A mark on the axis; without a label where there is no room for one. */
export interface Tick {
  /** Part of the width. */
  readonly at: number;
  readonly label?: string;
}

export interface Timeline {
  readonly unit: Unit;
  /** Slots, empty ones included. */
  readonly slots: number;
  /** Those that hold a digest, from left to right. */
  readonly bars: readonly TimelineBar[];
  /** The bar with the most papers; the earliest of several. */
  readonly peak: TimelineBar;
  /** ISO dates of the first and the last digest. */
  readonly first: string;
  readonly last: string;
  /** Labels of the first and the last slot. */
  readonly ends: readonly [string, string];
  readonly digests: number;
  readonly papers: number;
  /** Every gap, the longest first. */
  readonly gaps: readonly Gap[];
  readonly ticks: readonly Tick[];
  /** Whether the bars are far enough apart to be links. */
  readonly linked: boolean;
}

/**
 * The finest unit of which no more than `most` periods lie between two days.
 *
 * @param first and `last` are YYYY-MM-DD
 */
export function unitFor(
  first: string,
  last: string,
  most: number,
  among: readonly Unit[] = units,
): Unit {
  return among.find((unit) => periodsBetween(unit, first, last) <= most) ?? 'century';
}

/** Days without a digest, longer than usual; the longest first. */
function findGaps(dates: readonly string[], unit: Unit, slots: number): Gap[] {
  const start = periodOf(unit, dates[0] ?? '') ?? 0;
  const waits = dates.slice(1).map((to, index) => {
    const from = dates[index] ?? to;
    return { from, to, days: (dayOf(to) ?? 0) - (dayOf(from) ?? 0) };
  });
  const usual = waits.map(({ days }) => days).toSorted((a, b) => a - b)[waits.length >> 1] ?? 0;
  return waits
    .filter(({ from, to, days }) => days > unusual * usual && periodsBetween(unit, from, to) > 2)
    .toSorted((a, b) => b.days - a.days)
    .map(({ from, to }) => {
      const left = ((periodOf(unit, from) ?? 0) - start + 1) / slots;
      const right = ((periodOf(unit, to) ?? 0) - start) / slots;
      return { from, to, place: [left, right] };
    });
}

/** Beginnings of months, years or decades, whichever are few; labelled in the middle, where the ends' labels are not. */
function findTicks(unit: Unit, first: number, slots: number): Tick[] {
  const last = first + slots - 1;
  const begin = startOf(unit, first);
  const end = startOf(unit, last);
  const coarser: Unit[] =
    unit === 'day' || unit === 'week' ? ['month', 'year'] : ['year', 'decade'];
  const scale = coarser.find((candidate) => periodsBetween(candidate, begin, end) <= 7);
  if (scale === undefined || scale === unit) return [];
  const ticks: Tick[] = [];
  let labelled = 0;
  const from = (periodOf(scale, begin) ?? 0) + 1;
  for (let period = from; period <= (periodOf(scale, end) ?? 0); period += 1) {
    const at = ((periodOf(unit, startOf(scale, period)) ?? 0) - first) / slots;
    const room = at > 0.34 && at < 0.66 && at - labelled > 0.15;
    if (room) labelled = at;
    const label =
      scale === 'month' ? monthName(startOf(scale, period), 'short') : periodLabel(scale, period);
    ticks.push(room ? { at, label } : { at });
  }
  return ticks;
}

function barPath(digests: readonly Digest[], unit: Unit, calendar: CalendarPages<Digest>): string {
  const [newest] = digests;
  if (newest === undefined || digests.length === 1) return `digests/${newest?.id ?? ''}/`;
  const months = unit === 'day' || unit === 'week' || unit === 'month';
  return calendarPath(calendar, newest.date.slice(0, months || unit === 'quarter' ? 7 : 4));
}

/**
 * Puts digests on a time axis.
 *
 * @param digests newest first
 * @returns nothing when fewer than three days have a digest, or no digest has a paper. Linear, but for sorting.
 */
export function makeTimeline(digests: readonly Digest[]): Timeline | undefined {
  const dated = digests.filter(({ date }) => dayOf(date) !== undefined);
  const dates = [...new Set(dated.map(({ date }) => date))].toSorted();
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined || dates.length < fewestDates) return undefined;

  const unit = unitFor(first, last, mostBars);
  const start = periodOf(unit, first) ?? 0;
  const slots = periodsBetween(unit, first, last);
  const bySlot = Map.groupBy(dated, ({ date }) => (periodOf(unit, date) ?? 0) - start);

  const calendar = calendarPages(digests);
  const width = barsWidth(slots);
  const reach = Math.ceil(targetWidth * width);
  const bars = [...bySlot]
    .toSorted(([a], [b]) => a - b)
    .map(([slot, held]): TimelineBar => {
      const left = Math.max(0, Math.min(width - reach, slot * barStep + 1 - reach / 2));
      return {
        slot,
        label: periodLabel(unit, start + slot),
        papers: held.reduce((sum, { papers }) => sum + papers.length, 0),
        digests: held.length,
        path: barPath(held, unit, calendar),
        target: [left, reach],
      };
    });
  const [peak] = bars.toSorted((a, b) => b.papers - a.papers || a.slot - b.slot);
  if (peak === undefined || peak.papers === 0) return undefined;
  return {
    unit,
    slots,
    bars,
    peak,
    first,
    last,
    ends: [periodLabel(unit, start), periodLabel(unit, start + slots - 1)],
    digests: dated.length,
    papers: bars.reduce((sum, { papers }) => sum + papers, 0),
    gaps: findGaps(dates, unit, slots),
    ticks: findTicks(unit, start, slots),
    linked: bars.every(({ target }, index) => {
      const next = bars[index + 1]?.target;
      return next === undefined || target[0] + target[1] <= next[0];
    }),
  };
}
