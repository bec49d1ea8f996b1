/** Numbers pairs of words: 0, 1, 2, … in the order in which they are first asked for. */
const empty = -1;

/** Words have numbers below this, so that a pair of them is a whole number that a double holds exactly. */
export const mostWords = 2 ** 24;

/** Where the search for a pair begins; the constants are those of Knuth and of MurmurHash's finisher. */
export function hashPair(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * A hash table with open addressing in typed arrays: a million pairs in 24 MB, where a `Map` with such
 * keys takes some 100.
 */
export class PairTable {
  #keys: Float64Array;
  #numbers: Int32Array;
  #size = 0;

  /** @param wanted pairs that there is room for at first */
  constructor(wanted = 0) {
    let slots = 1024;
    while (slots < wanted * 2) slots *= 2;
    this.#keys = new Float64Array(slots).fill(empty);
    this.#numbers = new Int32Array(slots);
  }

  get size(): number {
    return this.#size;
  }

  /** The number of a pair, a new one if it is not known yet. */
  add(first: number, second: number): number {
    if (this.#size * 2 >= this.#keys.length) this.#grow();
    const key = first * mostWords + second;
    const slot = this.#slot(key, hashPair(first, second));
    if (this.#keys[slot] === key) return this.#numbers[slot] ?? 0;
    this.#keys[slot] = key;
    this.#numbers[slot] = this.#size;
    return this.#size++;
  }

  /** The number of a pair, or -1. */
  get(first: number, second: number): number {
    const key = first * mostWords + second;
    const slot = this.#slot(key, hashPair(first, second));
    return this.#keys[slot] === key ? (this.#numbers[slot] ?? -1) : -1;
  }

  /** The first word of every pair and the second, by number. */
  words(): { first: Int32Array; second: Int32Array } {
    const first = new Int32Array(this.#size);
    const second = new Int32Array(this.#size);
    for (const [slot, key] of this.#keys.entries()) {
      if (key === empty) continue;
      const number = this.#numbers[slot] ?? 0;
      first[number] = Math.floor(key / mostWords);
      second[number] = key % mostWords;
    }
    return { first, second };
  }

  #slot(key: number, hash: number): number {
    const mask = this.#keys.length - 1;
    let slot = hash & mask;
    while (this.#keys[slot] !== empty && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Float64Array(keys.length * 2).fill(empty);
    this.#numbers = new Int32Array(keys.length * 2);
    for (const [old, key] of keys.entries()) {
      if (key === empty) continue;
      const slot = this.#slot(key, hashPair(Math.floor(key / mostWords), key % mostWords));
      this.#keys[slot] = key;
      this.#numbers[slot] = numbers[old] ?? 0;
    }
  }
}
