/** The pieces of the ranked index. Pure but for the names that they are given. */
import { facets, type Facet } from '../facets.ts';
import { packColumn } from './columns.ts';
import { ordered, orders, packOrder, type Sorted } from './orders.ts';
import { packParts } from './parts.ts';
import { orderColumn, type Segment } from './plan.ts';
import { joinLists, type PlacedLists } from './word-lists.ts';

/** Takes a file in: gives its name, equal for equal contents. */
export type AddFile = (bytes: Uint8Array<ArrayBuffer>) => string;

/** Makes a segment of the words of neighbours. @param first ordinal of the first of all */
export function makeSegment(lists: Iterable<PlacedLists>, first: number, add: AddFile): Segment {
  const parts = packParts(joinLists(lists, first));
  return { first, parts: parts.map(({ from, bytes }) => ({ from, name: add(bytes) })) };
}

/**
 * Makes the columns.
 *
 * @param papers the values of each, by ordinal
 * @returns facet → file
 */
export function makeColumns(
  papers: readonly (readonly (readonly [Facet, string])[])[],
  add: AddFile,
): Record<string, string> {
  const columns = new Map<Facet, Map<string, number[]>>(facets.map((facet) => [facet, new Map()]));
  for (const [ordinal, values] of papers.entries()) {
    for (const [facet, value] of values) {
      const column = columns.get(facet);
      const list = column?.get(value);
      if (list === undefined) column?.set(value, [ordinal]);
      else if (list.at(-1) !== ordinal) list.push(ordinal);
    }
  }
  return Object.fromEntries(
    [...columns].map(([facet, column]) => [facet, add(packColumn(column))]),
  );
}

/**
 * Makes the orders of all papers that tell any apart.
 *
 * @param papers by ordinal
 * @returns name among the columns → file
 */
export const makeOrders = (papers: readonly Sorted[], add: AddFile): Record<string, string> =>
  Object.fromEntries(
    orders.flatMap((order) => {
      const all = ordered(papers, order);
      return all.length === 0 ? [] : [[orderColumn(order), add(packOrder(all))]];
    }),
  );
