/** Lines of equal density, as SVG paths: coast, water lines, heights. */
import { cells, type Density } from './density.ts';
import { extent } from './model.ts';

/**
 * The lines around all that is denser than a level (marching squares), rounded at the corners.
 *
 * @param level same unit as the density
 * @param every of so many points of a line one is kept: 1 for all
 * @returns path data in units of the map; empty if nothing is that dense
 */
export function contour(density: Density, level: number, every = 2): string {
  const next = crossings(density, level);
  const paths: string[] = [];
  for (const start of next.keys()) {
    const loop: Point[] = [];
    let edge: number | undefined = start;
    while (edge !== undefined && next.has(edge)) {
      loop.push(pointOn(density, level, edge));
      const after: number | undefined = next.get(edge);
      next.delete(edge);
      edge = after;
    }
    const kept = loop.filter((_, at) => at % every === 0);
    if (kept.length >= 3) paths.push(rounded(kept));
  }
  return paths.join('');
}

type Point = readonly [number, number];

/** The grid with one empty cell around it, so that every line is closed. */
const side = cells + 2;

function valueAt(density: Density, column: number, row: number): number {
  if (column < 1 || row < 1 || column > cells || row > cells) return 0;
  return density[(row - 1) * cells + column - 1] ?? 0;
}

/** Edges between two corners: even numbers go right from a corner, odd ones down. */
const edgeRight = (column: number, row: number): number => (row * side + column) * 2;
const edgeDown = (column: number, row: number): number => (row * side + column) * 2 + 1;

/** For each edge that a line enters a square by, the edge it leaves by: what is denser lies on the right. */
function crossings(density: Density, level: number): Map<number, number> {
  const next = new Map<number, number>();
  for (let row = 0; row + 1 < side; row += 1) {
    for (let column = 0; column + 1 < side; column += 1) {
      const a = valueAt(density, column, row) >= level;
      const b = valueAt(density, column + 1, row) >= level;
      const c = valueAt(density, column + 1, row + 1) >= level;
      const d = valueAt(density, column, row + 1) >= level;
      const corners = Number(a) + Number(b) * 2 + Number(c) * 4 + Number(d) * 8;
      const [top, right, bottom, left] = [
        edgeRight(column, row),
        edgeDown(column + 1, row),
        edgeRight(column, row + 1),
        edgeDown(column, row),
      ];
      for (const [from, to] of walks(corners, top, right, bottom, left)) next.set(from, to);
    }
  }
  return next;
}

/** The 16 cases; two opposite corners count as parted. */
function walks(
  corners: number,
  top: number,
  right: number,
  bottom: number,
  left: number,
): readonly (readonly [number, number])[] {
  switch (corners) {
    case 1:
      return [[left, top]];
    case 2:
      return [[top, right]];
    case 3:
      return [[left, right]];
    case 4:
      return [[right, bottom]];
    case 5:
      return [
        [left, top],
        [right, bottom],
      ];
    case 6:
      return [[top, bottom]];
    case 7:
      return [[left, bottom]];
    case 8:
      return [[bottom, left]];
    case 9:
      return [[bottom, top]];
    case 10:
      return [
        [top, right],
        [bottom, left],
      ];
    case 11:
      return [[bottom, right]];
    case 12:
      return [[right, left]];
    case 13:
      return [[right, top]];
    case 14:
      return [[top, left]];
    default:
      return [];
  }
}

/** Where on an edge the density is the level. */
function pointOn(density: Density, level: number, edge: number): Point {
  const corner = Math.floor(edge / 2);
  const [column, row] = [corner % side, Math.floor(corner / side)];
  const down = edge % 2;
  const from = valueAt(density, column, row);
  const to = valueAt(density, column + 1 - down, row + down);
  const part = from === to ? 0.5 : (level - from) / (to - from);
  const unit = extent / cells;
  return [(column - 0.5 + part * (1 - down)) * unit, (row - 0.5 + part * down) * unit];
}

/** Through the middles between points, each point bending the line. */
function rounded(points: readonly Point[]): string {
  const middles = points.map(([x, y], at): Point => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
    return [(x + nextX) / 2, (y + nextY) / 2];
  });
  const write = ([x, y]: Point): string => `${Math.round(x)} ${Math.round(y)}`;
  const last = middles.at(-1) ?? [0, 0];
  const curves = points.map((point, at) => `${write(point)} ${write(middles[at] ?? point)}`);
  return `M${write(last)}Q${curves.join(' ')}Z`;
}
