import { describe, expect, it } from 'vitest';
import { basins } from '../../src/map/basins.ts';
import { cellAt, cells, densityOf } from '../../src/map/density.ts';
import { middleOf, partition, spots } from '../../src/map/groups.ts';
import { contour, drawLand } from '../../src/map/land.ts';

/** Two heaps of papers, the first twice as large. */
const heaps = Float32Array.from({ length: 180 }, (_, at) => {
  const paper = Math.floor(at / 2);
  const middle = paper < 60 ? 0.25 : 0.75;
  return middle + (((paper * 7 + (at % 2) * 3) % 11) - 5) / 200;
});

/** Coordinates of a path. */
const numbers = (path: string): number[] => (path.match(/-?\d+/g) ?? []).map(Number);

describe('density', () => {
  it('is one where a lone paper stands, and nothing far from it', () => {
    const middle = (64 + 0.5) / cells;
    const density = densityOf(Float32Array.of(middle, middle), 0.05);
    expect(density[cellAt(middle, middle)]).toBeCloseTo(1);
    expect(density[cellAt(0.01, 0.01)]).toBe(0);
  });
});

describe('contours', () => {
  it('are closed lines around what is dense', () => {
    const path = contour(densityOf(heaps, 0.04), 5);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/Z/g)).toHaveLength(2);
    expect(Math.min(...numbers(path))).toBeGreaterThan(100);
    expect(Math.max(...numbers(path))).toBeLessThan(900);
  });

  it('are closed at the border of the map, too', () => {
    const path = contour(densityOf(Float32Array.of(0.01, 0.01), 0.1), 0.3);
    expect(path.match(/^M[^MZ]+Z$/)).not.toBeNull();
  });

  it('are none above the highest point', () => {
    expect(contour(densityOf(heaps, 0.04), 1e6)).toBe('');
  });

  it('draw water lines around the land, and heights on it', () => {
    const reach = (kind: string): number => {
      const paths = drawLand(heaps).filter((line) => line.kind === kind);
      expect(paths.length).toBeGreaterThan(0);
      const all = numbers(paths.map(({ path }) => path).join(''));
      return Math.max(...all) - Math.min(...all);
    };
    expect(reach('water')).toBeGreaterThan(reach('land'));
    expect(reach('land')).toBeGreaterThan(reach('high'));
  });
});

describe('basins', () => {
  it('lead up to the height they belong to', () => {
    const found = basins(densityOf(heaps, 0.04), 1.1);
    expect(new Set(found).size).toBe(3);
    expect(found[cellAt(0.22, 0.27)]).toBe(found[cellAt(0.28, 0.25)]);
    expect(found[cellAt(0.22, 0.27)]).not.toBe(found[cellAt(0.74, 0.74)]);
  });
});

describe('groups', () => {
  const sizes = { width: 0.04, most: 8, fewest: 5 };

  it('part all papers, the largest first', () => {
    const groups = partition(heaps, sizes);
    expect(groups.map((group) => group.length)).toEqual([60, 30]);
    expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...Array(90).keys()]);
  });

  it('begin with the papers in their middle', () => {
    const [first = []] = partition(heaps, sizes);
    const [x, y] = middleOf(heaps, first);
    const far = (paper = 0): number =>
      Math.hypot((heaps[paper * 2] ?? 0) - x, (heaps[paper * 2 + 1] ?? 0) - y);
    expect(far(first[0])).toBeLessThan(far(first.at(-1)));
  });

  it('are one group where all stand on one spot, and none without papers', () => {
    expect(partition(new Float32Array(20).fill(0.5), sizes)).toHaveLength(1);
    expect(partition(new Float32Array(0), sizes)).toEqual([]);
  });

  it('are as few as wanted', () => {
    expect(partition(heaps, { ...sizes, most: 1 })).toHaveLength(1);
    expect(spots(heaps, { ...sizes, most: 1 })).toHaveLength(1);
  });
});
