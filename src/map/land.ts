/** Land and water: where the map has papers, and where not, as lines of equal density. */
import { contours } from 'd3-contour';
import { cells, densityOf, type Density } from './density.ts';
import { extent, type Contour } from './archive-map.ts';
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

type Point = readonly [x: number, y: number];

/**
 * The lines around all that is denser than a level, rounded at the corners.
 *
 * @param level same unit as the density
 * @param every of so many points of a line one is kept: 1 for all
 * @returns path data in units of the map; empty if nothing is that dense
 */
export function contour(density: Density, level: number, every = 2): string {
  const { coordinates } = contours()
    .size([cells, cells])
    .contour([...density], level);
  return coordinates
    .flat()
    .map((ring) =>
      // The last point of a ring is its first again.
      ring
        .slice(1)
        .flatMap(([x = 0, y = 0], at): Point[] =>
          at % every === 0 ? [[(x * extent) / cells, (y * extent) / cells]] : [],
        ),
    )
    .filter(({ length }) => length >= 3)
    .map(rounded)
    .join('');
}

/** Through the middles between points, each point bending the line. */
function rounded(points: readonly Point[]): string {
  const write = ([x, y]: Point): string => `${Math.round(x)} ${Math.round(y)}`;
  const middles = points.map(([x, y], at): Point => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
    return [(x + nextX) / 2, (y + nextY) / 2];
  });
  const curves = points.map((point, at) => `${write(point)} ${write(middles[at] ?? point)}`);
  return `M${write(middles.at(-1) ?? [0, 0])}Q${curves.join(' ')}Z`;
}
