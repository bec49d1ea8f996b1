import { eachLine } from '../lines.ts';

/** A place in a text. Both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text begin and end: from an offset to its line. Offsets are UTF-16 code units. */
export class LineTable {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string) {
    eachLine(text, (start, end) => {
      this.#starts.push(start);
      this.#ends.push(end);
    });
  }

  /** Number of lines. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line that holds an offset, or its line ending. Takes logarithmic time. */
  positionOf(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const line = Math.max(low, 1);
    return { line, column: Math.max(offset - (this.#starts[line - 1] ?? 0), 0) + 1 };
  }

  lineOf(offset: number): number {
    return this.positionOf(offset).line;
  }

  /** Offset of the first code unit of a line. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? 0;
  }

  /** Offset of the code unit after the last one of a line, its ending left out. */
  endOf(line: number): number {
    return this.#ends[line - 1] ?? 0;
  }
}
