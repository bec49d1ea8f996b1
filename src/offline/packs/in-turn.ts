/** Few things at a time. */

/**
 * Makes things two at a time: while one waits for the other core, which packs it, the next is cut. With more, each has
 * memory of its own to pack in, and to fetch that takes as long as the packing.
 *
 * @returns what was made, in the items' order
 */
export async function inTurn<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made = new Map<number, Made>();
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [at, item] of queue) made.set(at, await make(item));
  };
  await Promise.all([work(), work()]);
  return [...made].toSorted(([a], [b]) => a - b).map(([, it]) => it);
}
