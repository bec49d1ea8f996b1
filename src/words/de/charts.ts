/** Captions of pictures, and what is read out in their place. */
import { counted, number } from '../formats.ts';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century';

const each: Readonly<Record<Unit, string>> = {
  day: 'am Tag',
  week: 'in der Woche',
  month: 'im Monat',
  quarter: 'im Vierteljahr',
  year: 'im Jahr',
  decade: 'im Jahrzehnt',
  century: 'im Jahrhundert',
};
const by: Readonly<Record<Unit, string>> = {
  day: 'nach Tagen',
  week: 'nach Wochen',
  month: 'nach Monaten',
  quarter: 'nach Vierteljahren',
  year: 'nach Jahren',
  decade: 'nach Jahrzehnten',
  century: 'nach Jahrhunderten',
};

export const weekOf = (date: string): string => `Woche ab ${date}`;
export const quarterOf = (quarter: number, year: string): string =>
  `${quarter + 1}. Vierteljahr ${year}`;
export const yearsFrom = (year: string): string => `Jahre ab ${year}`;
export const quarter = (quarter: number, year: string): string => `Q${quarter + 1} ${year}`;
export const decade = (year: string): string => `${year}er`;
export const fromTo = (from: string, to: string): string => `${from} bis ${to}`;
export const noneBetween = (from: string, to: string): string =>
  ` Keine zwischen ${from} und ${to}.`;
export const longestGap = (gaps: number, from: string, to: string): string =>
  ` Die längste von ${gaps} Lücken: zwischen ${from} und ${to}.`;
export const listings = (count: number): string =>
  counted(count, { one: 'Eintrag', other: 'Einträgen' });
export const timeline = (digests: string, listings: string, unit: Unit, range: string): string =>
  `${digests} mit ${listings}, ${by[unit]}, ${range}.`;
export const timelineAloud = (digests: string, unit: Unit, papers: number, at: string): string =>
  `Paper aus: ${digests}, ${by[unit]}; am meisten, ${papers}: ${at}.`;
export const arcs =
  'Ein Bogen verbindet zwei Themen, die mehr Paper gemeinsam haben, als der Zufall ergäbe';
export const thickArcs = (lifts: readonly string[]): string =>
  `; dicke Bögen: mindestens ${lifts.join('- und ')}-mal so viele`;
export const strongest = (one: string, other: string, times: string): string =>
  `Am stärksten: ${one} mit ${other}, ${times}.`;
export const pairs = (count: number): string => `Die ${number(count)} Paare`;
export const share = (unit: Unit): string => `Anteil an allen Papern ${each[unit]}.`;
export const courses = { growing: 'Wächst', shrinking: 'Schrumpft', steady: 'Gleichbleibend' };
export const change = (before: string, since: string, later: string): string =>
  `${before} vor dem ${since}, ${later} seither.`;
export const undated = (papers: string): string => `Ohne Datum: ${papers}.`;
export const inPeriod = (share: string, period: string): string => `${share} (${period})`;
export const shareAloud = (unit: Unit, from: string, to: string, highest: string): string =>
  `Anteil an allen Papern ${by[unit]}: von ${from} bis ${to}, am höchsten ${highest}.`;
export const sparklines = (unit: Unit, from: string, to: string): string =>
  `Linien: der Anteil jedes Themas an den Papern ${each[unit]}, ${from} – ${to}; jede Linie hat ihre eigene Höhe.`;
export const numbers = 'Die Zahlen';
export const table = {
  period: (unit: Unit): string => (unit === 'week' ? 'Woche ab' : 'Zeitraum'),
  inTopic: 'Zu diesem Thema',
  all: 'Alle Paper',
  share: 'Anteil',
};
export const noDigest = 'keine Liste';
export const bar = (label: string, digests: string, papers: string): string =>
  `${label}: ${digests && `${digests}, `}${papers}`;
export const overTime = 'Im Lauf der Zeit';
export const oftenWith = 'Oft zusammen mit';
export const oftenWithMeans =
  'Paper mit beiden Themen, und wievielmal so viele, wie der Zufall ergäbe (die Kerbe).';
