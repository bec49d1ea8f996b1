/** Stretches of the calendar as whole numbers, so that series are arrays. UTC: a day of a digest has no time zone. */
import * as words from '#words/charts.ts';
import { dateWords, dayAndMonth } from '../text/dates.ts';

/** Finest first. The last two are for archives that no one has yet; they bound every series by 100 periods. */
export const units = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century'] as const;
export type Unit = (typeof units)[number];

const dayLength = 86_400_000;
/** 1 January 1970 was a Thursday: weeks begin on the Monday before. */
const thursday = 3;

/**
 * Days since 1 January 1970.
 *
 * @returns nothing for what is not YYYY-MM-DD
 */
export function dayOf(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match
    ? Date.parse(`${match[1]}-${match[2]}-01`) / dayLength + Number(match[3]) - 1
    : undefined;
}

/**
 * The number of the period that holds a day; the next period has the next number.
 *
 * @returns nothing for what is not YYYY-MM-DD
 */
export function periodOf(unit: Unit, iso: string): number | undefined {
  const day = dayOf(iso);
  if (day === undefined || Number.isNaN(day)) return undefined;
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor((day + thursday) / 7);
  const months = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
  return Math.floor(months / monthsOf[unit]);
}

const monthsOf = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 } as const;

/** First day of a period, YYYY-MM-DD. */
export function startOf(unit: Unit, period: number): string {
  if (unit === 'day' || unit === 'week') {
    const day = unit === 'day' ? period : period * 7 - thursday;
    return new Date(day * dayLength).toISOString().slice(0, 10);
  }
  const months = period * monthsOf[unit];
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** For a sentence, e.g. "11 March 2025", "the week of 10 March 2025", "March 2025", "the first quarter of 2025". */
export function periodWords(unit: Unit, period: number): string {
  const start = startOf(unit, period);
  if (unit === 'day') return dateWords(start);
  if (unit === 'week') return words.weekOf(dateWords(start));
  if (unit === 'month') return dateWords(start.slice(0, 7));
  const year = start.slice(0, 4);
  if (unit === 'quarter') return words.quarterOf(period % 4, year);
  return unit === 'year' ? year : words.yearsFrom(year);
}

/** For an axis, e.g. "11 Mar 2025", "Mar 2025", "Q1 2025", "2025". */
export function periodLabel(unit: Unit, period: number): string {
  const start = startOf(unit, period);
  const year = start.slice(0, 4);
  if (unit === 'day' || unit === 'week') return dateWords(start, 'short');
  if (unit === 'month') return dateWords(start.slice(0, 7), 'short');
  if (unit === 'quarter') return words.quarter(period % 4, year);
  return unit === 'year' ? year : words.decade(year);
}

/** One day and another, the year once where it is the same: "3 March", "9 April 2025". */
export const rangeParts = (from: string, to: string): [string, string] => [
  from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(from) : dateWords(from),
  dateWords(to),
];

/** Periods from the one of `first` to the one of `last`, both counted. Both must be YYYY-MM-DD. */
export function periodsBetween(unit: Unit, first: string, last: string): number {
  return (periodOf(unit, last) ?? 0) - (periodOf(unit, first) ?? 0) + 1;
}
