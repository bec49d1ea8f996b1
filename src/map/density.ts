/** How many papers are where: a grid over the map, smoothed. */
import type { Positions } from './start.ts';

/** Cells along a side. */
export const cells = 128;

/** One value a cell, row by row; in papers: a lone paper is 1 where it stands. */
export type Density = Float64Array;

/**
 * Spreads each paper over its surroundings as a bell curve.
 *
 * @param positions 0 to 1
 * @param width standard deviation of the bell, in parts of the map
 * @returns density; time linear in papers and cells
 */
export function densityOf(positions: Positions, width: number): Density {
  const counts: Density = new Float64Array(cells * cells);
  const add = (column: number, row: number, part: number): void => {
    if (column < 0 || row < 0 || column >= cells || row >= cells) return;
    counts[row * cells + column] = (counts[row * cells + column] ?? 0) + part;
  };
  for (let at = 0; at < positions.length; at += 2) {
    const [x, y] = [(positions[at] ?? 0) * cells - 0.5, (positions[at + 1] ?? 0) * cells - 0.5];
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [right, below] = [x - column, y - row];
    add(column, row, (1 - right) * (1 - below));
    add(column + 1, row, right * (1 - below));
    add(column, row + 1, (1 - right) * below);
    add(column + 1, row + 1, right * below);
  }
  const bell = bellOf(width * cells);
  return blur(blur(counts, bell, 1, cells), bell, cells, 1);
}

/** The half of a bell curve from its top, which is 1. */
function bellOf(deviation: number): readonly number[] {
  const reach = Math.ceil(deviation * 3);
  return Array.from({ length: reach + 1 }, (_, at) => Math.exp(-(at * at) / (2 * deviation ** 2)));
}

function blur(values: Density, bell: readonly number[], step: number, line: number): Density {
  const blurred: Density = new Float64Array(values.length);
  for (let start = 0; start < cells; start += 1) {
    for (let at = 0; at < cells; at += 1) {
      const value = values[start * line + at * step] ?? 0;
      if (value === 0) continue;
      for (let away = 1 - bell.length; away < bell.length; away += 1) {
        const to = at + away;
        if (to < 0 || to >= cells) continue;
        const slot = start * line + to * step;
        blurred[slot] = (blurred[slot] ?? 0) + value * (bell[Math.abs(away)] ?? 0);
      }
    }
  }
  return blurred;
}

/** The cell that a position is in. */
export function cellAt(x: number, y: number): number {
  const clamp = (value: number): number =>
    Math.min(cells - 1, Math.max(0, Math.floor(value * cells)));
  return clamp(y) * cells + clamp(x);
}
