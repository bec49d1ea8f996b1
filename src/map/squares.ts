/** The grid of the map: columns A to H, rows 1 to 8, as in the index of an atlas. */

/** Squares along a side. */
export const squares = 8;

/** Names of the columns, and of the rows. */
export const columnNames = Array.from({ length: squares }, (_, at) => String.fromCharCode(65 + at));
export const rowNames = Array.from({ length: squares }, (_, at) => String(at + 1));

/** Name of the square at a point, 0 to 1 on either axis, e.g. "C4". */
export function squareAt(x: number, y: number): string {
  const step = (value: number): number =>
    Math.min(squares - 1, Math.max(0, Math.floor(value * squares)));
  return `${columnNames[step(x)] ?? ''}${rowNames[step(y)] ?? ''}`;
}
