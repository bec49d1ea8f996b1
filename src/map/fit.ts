/** From the layout's own units to the map's. */
import type { Positions } from './start.ts';

/** Steps of a coordinate in the data file. */
export const steps = 65_535;

/** Empty border, in parts of the map: room for the names and the frame. */
const border = 0.07;

/** Parts of the papers on either side that do not decide how large all others are drawn. */
const outliers = 0.002;

/** At most this much wider than high or the other way round is evened out. */
const stretch = 1.3;

function range(positions: Positions, axis: number): readonly [number, number] {
  const values = positions.filter((_, at) => at % 2 === axis).toSorted();
  const skip = Math.floor(values.length * outliers);
  return [values[skip] ?? 0, values[values.length - 1 - skip] ?? 0];
}

/**
 * Fits a layout into the map's square; the few that are far out are drawn in to the border.
 *
 * @param steady papers, from the first on, that decide how large all are drawn
 * @returns x and y of each paper, 0 to 1
 */
export function fitSquare(positions: Positions, steady = positions.length / 2): Positions {
  const [left, right] = range(positions.subarray(0, steady * 2), 0);
  const [top, bottom] = range(positions.subarray(0, steady * 2), 1);
  const longer = Math.max(right - left, bottom - top, 1e-6);
  const scaleOf = (length: number): number =>
    (1 - 2 * border) * Math.min(1 / Math.max(length, 1e-6), stretch / longer);
  const [scaleX, scaleY] = [scaleOf(right - left), scaleOf(bottom - top)];
  const fitted: Positions = new Float32Array(positions.length);
  for (let at = 0; at < positions.length; at += 2) {
    fitted[at] = drawIn(0.5 + ((positions[at] ?? 0) - (left + right) / 2) * scaleX);
    fitted[at + 1] = drawIn(0.5 + ((positions[at + 1] ?? 0) - (top + bottom) / 2) * scaleY);
  }
  return fitted;
}

const drawIn = (value: number): number =>
  Math.min(1 - border / 2, Math.max(border / 2, Number.isFinite(value) ? value : 0.5));

/** Rounds of moving apart; each halves what is left of most overlaps. */
const rounds = 60;

/**
 * Moves papers apart that would be drawn on top of each other, where there is room.
 *
 * @param positions 0 to 1; changed
 * @param distance wanted between any two
 */
export function moveApart(positions: Positions, distance: number): void {
  const count = positions.length / 2;
  const columns = Math.max(1, Math.floor(1 / distance));
  for (let round = 0; round < rounds; round += 1) {
    const cells = new Map<number, number[]>();
    const cellOf = (value: number): number => Math.min(columns - 1, Math.floor(value * columns));
    let moved = false;
    for (let paper = 0; paper < count; paper += 1) {
      const [column, row] = [
        cellOf(positions[paper * 2] ?? 0),
        cellOf(positions[paper * 2 + 1] ?? 0),
      ];
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          for (const other of cells.get((row + dy) * columns + column + dx) ?? [])
            moved = part(positions, paper, other, distance) || moved;
        }
      }
      const own = cells.get(row * columns + column);
      if (own) own.push(paper);
      else cells.set(row * columns + column, [paper]);
    }
    if (!moved) return;
  }
}

/** The golden angle: papers on one spot leave it in directions of their own. */
const angle = Math.PI * (3 - Math.sqrt(5));

function part(positions: Positions, a: number, b: number, distance: number): boolean {
  let dx = (positions[a * 2] ?? 0) - (positions[b * 2] ?? 0);
  let dy = (positions[a * 2 + 1] ?? 0) - (positions[b * 2 + 1] ?? 0);
  let length = Math.hypot(dx, dy);
  if (length >= distance) return false;
  if (length < 1e-6) [dx, dy, length] = [Math.cos(a * angle), Math.sin(a * angle), 1e-6];
  const unit = Math.hypot(dx, dy);
  const half = (distance - length) / 2 + 1e-6;
  const move = (at: number, by: number): void => {
    positions[at] = drawIn((positions[at] ?? 0) + by);
  };
  move(a * 2, (dx / unit) * half);
  move(a * 2 + 1, (dy / unit) * half);
  move(b * 2, (-dx / unit) * half);
  move(b * 2 + 1, (-dy / unit) * half);
  return true;
}
