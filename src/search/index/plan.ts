/** Where the parts of the ranked index are: the first file that a search loads. */
import { isList, isNumber, isRecord, isShaped, isText } from '../../shapes.ts';
import { readParts, writeParts, type PartAddress } from '../part-addresses.ts';
import type { Order } from './orders.ts';

/** Papers from an ordinal on, to the next segment's. */
export interface Segment {
  readonly first: number;
  readonly parts: readonly PartAddress[];
}

/** A part of Pagefind's index, which knows papers by names of its own. */
export interface PhrasePart {
  /** Ordinal of its first paper. */
  readonly first: number;
  /** Its folder in Pagefind's, with a slash behind it; empty for that folder itself. */
  readonly folder: string;
  /** File with the name of each of its papers, a line each. */
  readonly names: string;
}

export interface IndexPlan {
  /** Papers, numbered from 0: the one listed first of all is the first. */
  readonly papers: number;
  readonly segments: readonly Segment[];
  /** Names of the blocks of texts (`text-files.ts`). */
  readonly texts: readonly string[];
  /** The parts of Pagefind's index, in the order of their papers. */
  readonly phrases: readonly PhrasePart[];
  /** File that says where the table of what papers are called is (`paste/table.ts`). */
  readonly table: string;
  /** Facet → file with the papers of each value; and {@link orderColumn} → file with all papers in that order. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Name of an order among the columns. */
export const orderColumn = (order: Order): string => `by ${order}`;

/** Folder of the index in a built site. */
export const indexFolder = 'search/index';

const isPhrasePart = isShaped<PhrasePart>({ first: isNumber, folder: isText, names: isText });

/** A plan as JSON's values. */
const isWritten = isShaped({
  papers: isNumber,
  segments: isList(isShaped({ first: isNumber, parts: isText })),
  texts: isText,
  phrases: isList(isPhrasePart),
  table: isText,
  columns: isRecord(isText),
});

/** Writes a plan as JSON's values. */
export const writeIndexPlan = (plan: IndexPlan) => ({
  ...plan,
  segments: plan.segments.map(({ first, parts }) => ({ first, parts: writeParts(parts) })),
  texts: plan.texts.join(' '),
});

/** Reads a plan; undefined if it is none. */
export function readIndexPlan(value: unknown): IndexPlan | undefined {
  if (!isWritten(value)) return undefined;
  const { segments, texts } = value;
  return {
    ...value,
    segments: segments.map(({ first, parts }) => ({ first, parts: readParts(parts) })),
    texts: texts === '' ? [] : texts.split(' '),
  };
}
