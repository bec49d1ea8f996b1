/** Parts of the map that belong together: around each height the papers whose way up leads there. */
import { cells, type Density } from './density.ts';

/**
 * Parts the grid into basins. Going down from the highest cell, each cell joins the height that it is next to; where
 * two heights meet, the lower one joins the other unless it stands out (ToMATo; Chazal, Guibas, Oudot, Skraba 2013).
 *
 * @param prominence how many times the pass between them a height must be high to stay a basin of its own; ≥ 1
 * @returns for each cell the cell of its height; -1 where nothing is. Time linear but for sorting the cells
 */
export function basins(density: Density, prominence: number): Int32Array {
  const parents = new Int32Array(density.length).fill(-1);
  const find = (cell: number): number => {
    let root = cell;
    while ((parents[root] ?? -1) !== root) root = parents[root] ?? root;
    for (let at = cell; at !== root;) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  const order = Int32Array.from(density.keys())
    .filter((cell) => (density[cell] ?? 0) > 1e-9)
    .toSorted((a, b) => (density[b] ?? 0) - (density[a] ?? 0) || a - b);
  for (const cell of order) {
    const here = density[cell] ?? 0;
    const near = around(cell).filter((next) => (parents[next] ?? -1) >= 0);
    const [highest = cell, ...others] = [...new Set(near.map(find))].toSorted(
      (a, b) => (density[b] ?? 0) - (density[a] ?? 0) || a - b,
    );
    parents[cell] = highest;
    for (const lower of others)
      if ((density[lower] ?? 0) < here * prominence) parents[lower] = highest;
  }
  return parents.map((parent, cell) => (parent < 0 ? -1 : find(cell)));
}

function around(cell: number): number[] {
  const [column, row] = [cell % cells, Math.floor(cell / cells)];
  const next: number[] = [];
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      const [x, y] = [column + dx, row + dy];
      if ((dx !== 0 || dy !== 0) && x >= 0 && y >= 0 && x < cells && y < cells)
        next.push(y * cells + x);
    }
  }
  return next;
}
