import fc from 'fast-check';
import { expect, test } from 'vitest';
import { random } from '../../../scripts/bench/random.ts';
import { eigen, principalRows } from '../../../src/search/associations/decompose.ts';
import { nearestRows } from '../../../src/search/associations/nearest.ts';
import { positivePmi, type SparseRows } from '../../../src/search/associations/pmi.ts';

/** A matrix of zeros, as rows. */
const zeros = (size: number): number[][] =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => 0));

const entry = (rows: readonly (readonly number[])[], row: number, column: number): number =>
  rows[row]?.[column] ?? NaN;

const dense = ({ size, starts, columns, values }: SparseRows): number[][] =>
  Array.from({ length: size }, (_, row) => {
    const line = Array.from({ length: size }, () => 0);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
      line[columns[at] ?? 0] = values[at] ?? 0;
    return line;
  });

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? NaN), 0);

/** By the formula, pair by pair. */
function plainPmi(texts: readonly (readonly number[])[], size: number, reach: number): number[][] {
  const counts = zeros(size);
  for (const text of texts)
    for (const [i, a] of text.entries())
      for (const [j, b] of text.entries())
        if (i !== j && Math.abs(i - j) <= reach && a >= 0 && b >= 0 && a !== b) {
          const row = counts[a] ?? [];
          row[b] = (row[b] ?? 0) + 1;
        }
  const total = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const all = total.reduce((sum, count) => sum + count ** 0.75, 0);
  return counts.map((row, a) =>
    row.map((count, b) => {
      if (count === 0) return 0;
      const there = Math.log((count * all) / ((total[a] ?? 0) * (total[b] ?? 0) ** 0.75));
      const back = Math.log((count * all) / ((total[b] ?? 0) * (total[a] ?? 0) ** 0.75));
      return Math.max(0, (there + back) / 2);
    }),
  );
}

test('positive PMI is what the formula says', () => {
  const word = fc.integer({ min: -1, max: 6 });
  const texts = fc.array(fc.array(word, { maxLength: 20 }), { maxLength: 8 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 5 }), (all, reach) => {
      const found = dense(
        positivePmi(
          all.map((text) => Int32Array.from(text)),
          7,
          reach,
        ),
      );
      const wanted = plainPmi(all, 7, reach);
      for (const [row, line] of found.entries())
        for (const [column, value] of line.entries())
          expect(value).toBeCloseTo(entry(wanted, row, column), 4);
    }),
  );
});

test('eigenvectors are turned by nothing, and as long as they were', () => {
  const next = random(3);
  const size = 24;
  const rows = zeros(size).map((row) => row.map(() => next() - 0.5));
  const entries = rows.map((row, i) => row.map((value, j) => value + entry(rows, j, i)));
  const matrix = Float64Array.from(entries.flat());
  const { values, vectors } = eigen(matrix, size);
  for (let column = 0; column < size; column++) {
    const vector = Array.from({ length: size }, (_, row) => vectors[row * size + column] ?? NaN);
    for (const [at, row] of entries.entries())
      expect(dot(row, vector)).toBeCloseTo((values[column] ?? NaN) * (vector[at] ?? NaN), 8);
    expect(dot(vector, vector)).toBeCloseTo(1, 8);
  }
});

/** A sparse matrix of all the entries of a dense one. */
const sparse = (rows: readonly (readonly number[])[]): SparseRows => ({
  size: rows.length,
  starts: Int32Array.from({ length: rows.length + 1 }, (_, row) => row * rows.length),
  columns: Int32Array.from({ length: rows.length ** 2 }, (_, at) => at % rows.length),
  values: Float32Array.from(rows.flat()),
});

test('of a matrix of few directions, the rows found give it back', () => {
  const next = random(5);
  const made = Array.from({ length: 60 }, () => [next() - 0.5, next() - 0.5, next() - 0.5]);
  const matrix = made.map((a) => made.map((b) => dot(a, b)));
  const { values, width } = principalRows(sparse(matrix), 3, random(1));
  expect(width).toBe(3);
  const row = (at: number): Float32Array => values.subarray(at * width, (at + 1) * width);
  for (let a = 0; a < 60; a += 7)
    for (let b = 0; b < 60; b += 11)
      expect(dot(row(a), row(b))).toBeCloseTo(entry(matrix, a, b), 3);
});

test('the nearest rows are those that comparing all with all finds', () => {
  const next = random(9);
  const [rows, width] = [150, 6];
  const values = Float32Array.from({ length: rows * width }, () => next() - 0.5);
  const row = (at: number): Float32Array => values.subarray(at * width, (at + 1) * width);
  const cosine = (a: Float32Array, b: Float32Array): number =>
    dot(a, b) / Math.hypot(...a) / Math.hypot(...b);
  const found = nearestRows({ rows, width, values }, 5);
  for (const [at, nearest] of found.entries()) {
    const wanted = Array.from({ length: rows }, (_, other) => ({
      row: other,
      cosine: cosine(row(at), row(other)),
    }))
      .filter(({ row: other, cosine: near }) => other !== at && near > 0)
      .toSorted((a, b) => b.cosine - a.cosine)
      .slice(0, 5);
    expect(nearest.map(({ row: other }) => other)).toEqual(wanted.map(({ row: other }) => other));
  }
});
