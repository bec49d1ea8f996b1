import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ParsedDigest, StatedDate } from './model.ts';

/** A day, the year perhaps unsaid. */
export type Day = Pick<StatedDate, 'year' | 'month' | 'day'>;

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

/** Days in a month; February has 29 where the year is unsaid. */
function daysIn(month: number, year = 2024): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isDay({ year, month, day }: Day): boolean {
  if (year !== undefined && (year < 1900 || year > 2199)) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
}

const two = (value: number): string => String(value).padStart(2, '0');

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** Whether a text is a date of the calendar, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
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

/** Which part is what, by the order of the parts; `D/M` are numbers told apart by the separator. */
function dayOf(parts: readonly Part[], dotted: boolean): Day | undefined {
  const shape = parts.map(({ is }) => is).join('');
  const [a = 0, b = 0, c = 0] = parts.map(({ value }) => value);
  switch (shape) {
    case 'MN':
      return { month: a, day: b };
    case 'NM':
      return { month: b, day: a };
    case 'MNY':
      return { month: a, day: b, year: c };
    case 'NMY':
      return { month: b, day: a, year: c };
    case 'YMN':
      return { year: a, month: b, day: c };
    case 'YNM':
      return { year: a, month: c, day: b };
    case 'YNN':
      return { year: a, month: b, day: c };
    case 'NNY':
      if (dotted || a > 12) return { day: a, month: b, year: c };
      return b > 12 || a === b ? { month: a, day: b, year: c } : undefined;
    default:
      return undefined;
  }
}

const spans: Readonly<Record<string, string>> = {
  MY: 'a month',
  YM: 'a month',
  MNN: 'a span of days',
  NNM: 'a span of days',
  MNNY: 'a span of days',
  NNMY: 'a span of days',
  MNMN: 'a span of days',
  NMNM: 'a span of days',
  MNMNY: 'a span of days',
  NMNMY: 'a span of days',
  MNYMNY: 'a span of days',
  YNNYNN: 'a span of days',
};

/**
 * Reads a text that is a date and nothing else: `Mar 11`, `Tue, 11 March 2025`, `2025-03-11`,
 * `11.03.2025`, `11 mars 2025`, `3月11日`, `Week 11, 2025`. `03/11/2025` is a span: its day and its
 * month cannot be told apart.
 *
 * @returns undefined if the text is no date, or no day that a calendar has
 */
export function readDate(text: string): DateReading | undefined {
  if (text.length > 60 || !/\d/.test(text)) return undefined;
  const folded = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();
  if (
    /^(?:(?:week|kw|semaine|semana|settimana) ?|w)\d{1,2}(?:,? \d{4})?$|^\d{4}-?w\d{2}$/.test(
      folded,
    )
  ) {
    return { span: true, what: 'a week' };
  }
  const eastern =
    /^(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号號]?(?: ?[(（]?[\p{L} ]{1,5}[)）]?)?$/u.exec(
      folded,
    );
  if (eastern) {
    const [, year, month, day] = eastern;
    const read: Day = {
      ...(year === undefined ? {} : { year: Number(year) }),
      month: Number(month),
      day: Number(day),
    };
    return isDay(read) ? { span: false, day: read } : undefined;
  }
  const withoutTime = folded.replace(
    /(?<![t ,])[t ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?(?:z|utc|gmt|am|pm|[+-]\d{2}:?\d{2}))?$/,
    '',
  );
  const parts = partsOf(withoutTime);
  if (parts === undefined) return undefined;
  const day = dayOf(parts, /^\d{1,2}\.\s?\d{1,2}\./.test(withoutTime));
  if (day !== undefined) return isDay(day) ? { span: false, day } : undefined;
  const shape = parts.map(({ is }) => is).join('');
  if (shape === 'NNY' && parts.every(({ is, value }) => is === 'Y' || (value > 0 && value < 13))) {
    return { span: true, what: 'a date whose day and month cannot be told apart' };
  }
  const span = spans[shape];
  return span === undefined ? undefined : { span: true, what: span };
}

/**
 * The full date of a day: a day without a year takes the year that brings it nearest to the file's date.
 *
 * @param stated the day as the digest gives it
 * @param fileDate ISO date of the digest's file
 * @returns ISO date
 */
export function resolveYear(stated: Day, fileDate: string): string {
  if (stated.year !== undefined) return iso(stated.year, stated.month, stated.day);
  const near = Date.parse(`${fileDate}T00:00:00Z`);
  const year = Number(fileDate.slice(0, 4));
  let best = iso(year, stated.month, stated.day);
  let distance = Infinity;
  // Eight years each way: 29 February may be that far off (1896 to 1904).
  for (let candidate = year - 8; candidate <= year + 8; candidate++) {
    const date = iso(candidate, stated.month, stated.day);
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
