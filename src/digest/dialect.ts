/**
 * A dialect: what an owner's own sites and newsletters say around papers, and what they call the facts of one. What
 * is read at one time is read in one dialect, so that no reader has to hand it on to the next.
 */
import type { Boilerplate } from './plain/vocabulary.ts';

/** What an owner may have another name for, in a column, a key or a label. */
export const dialectFields = [
  'title',
  'abstract',
  'authors',
  'arxiv',
  'doi',
  'published',
  'venue',
  'categories',
  'comment',
  'link',
  'upvotes',
] as const;
export type DialectField = (typeof dialectFields)[number];

export interface Dialect {
  /** Whole lines, and beginnings of lines, as `fold` of boilerplate.ts writes them. */
  readonly whole: ReadonlyMap<string, Boilerplate>;
  readonly starts: readonly (readonly [start: string, boilerplate: Boilerplate])[];
  /** What a name of a field says, names as `plainName` of records/roles.ts writes them. */
  readonly fields: ReadonlyMap<string, DialectField>;
}

let spoken: Dialect = { whole: new Map(), starts: [], fields: new Map() };

/** The dialect in which is read now. */
export const dialectNow = (): Dialect => spoken;

/** Reads something, at once, that may be written in a dialect. */
export function inDialect<Reading>(dialect: Dialect | undefined, read: () => Reading): Reading {
  const before = spoken;
  spoken = dialect ?? before;
  try {
    return read();
  } finally {
    spoken = before;
  }
}
