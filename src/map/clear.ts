/** Where a name covers the fewest papers. */
import type { Point } from './groups.ts';
import { linesOf, measureLabel } from './placing.ts';
import type { Positions } from './start.ts';

/** Width of the picture that is thought of, in pixels. */
const width = 640;

/** How far a name may go from its middle, in parts of the map, and in how many steps each way. */
const reach = 0.08;
const steps = 5;

/** What it costs to be at the end of the reach, in papers covered; the more papers, the less one matters. */
const farness = (papers: number): number => 1.5 + papers / 6;

/**
 * Looks around a point for a place for a name.
 *
 * @param positions of papers, 0 to 1
 * @param middle where the name would be best, 0 to 1
 * @returns middle of the name, 0 to 1
 */
export function clearSpot(positions: Positions, middle: Point, name: string): Point {
  const box = measureLabel(linesOf(name), 'region');
  const [halfX, halfY] = [box.width / width / 2, (box.height / width / 2) * 1.15];
  const near = papersNear(positions, middle, halfX + reach, halfY + reach);
  let [best, least] = [middle, Infinity];
  for (let down = -steps; down <= steps; down += 1) {
    for (let right = -steps; right <= steps; right += 1) {
      const x = inside(middle[0] + (right / steps) * reach, halfX);
      const y = inside(middle[1] + (down / steps) * reach, halfY);
      let covered = 0;
      for (const [px, py] of near)
        if (Math.abs(px - x) < halfX && Math.abs(py - y) < halfY) covered += 1;
      const away = (right * right + down * down) / (steps * steps);
      const cost = covered + away * farness(near.length);
      if (cost < least) [best, least] = [[x, y] as const, cost];
    }
  }
  return best;
}

const inside = (at: number, half: number): number =>
  Math.min(0.99 - half, Math.max(0.01 + half, at));

function papersNear(positions: Positions, [x, y]: Point, right: number, down: number): Point[] {
  const near: Point[] = [];
  for (let at = 0; at < positions.length; at += 2) {
    const [px, py] = [positions[at] ?? 0, positions[at + 1] ?? 0];
    if (Math.abs(px - x) < right && Math.abs(py - y) < down) near.push([px, py]);
  }
  return near;
}
