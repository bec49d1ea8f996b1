/** Where nothing stands on a picture: asked of many boxes at no cost. */

/**
 * A square of cells, each taken or not; sums over all boxes that begin in the corner (a summed-area table, Crow 1984)
 * tell of any box at once whether something stands in it. A cell that is touched counts as taken.
 */
export class Room {
  readonly #cell: number;
  readonly #side: number;
  readonly #sums: Uint32Array;
  #isSealed = false;

  /**
   * @param size of the picture's sides, in any unit
   * @param cell side of a cell, in that unit
   */
  constructor(size: number, cell: number) {
    this.#cell = cell;
    this.#side = Math.ceil(size / cell) + 1;
    this.#sums = new Uint32Array(this.#side ** 2);
  }

  /** Takes the cells that a dot touches. All marks come before the first question. */
  mark(x: number, y: number, radius: number): void {
    const last = this.#side - 1;
    const step = (value: number): number => Math.floor(value / this.#cell) + 1;
    const [left, right] = [Math.max(1, step(x - radius)), Math.min(last, step(x + radius))];
    const [top, bottom] = [Math.max(1, step(y - radius)), Math.min(last, step(y + radius))];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        this.#sums[row * this.#side + column] = 1;
  }

  #seal(): void {
    const [sums, side] = [this.#sums, this.#side];
    for (let row = 1; row < side; row += 1) {
      let sum = 0;
      for (let column = 1; column < side; column += 1) {
        const at = row * side + column;
        sum += sums[at] ?? 0;
        sums[at] = sum + (sums[at - side] ?? 0);
      }
    }
    this.#isSealed = true;
  }

  /** Whether nothing stands in a box; what lies outside the picture is free. */
  isFree(left: number, top: number, right: number, bottom: number): boolean {
    if (!this.#isSealed) this.#seal();
    const [sums, side] = [this.#sums, this.#side];
    const step = (value: number): number =>
      Math.min(side - 1, Math.max(0, Math.floor(value / this.#cell)));
    const [west, north] = [step(left), step(top)];
    const [east, south] = [step(right + this.#cell), step(bottom + this.#cell)];
    const sum = (row: number, column: number): number => sums[row * side + column] ?? 0;
    return sum(south, east) - sum(north, east) - sum(south, west) + sum(north, west) === 0;
  }
}
