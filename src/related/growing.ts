/** Lists of whole numbers that grow. */

/**
 * A list in the place of a shorter one.
 *
 * @param list long enough; changed, and given back
 * @param value of what is new
 */
export function longer<List extends Uint8Array | Int8Array | Int32Array | Float32Array>(
  list: List,
  shorter: List,
  value = 0,
): List {
  list.set(shorter);
  list.fill(value, shorter.length);
  return list;
}

/** A list of 32-bit whole numbers that grows: an eighth of the memory of an array of numbers as objects. */
export class GrowingInts {
  #values: Int32Array;
  #length = 0;

  constructor(capacity = 1024) {
    this.#values = new Int32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      this.#values = longer(new Int32Array(this.#length * 2), this.#values);
    }
    this.#values[this.#length++] = value;
  }

  /** What is in the list, without a copy; later pushes may not show in it. */
  view(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
