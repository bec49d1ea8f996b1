/** Finding a paper on the map: under the pointer, or next to another one. Runs in the browser. */

/** Which papers count; all without one. */
export type Allowed = (paper: number) => boolean;

/** Coordinates in any unit: x, y of each paper. */
export type Coordinates = ArrayLike<number>;

/**
 * The paper nearest to a point. A look at each paper: 50,000 take a tenth of a millisecond, and no index is kept.
 *
 * @param reach in the unit of the coordinates
 * @returns its place, or -1 if none is within reach
 */
export function nearestTo(
  coordinates: Coordinates,
  x: number,
  y: number,
  reach: number,
  allowed?: Allowed,
): number {
  let [best, least] = [-1, reach * reach];
  for (let at = 0; at < coordinates.length; at += 2) {
    const dx = (coordinates[at] ?? 0) - x;
    const dy = (coordinates[at + 1] ?? 0) - y;
    const square = dx * dx + dy * dy;
    if (square <= least && (!allowed || allowed(at / 2))) [best, least] = [at / 2, square];
  }
  return best;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const headings = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

/** How much worse a step to the side is than one ahead. */
const sideways = 2;

/**
 * The next paper in a direction: within an eighth of a turn to either side, and rather straight ahead than aside.
 *
 * @param from place of a paper
 * @returns its place, or -1 if there is none
 */
export function nextTo(
  coordinates: Coordinates,
  from: number,
  direction: Direction,
  allowed?: Allowed,
): number {
  const [ux, uy] = headings[direction];
  const [x, y] = [coordinates[from * 2] ?? 0, coordinates[from * 2 + 1] ?? 0];
  let [best, least] = [-1, Infinity];
  for (let at = 0; at < coordinates.length; at += 2) {
    const dx = (coordinates[at] ?? 0) - x;
    const dy = (coordinates[at + 1] ?? 0) - y;
    const ahead = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy) + Math.abs(dy * ux);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = ahead + aside * sideways;
    if (cost < least && at / 2 !== from && (!allowed || allowed(at / 2)))
      [best, least] = [at / 2, cost];
  }
  return best;
}
