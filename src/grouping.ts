/** Parts long lists so that what changes in one place leaves the rest of the parts as they were. Pure. */

/** FNV-1a, 32 bits (draft-eastlake-fnv), as a number from 0 up to 1. */
function chance(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  // The last letters have reached the low bits only: the high ones are mixed once more.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) / 2 ** 32;
}

/**
 * Parts a list into groups that end at certain names, not after so many: what is added at the end, put in or taken
 * out changes the group that it belongs to, and hardly ever another (as in content-defined chunking).
 *
 * @param size of a group in the middle; the least is half of it, the most is twice
 * @param weigh what an item adds to the size
 * @param parts whether a group may end early between two items, when it has a quarter of the size
 */
export function group<Item>(
  items: readonly Item[],
  size: number,
  nameOf: (item: Item) => string,
  weigh: (item: Item) => number = () => 1,
  parts: (item: Item, next: Item) => boolean = () => false,
): Item[][] {
  const groups: Item[][] = [];
  let open: Item[] = [];
  let held = 0;
  for (const [at, item] of items.entries()) {
    const weight = weigh(item);
    const next = items[at + 1];
    open.push(item);
    held += weight;
    const early = held >= size / 4 && next !== undefined && parts(item, next);
    const ends = held >= size / 2 && chance(nameOf(item)) < weight / (size / 2);
    if (!early && !ends && held < 2 * size) continue;
    groups.push(open);
    open = [];
    held = 0;
  }
  return open.length === 0 ? groups : [...groups, open];
}
