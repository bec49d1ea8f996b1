import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { withoutAccents } from '../text/letters.ts';
import type { ParsedDigest, StatedDate } from './model.ts';

/** A day, the year perhaps unsaid. */
export type Day = Pick<StatedDate, 'year' | 'month' | 'day'>;

/** A day whose year is known. */
export interface FullDay extends Day {
  readonly year: number;
}

/** What a text that is a date says: a day, or a span of days, which names none. */
export type DateReading =
  { readonly span: false; readonly day: Day } | { readonly span: true; readonly what: string };

/** Names of the months, accents folded: English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Polish, Scandinavian, Turkish. */
const monthNames: readonly string[] = [
  'january jan januar janvier janv enero ene gennaio gen janeiro januari январь января янв styczen stycznia sty ocak',
  'february feb februar fevrier fevr febrero febbraio fevereiro fev februari февраль февраля февр фев lutego lut subat',
  'march mar marz mars marzo marco maart mrt mrz март марта мар marca marts mart',
  'april apr avril avr abril abr aprile апрель апреля апр kwietnia kwi nisan',
  'may mai mayo maggio mag maio mei май мая маи maja maj mayis mayıs',
  'june jun juni juin junio giugno giu junho июнь июня июн czerwca cze haziran',
  'july jul juli juillet juil julio luglio lug julho июль июля июл lipca lip temmuz',
  'august aug aout agosto ago augustus август августа авг sierpnia sie augusti agustos',
  'september sep sept septembre septiembre settembre setembro сентябрь сентября сент сен wrzesnia wrz eylul',
  'october oct oktober okt octobre octubre ottobre ott outubro октябрь октября окт pazdziernika paz ekim',
  'november nov novembre noviembre novembro ноябрь ноября ноя нояб listopada lis kasim kasım',
  'december dec dezember dez decembre diciembre dic dicembre dezembro декабрь декабря дек grudnia gru aralik aralık',
];

const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [name, index + 1]),
  ),
);

const weekdays = new Set(
  (
    'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo ' +
    'lunedi martedi mercoledi giovedi venerdi segunda terca quarta quinta sexta feira пн вт ср чт пт сб вс ' +
    'понедельник вторник среда четверг пятница суббота воскресенье'
  ).split(' '),
);

const fillers = new Set('of the de del di le den der am on du el il em г года'.split(' '));

/** English months by their first three letters, in a text. */
export const englishMonth: string = monthNames.map((names) => names.slice(0, 3)).join('|');

/** 1 to 12 for the name of a month, or its beginning where it is English. */
export const monthNamed = (name: string): number | undefined =>
  months.get(name.toLowerCase()) ?? months.get(name.slice(0, 3).toLowerCase());

/** February has 29 days where the year is unsaid. */
function isDay({ year = 2024, month, day }: Day): boolean {
  if (year < 1900 || year > 2199) return false;
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2024-09-17` */
export const isoDay = ({ year, month, day }: FullDay): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** The most exact date, ISO 8601, that the parts make: YYYY-MM-DD, YYYY-MM or YYYY; undefined without a year that can be. */
export function isoDate(year: number, month = NaN, day = NaN): string | undefined {
  if (!Number.isInteger(year) || year < 1600 || year > 2199) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return String(year);
  const isWhole = Number.isInteger(day) && isDay({ year, month, day });
  return isWhole ? isoDay({ year, month, day }) : `${year}-${two(month)}`;
}

/** Whether a text is a date of the calendar, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  return (
    year !== undefined && month !== undefined && day !== undefined && isDay({ year, month, day })
  );
}

/** A number or a month of a date, in the order of the text: Y(ear), M(onth by name), N(umber). */
interface Part {
  readonly is: 'Y' | 'M' | 'N';
  readonly value: number;
}

/** The parts of a date; undefined if there is any word in the text that no date has. */
function partsOf(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const word of text.split(/[\s,./()–—-]+/)) {
    if (word === '' || weekdays.has(word) || fillers.has(word)) continue;
    const month = months.get(word);
    const number = /^(\d{1,4})(?:st|nd|rd|th|er|º|ª)?$/.exec(word)?.[1];
    if (month !== undefined) parts.push({ is: 'M', value: month });
    else if (number?.length === 4) parts.push({ is: 'Y', value: Number(number) });
    else if (number !== undefined && number.length < 3) {
      parts.push({ is: 'N', value: Number(number) });
    } else return undefined;
  }
  return parts;
}

/** What the parts of a day are, by their shape. */
const orders: Readonly<Record<string, string>> = {
  MN: 'md',
  NM: 'dm',
  MNY: 'mdy',
  NMY: 'dmy',
  YMN: 'ymd',
  YNM: 'ydm',
  YNN: 'ymd',
};

/** A year, a month with its year, or a span of days in one year. */
const partial = /^(?:Y[MN]?|[MN]Y|YMM|MMY|MNNY|NNMY|MNMNY|NMNMY)$/;

const spanOfDays = /^(?:MNNY?|NNMY?|(?:MN){2}Y?|(?:NM){2}Y?|(?:MNY){2}|(?:YNN){2})$/;

/** `3月11日`, `2025年3月11日(火)` */
const eastern =
  /^(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号號]?(?: ?[(（]?[\p{L} ]{1,5}[)）]?)?$/u;

const time =
  /(?<![t ,])[t ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?(?:z|utc|gmt|am|pm|[+-]\d{2}:?\d{2}))?$/;

const week = /^(?:(?:week|kw|semaine|semana|settimana) ?|w)\d{1,2}(?:,? \d{4})?$|^\d{4}-?w\d{2}$/;

/** A text as its parts are told apart: lower case, without accents and time, months of the Far East by name. */
const folded = (text: string): string =>
  withoutAccents(text)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(eastern, (_, year: string | undefined, month: string, day: string) =>
      [year ?? '', monthNames[Number(month) - 1]?.slice(0, 3) ?? '?', day].join(' '),
    )
    .replace(time, '');

const shapeOf = (parts: readonly Part[]): string => parts.map(({ is }) => is).join('');

/** The day that parts make; `D/M` are numbers told apart by the separator. */
function dayOf(parts: readonly Part[], text: string): Day | undefined {
  const shape = shapeOf(parts);
  const [a = 0, b = 0] = parts.map(({ value }) => value);
  let order = orders[shape];
  if (shape === 'NNY' && (a > 12 || /^\d{1,2}\.\s?\d{1,2}\./.test(text))) order = 'dmy';
  else if (shape === 'NNY' && (b > 12 || a === b)) order = 'mdy';
  if (order === undefined) return undefined;
  const [year, month = 0, day = 0] = ['y', 'm', 'd'].map((is) => parts[order.indexOf(is)]?.value);
  return { ...(year !== undefined && { year }), month, day };
}

/** What no day is read from: a week, a month, days from one to another, or numbers in an order that is not known. */
function spanOf(parts: readonly Part[]): string | undefined {
  const shape = shapeOf(parts);
  if (spanOfDays.test(shape)) return 'a span of days';
  if (shape === 'MY' || shape === 'YM') return 'a month';
  return shape === 'NNY' && parts.every(({ is, value }) => is === 'Y' || (value > 0 && value < 13))
    ? 'a date whose day and month cannot be told apart'
    : undefined;
}

/**
 * Reads a text that is a date and nothing else: `Mar 11`, `Tue, 11 March 2025`, `2025-03-11`,
 * `11.03.2025`, `11 mars 2025`, `3月11日`, `Week 11, 2025`. `03/11/2025` is a span: its day and its
 * month cannot be told apart.
 *
 * @returns undefined if the text is no date, or no day that a calendar has
 */
export function readDate(text: string): DateReading | undefined {
  if (text.length > 60 || !/\d/.test(text)) return undefined;
  const plain = folded(text);
  if (week.test(plain)) return { span: true, what: 'a week' };
  const parts = partsOf(plain);
  if (parts === undefined) return undefined;
  const day = dayOf(parts, plain);
  if (day !== undefined) return isDay(day) ? { span: false, day } : undefined;
  const what = spanOf(parts);
  return what === undefined ? undefined : { span: true, what };
}

/** The day that a text is, if it is one and nothing else. */
export function readDay(text: string): Day | undefined {
  const read = readDate(text);
  return read && !read.span ? read.day : undefined;
}

/**
 * Reads a text that is a date of which the month and the day may be unsaid: `March 2025`, `2025 Jan-Feb`, `2025`.
 *
 * @returns the most exact ISO date: YYYY-MM-DD, YYYY-MM or YYYY; undefined for any other text
 */
export function readPartialDate(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const plain = folded(text);
  const parts = partsOf(plain) ?? [];
  const first = (is: Part['is']): number | undefined => parts.find((part) => part.is === is)?.value;
  const day = dayOf(parts, plain);
  if (!day && !partial.test(shapeOf(parts))) return undefined;
  const month = day?.month ?? first('M') ?? first('N');
  return isoDate(first('Y') ?? NaN, month, day?.day);
}

/**
 * The full date of a day: a day without a year takes the year that brings it nearest to the file's date.
 *
 * @param stated the day as the digest gives it
 * @param fileDate ISO date of the digest's file
 * @returns ISO date
 */
export function resolveYear(stated: Day, fileDate: string): string {
  if (stated.year !== undefined) return isoDay({ ...stated, year: stated.year });
  const near = Date.parse(`${fileDate}T00:00:00Z`);
  const year = Number(fileDate.slice(0, 4));
  let best = isoDay({ ...stated, year });
  let distance = Infinity;
  // Eight years each way: 29 February may be that far off (1896 to 1904).
  for (let candidate = year - 8; candidate <= year + 8; candidate++) {
    const date = isoDay({ ...stated, year: candidate });
    const away = Math.abs(Date.parse(`${date}T00:00:00Z`) - near);
    if (isCalendarDate(date) && away < distance) {
      best = date;
      distance = away;
    }
  }
  return best;
}

/**
 * What a digest says of the day that its file name gives, where it leaves the year unsaid: that year is inferred.
 *
 * @returns its words, e.g. `Mar 11`; undefined if it says the year too, or nothing of that day
 */
export function statedWithoutYear(
  { dates }: Pick<ParsedDigest, 'dates'>,
  { date }: { readonly date: string },
): string | undefined {
  const same = dates.filter((stated) => resolveYear(stated, date) === date);
  return same.every(({ year }) => year === undefined) ? same[0]?.text : undefined;
}

/**
 * Compares the days that a digest states with its file name. A digest of several days agrees if one of them does.
 *
 * @param file path for the message
 * @returns no problem, or one `digest/date-differs` notice at the first stated date
 */
export function dateProblems(
  parsed: Pick<ParsedDigest, 'dates'>,
  name: { readonly date: string },
  file: string,
): Diagnostic[] {
  const [first] = parsed.dates;
  if (first === undefined) return [];
  if (parsed.dates.some((stated) => resolveYear(stated, name.date) === name.date)) return [];
  return [
    diagnostic(
      'digest/date-differs',
      { file, line: first.line, column: 1 },
      { said: first.text, named: name.date },
    ),
  ];
}
