/** For each of many vectors, those nearest to it. */
import { TopOfRows } from '../../top.ts';
import type { Block } from './decompose.ts';

/** A row and how near it is: the cosine. */
export interface Near {
  readonly row: number;
  readonly cosine: number;
}

/** Rows of which the products are taken together, so that they stay in the processor's cache. */
const tile = 64;

function unitRows({ rows, width, values }: Block): Float32Array {
  const unit = values.slice();
  for (let from = 0; from < rows * width; from += width) {
    const row = unit.subarray(from, from + width);
    const length = Math.hypot(...row) || 1;
    for (let at = 0; at < width; at++) row[at] = (row[at] ?? 0) / length;
  }
  return unit;
}

/**
 * @param count how many of each at most
 * @param onRows told how many rows are done
 * @returns for each row, the nearest others, nearest first; takes time with the square of the rows
 */
export function nearestRows(
  block: Block,
  count: number,
  onRows: (done: number, all: number) => void = () => undefined,
): Near[][] {
  const { rows, width } = block;
  const unit = unitRows(block);
  const nearest = new TopOfRows(rows, count);
  for (let from = 0; from < rows; from += tile) {
    onRows(from, rows);
    for (let other = 0; other < rows; other++) {
      const end = Math.min(from + tile, other);
      for (let row = from; row < end; row++) {
        let cosine = 0;
        for (let at = 0; at < width; at++)
          cosine += (unit[row * width + at] ?? 0) * (unit[other * width + at] ?? 0);
        cosine = Math.fround(cosine);
        if (cosine <= 0) continue;
        nearest.keep(row, other, cosine);
        nearest.keep(other, row, cosine);
      }
    }
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from(nearest.things.subarray(row * count, (row + 1) * count), (other, at) => ({
      row: other,
      cosine: nearest.values[row * count + at] ?? 0,
    })).filter(({ row: other }) => other !== -1),
  );
}
