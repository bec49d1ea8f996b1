/** Numbers of words: 0, 1, 2, … in the order in which they are first met. */
export class Lexicon {
  readonly #keys: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** @param keys words that have numbers already, in the order of these */
  constructor(keys: Iterable<string> = []) {
    for (const key of keys) this.add(key);
  }

  /** Singular form of each word, lower case. */
  get keys(): readonly string[] {
    return this.#keys;
  }

  /** The number of a word, a new one if it is not known yet. */
  add(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#keys.length);
    return this.#keys.push(key) - 1;
  }
}
