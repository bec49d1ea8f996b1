/** Orders of all papers, packed: what relevance and the digests' days do not tell. Pure. */
import { ByteReader, writeNumber } from './bytes.ts';

/** By the papers' own dates, newest first; by title; by venue; by votes, most first. */
export const orders = ['published', 'title', 'venue', 'votes'] as const;
export type Order = (typeof orders)[number];

export const isOrder = (name: string): name is Order => orders.some((order) => order === name);

/** What a paper is put in order by. What is not known is empty, or 0. */
export interface Sorted {
  /** `2024-09-17`, or less of it. */
  readonly published: string;
  readonly title: string;
  readonly venue: string;
  readonly votes: number;
}

/** By code units: texts as they were folded, keys as they are looked for. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const comparators: Readonly<Record<Order, (a: Sorted, b: Sorted) => number>> = {
  published: (a, b) => byCodeUnits(b.published, a.published),
  title: (a, b) => byCodeUnits(a.title, b.title),
  venue: (a, b) => byCodeUnits(a.venue, b.venue),
  votes: (a, b) => b.votes - a.votes,
};

const isKnown = (value: string | number): boolean => value !== '' && value !== 0;

/**
 * The papers of which is known what an order goes by, in that order; of two alike, the one listed last first.
 *
 * @param papers by ordinal; texts folded, to be compared as they are
 * @returns ordinals
 */
export const ordered = (papers: readonly Sorted[], order: Order): number[] =>
  Array.from(papers, (paper, ordinal) => ({ paper, ordinal }))
    .filter(({ paper }) => isKnown(paper[order]))
    .toSorted((a, b) => comparators[order](a.paper, b.paper) || b.ordinal - a.ordinal)
    .map(({ ordinal }) => ordinal);

/** Packs an order: the step from each paper to the next, with its sign in the lowest bit. */
export function packOrder(papers: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let before = 0;
  for (const paper of papers) {
    const step = paper - before;
    writeNumber(bytes, step < 0 ? -2 * step - 1 : 2 * step);
    before = paper;
  }
  return Uint8Array.from(bytes);
}

/** Unpacks an order: the place of each paper in it; a paper that is not in it has none. */
export function unpackOrder(bytes: Uint8Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const reader = new ByteReader(bytes);
  let paper = 0;
  while (!reader.done) {
    const step = reader.number();
    paper += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    places.set(paper, places.size);
  }
  return places;
}
