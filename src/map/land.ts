/** Land and water: where the map has papers, and where not. */
import { contour } from './contours.ts';
import { densityOf } from './density.ts';
import type { Contour } from './model.ts';
import type { Positions } from './start.ts';

/** How far a paper makes land around itself, in parts of the map: many papers draw a finer coast. */
const reach = (count: number): number => Math.min(0.075, Math.max(0.012, 0.25 * count ** -0.3));

/** A lone paper is 1: half of that is an islet around it. In a large archive a few papers make no land yet. */
const coast = (mean: number): number => Math.max(0.4, mean * 0.3);

/** Water lines, in parts of the coast's density: the bell makes their distances grow. */
const waterLines = [0.5, 0.2, 0.06] as const;

/** @param positions 0 to 1 */
export function drawLand(positions: Positions): Contour[] {
  const count = positions.length / 2;
  const width = reach(count);
  const density = densityOf(positions, width);
  const mean = 2 * Math.PI * width ** 2 * count;
  const level = coast(mean);
  const lines: Contour[] = waterLines.map((part) => ({
    kind: 'water',
    path: contour(density, level * part, 3),
  }));
  return [
    ...lines,
    { kind: 'land', path: contour(density, level) },
    { kind: 'high', path: contour(density, Math.max(mean * 1.5, level * 2.5)) },
  ];
}
