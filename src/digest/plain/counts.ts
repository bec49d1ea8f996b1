/** Sums and counts over the lines of a page. */

export const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

/** How often each text is there, the most frequent first; undefined ones are left out. */
export function tally(texts: Iterable<string | undefined>): [text: string, count: number][] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1]);
}
