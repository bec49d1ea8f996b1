/** The things of highest value of each of many rows, kept as they are met. */

/** Nothing, in the place of a thing. */
const none = -1;

/** For each row the `k` things met with the highest values, highest first; of equals, the one met first comes first. */
export class TopOfRows {
  readonly k: number;
  /** Things of all rows, `k` each; -1 where there are no more. */
  readonly things: Int32Array;
  /** Value of each, in single precision. */
  readonly values: Float32Array;
  /** Of each row its last value; 0 while it has fewer things than it may. */
  readonly floors: Float32Array;

  constructor(rows: number, k: number) {
    this.k = k;
    this.things = new Int32Array(rows * k).fill(none);
    this.values = new Float32Array(rows * k);
    this.floors = new Float32Array(rows);
  }

  /**
   * Puts a thing among those of a row, if its value is high enough for that.
   *
   * @param value above 0, in single precision
   * @returns whether it is
   */
  keep(row: number, thing: number, value: number): boolean {
    const { things, values } = this;
    const first = row * this.k;
    let at = first + this.k - 1;
    if ((this.floors[row] ?? 0) >= value) return false;
    for (; at > first && (values[at - 1] ?? 0) < value; at--) {
      things[at] = things[at - 1] ?? none;
      values[at] = values[at - 1] ?? 0;
    }
    things[at] = thing;
    values[at] = value;
    this.floors[row] = values[first + this.k - 1] ?? 0;
    return true;
  }

  /** Takes what was found of the first rows before. */
  set(things: Int32Array, values: Float32Array): void {
    this.things.set(things);
    this.values.set(values);
    for (let row = 0; row * this.k < things.length; row++)
      this.floors[row] = values[(row + 1) * this.k - 1] ?? 0;
  }
}
