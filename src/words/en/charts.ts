/** Captions of pictures, and what is read out in their place. */
import { counted, number } from '../formats.ts';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century';

export const weekOf = (date: string): string => `the week of ${date}`;
export const quarterOf = (quarter: number, year: string): string =>
  `the ${['first', 'second', 'third', 'fourth'][quarter] ?? ''} quarter of ${year}`;
export const yearsFrom = (year: string): string => `the years from ${year}`;
export const quarter = (quarter: number, year: string): string => `Q${quarter + 1} ${year}`;
export const decade = (year: string): string => `${year}s`;
export const fromTo = (from: string, to: string): string => `${from} to ${to}`;
export const noneBetween = (from: string, to: string): string => ` None between ${from} and ${to}.`;
export const longestGap = (gaps: number, from: string, to: string): string =>
  ` The longest of ${gaps} gaps: between ${from} and ${to}.`;
export const listings = (count: number): string =>
  counted(count, { one: 'listing', other: 'listings' });
export const timeline = (digests: string, listings: string, unit: Unit, range: string): string =>
  `${digests} with ${listings}, by ${unit}, ${range}.`;
export const timelineAloud = (digests: string, unit: Unit, papers: number, at: string): string =>
  `Papers of ${digests}, by ${unit}; most, ${papers}, at ${at}.`;
export const arcs = 'An arc joins two topics that share more papers than chance would give';
export const thickArcs = (lifts: readonly string[]): string =>
  `; thick arcs: at least ${lifts.join(' and ')} times as many`;
export const strongest = (one: string, other: string, times: string): string =>
  `Strongest: ${one} with ${other}, ${times}.`;
export const pairs = (count: number): string => `The ${number(count)} pairs`;
export const share = (unit: Unit): string => `Share of all papers each ${unit}.`;
export const courses = { growing: 'Growing', shrinking: 'Shrinking', steady: 'Steady' };
export const change = (before: string, since: string, later: string): string =>
  `${before} before ${since}, ${later} since.`;
export const undated = (papers: string): string => `Without ${papers} of no known date.`;
export const inPeriod = (share: string, period: string): string => `${share} in ${period}`;
export const shareAloud = (unit: Unit, from: string, to: string, highest: string): string =>
  `Share of all papers, by ${unit}: from ${from} to ${to}, highest ${highest}.`;
export const sparklines = (unit: Unit, from: string, to: string): string =>
  `Lines: each topic’s ${unit}ly share of papers, ${from} – ${to}; every line has its own scale.`;
export const numbers = 'The numbers';
export const table = {
  period: (unit: Unit): string => `${unit === 'week' ? 'Week' : 'Month'} of`,
  inTopic: 'In this topic',
  all: 'All papers',
  share: 'Share',
};
export const noDigest = 'no digest';
export const bar = (label: string, digests: string, papers: string): string =>
  `${label}: ${digests && `${digests}, `}${papers}`;
export const overTime = 'Over time';
export const oftenWith = 'Often together with';
export const oftenWithMeans =
  'Papers in both topics, and how many times more than chance (the notch).';
