/** What is said of a paper in a line: in lists, and of what a search finds. Pure. */
import * as words from '#words/common.ts';
import { dateWords } from './dates.ts';
import { cutAtWord, oneLine } from './line.ts';

/** Between what stands in a line: no line begins with the dot. */
export const between = '\u00a0· ';

/** Names that a list shows in full; of more, the first two are named. */
const shownWhole = 3;

/**
 * Authors in a line: all of them, or `Ada Lovelace, Charles Babbage and 6 more`.
 *
 * @returns empty when no author is known
 */
export function byline(authors: readonly string[]): string {
  const names = authors.map(oneLine).filter((name) => name !== '');
  if (names.length <= shownWhole) return names.join(', ');
  const more = names.length - shownWhole + 1;
  return `${names.slice(0, shownWhole - 1).join(', ')} ${words.andMore(more)}`;
}

/** A name of a venue may be that of its proceedings, with place and days. */
const longestVenue = 60;

/**
 * Parts a line of facts behind its date, which stays where there is little room.
 *
 * @param line as `factsLine` makes it
 */
export function behindDate(line: string): readonly [date: string, rest: string] {
  const [date = ''] = /^(?:\p{Lu}\p{Ll}+ )?\d{4}(?=\u00a0· |$)/u.exec(line) ?? [];
  return [date, line.slice(date.length)];
}

export interface LineFacts {
  /** `2024-09`, or a year; empty where nothing is known. */
  readonly month: string;
  readonly venue?: string | undefined;
  readonly upvotes?: number | undefined;
  /** Whether it is known where its code is. */
  readonly code: boolean;
}

/** The same in short, for a file from which a browser makes the line. */
export const writeFacts = ({ month, venue = '', upvotes = 0, code }: LineFacts): string =>
  [month, oneLine(venue), upvotes || '', code ? 1 : ''].join('\t').trimEnd();

export function readFacts(written: string): LineFacts {
  const [month = '', venue, upvotes = '', code = ''] = written.split('\t');
  return { month, venue, upvotes: Number(upvotes), code: code !== '' };
}

/**
 * When and where a paper came out, and what else there is of it: `September 2024 · ICLR 2025 · 42 votes · Code`.
 *
 * @returns empty where nothing is known
 */
export const factsLine = ({ month, venue = '', upvotes = 0, code }: LineFacts): string =>
  [
    dateWords(month),
    cutAtWord(oneLine(venue), longestVenue, '…'),
    upvotes > 0 ? words.votes(upvotes) : '',
    code ? words.code : '',
  ]
    .filter((fact) => fact !== '')
    .join(between);
