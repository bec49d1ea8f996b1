/** Random numbers that come out the same from the same seed. */

/** Even numbers in [0, 1). */
export type Random = () => number;

/** mulberry32, public domain, Tommy Ettinger 2017. */
export function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `least` to `most`, both among them. */
export function between(next: Random, least: number, most: number): number {
  return least + Math.floor(next() * (most - least + 1));
}

/** One of a list; undefined of an empty one. */
export function pick<Item>(next: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(next() * items.length)];
}

/** The items in random order (Fisher and Yates). */
export function shuffled<Item>(next: Random, items: Iterable<Item>): Item[] {
  const pool = [...items];
  const order: Item[] = [];
  while (pool.length > 0) {
    const at = Math.floor(next() * pool.length);
    const last = pool.pop();
    if (last === undefined) break;
    const taken = pool[at] ?? last;
    if (at < pool.length) pool[at] = last;
    order.push(taken);
  }
  return order;
}

/** A seed from a text, so that each use of one seed has numbers of its own (FNV-1a). */
export function seedFrom(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}
