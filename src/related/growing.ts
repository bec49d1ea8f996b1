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
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** What is in the list, without a copy; later pushes may not show in it. */
  view(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
