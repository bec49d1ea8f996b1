/** Where the parts of the ranked index are: the first file that a search loads. */

import type { Order } from './orders.ts';

/** A part of a segment: words from a stem on, to the next part's. */
export interface IndexPart {
  readonly from: string;
  /** Name of its file, made from what it holds. */
  readonly name: string;
}

/** Papers from an ordinal on, to the next segment's. */
export interface Segment {
  readonly first: number;
  readonly parts: readonly IndexPart[];
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

interface Written {
  readonly papers: number;
  readonly segments: readonly { readonly first: number; readonly parts: string }[];
  readonly texts: string;
  readonly phrases: readonly PhrasePart[];
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** Writes a plan as JSON's values. */
export function writeIndexPlan(plan: IndexPlan): Written {
  const { segments, texts } = plan;
  return {
    ...plan,
    segments: segments.map(({ first, parts }) => ({
      first,
      parts: parts.map(({ from, name }) => `${from} ${name}`).join('\n'),
    })),
    texts: texts.join(' '),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isText = (value: unknown): value is string => typeof value === 'string';

const isPhrasePart = (value: unknown): value is PhrasePart =>
  isObject(value) &&
  typeof value['first'] === 'number' &&
  isText(value['folder']) &&
  isText(value['names']);

function readSegment(value: unknown): Segment | undefined {
  if (!isObject(value)) return undefined;
  const { first, parts } = value;
  if (typeof first !== 'number' || !isText(parts)) return undefined;
  const rows = parts === '' ? [] : parts.split('\n');
  return {
    first,
    parts: rows.map((row) => {
      const at = row.lastIndexOf(' ');
      return { from: row.slice(0, at), name: row.slice(at + 1) };
    }),
  };
}

/** Reads a plan; undefined if it is none. */
export function readIndexPlan(value: unknown): IndexPlan | undefined {
  if (!isObject(value)) return undefined;
  const { papers, segments, texts, phrases, table, columns } = value;
  if (typeof papers !== 'number' || !Array.isArray(segments) || !isText(texts)) return undefined;
  if (!Array.isArray(phrases) || !phrases.every(isPhrasePart)) return undefined;
  if (!isText(table) || !isObject(columns)) return undefined;
  const read = segments.map(readSegment);
  if (read.includes(undefined)) return undefined;
  return {
    papers,
    segments: read.filter((segment) => segment !== undefined),
    texts: texts === '' ? [] : texts.split(' '),
    phrases,
    table,
    columns: Object.fromEntries(
      Object.entries(columns).filter((entry): entry is [string, string] => isText(entry[1])),
    ),
  };
}
