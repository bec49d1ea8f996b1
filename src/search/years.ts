/** Years as a query names them: one, a range, or a bound. Kept as `2024`, `2020..2023`, `2020..` or `..2019`. */
import * as words from '#words/search.ts';

/** A year of which papers are; of `4096` none is. */
const year = String.raw`(?:1[5-9]|20)\d\d`;
const range = new RegExp(`^(${year}|\\*)?(?:\\.\\.|[-\u2010-\u2015])(${year}|\\*)?$`);
const compared = new RegExp(`^([<>]=?|[≤≥])(${year})$`);
const date = new RegExp(`^(${year})(?:[-/](\\d\\d?))?(?:[-/](\\d\\d?))?$`);
const single = new RegExp(`^${year}$`);
const twoDots = new RegExp(`^${year}\\.\\.${year}$`);

interface Bounds {
  readonly from: number;
  readonly to: number;
}

const text = ({ from, to }: Bounds): string =>
  from === to ? String(from) : `${from === -Infinity ? '' : from}..${to === Infinity ? '' : to}`;

function boundsOf(years: string): Bounds {
  const [from = '', to = from] = years.split('..');
  return { from: from === '' ? -Infinity : Number(from), to: to === '' ? Infinity : Number(to) };
}

/** Whether a text is a year. */
export const isYear = (typed: string): boolean => single.test(typed);

/** The last year that a text names: `ICLR 2018`, `iclr2018`. */
export const yearIn = (text: string): string | undefined => text.match(/\d+/g)?.findLast(isYear);

/** Whether a bare word is a range of years: `2020..2023`. Titles have `2020-2023`. */
export const isYearRange = (typed: string): boolean => twoDots.test(typed);

/**
 * Reads what stands after `year:`.
 *
 * @param typed `2024`, `2020..2023`, `2020-2023`, `2020..`, `..2019`, `>=2020`, `<2019` …
 * @returns undefined if it names no year
 */
export function readYears(typed: string): string | undefined {
  if (isYear(typed)) return typed;
  const [, sign, than] = compared.exec(typed) ?? [];
  if (sign !== undefined) {
    const bound = Number(than);
    if (sign === '>') return `${bound + 1}..`;
    if (sign === '<') return `..${bound - 1}`;
    return sign === '>=' || sign === '≥' ? `${bound}..` : `..${bound}`;
  }
  const found = range.exec(typed);
  if (found === null) return undefined;
  const [first = '', last = ''] = found.slice(1).map((end) => (end === '*' ? '' : end));
  if (first === '' && last === '') return undefined;
  const backwards = first !== '' && last !== '' && first > last;
  const [from, to] = backwards ? [last, first] : [first, last];
  return from === to ? from : `${from}..${to}`;
}

/**
 * Reads what stands after `after:` and `before:`, as Google does: from the beginning of a year on, and till the
 * beginning of a year. Days and months are read and only their years told apart, since no more is known of most papers.
 *
 * @returns undefined if it is no date
 */
export function readBound(which: 'after' | 'before', typed: string): string | undefined {
  const [, of, month = '1', day = '1'] = date.exec(typed) ?? [];
  if (of === undefined) return undefined;
  if (which === 'after') return `${of}..`;
  return `..${Number(month) === 1 && Number(day) === 1 ? Number(of) - 1 : of}`;
}

/** Whether a year is one of those that a query names. */
export function holdsYear(years: string, wanted: string): boolean {
  const { from, to } = boundsOf(years);
  return isYear(wanted) && Number(wanted) >= from && Number(wanted) <= to;
}

/**
 * All that a query says of years as alternatives: `2020..` and `..2023`, said apart, are meant together, and so is a
 * bound beside years.
 */
export function joinYears(years: readonly string[]): readonly string[] {
  const all = years.map(boundsOf);
  const isOpen = ({ from, to }: Bounds): boolean => from === -Infinity || to === Infinity;
  const open = all.filter(isOpen);
  const closed = all.filter((bounds) => !isOpen(bounds));
  const bound = {
    from: Math.max(...open.map(({ from }) => from)),
    to: Math.min(...open.map(({ to }) => to)),
  };
  if (open.length === 0) return years;
  if (closed.length === 0) return [text(bound)];
  return closed.map(({ from, to }) =>
    text({ from: Math.max(from, bound.from), to: Math.min(to, bound.to) }),
  );
}

/** Years as readers have them: `2020–2023`, `2020 or later`. */
export function yearsInWords(years: string): string {
  const { from, to } = boundsOf(years);
  if (to === Infinity) return words.orLater(from);
  if (from === -Infinity) return words.orEarlier(to);
  return from === to ? String(from) : `${from}–${to}`;
}
