/** The items that have most often one key in common; of two groups of one size the one that comes first. */
export function largestGroup<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): readonly Item[] {
  const groups = [...Map.groupBy(items, keyOf).values()];
  return groups.toSorted((one, other) => other.length - one.length)[0] ?? [];
}
