import fc from 'fast-check';
import { expect, test } from 'vitest';
import { random } from '../../../scripts/bench/random.ts';
import { eigen, principalRows } from '../../../src/search/associations/decompose.ts';
import { nearestRows } from '../../../src/search/associations/nearest.ts';
import { positivePmi, type SparseRows } from '../../../src/search/associations/pmi.ts';

const dense = ({ size, starts, columns, values }: SparseRows): number[][] =>
  Array.from({ length: size }, (_, row) => {
    const line = new Array<number>(size).fill(0);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
      line[columns[at] ?? 0] = values[at] ?? 0;
    return line;
  });

/** By the formula, pair by pair. */
function plainPmi(texts: readonly (readonly number[])[], size: number, reach: number): number[][] {
  const counts = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const text of texts)
    for (const [i, a] of text.entries())
      for (const [j, b] of text.entries())
        if (i !== j && Math.abs(i - j) <= reach && a >= 0 && b >= 0 && a !== b) counts[a]![b]! += 1;
  const total = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const all = total.reduce((sum, count) => sum + count ** 0.75, 0);
  return counts.map((row, a) =>
    row.map((count, b) => {
      if (count === 0) return 0;
      const there = Math.log((count * all) / (total[a]! * total[b]! ** 0.75));
      const back = Math.log((count * all) / (total[b]! * total[a]! ** 0.75));
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
          expect(value).toBeCloseTo(wanted[row]![column]!, 4);
    }),
  );
});

test('eigenvectors are turned by nothing, and as long as they were', () => {
  const next = random(3);
  const size = 24;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) matrix[i * size + j] = matrix[j * size + i] = next() - 0.5;
  const { values, vectors } = eigen(matrix, size);
  for (let column = 0; column < size; column++) {
    let length = 0;
    for (let i = 0; i < size; i++) {
      length += vectors[i * size + column]! ** 2;
      let product = 0;
      for (let j = 0; j < size; j++) product += matrix[i * size + j]! * vectors[j * size + column]!;
      expect(product).toBeCloseTo(values[column]! * vectors[i * size + column]!, 8);
    }
    expect(length).toBeCloseTo(1, 8);
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
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
    Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  const matrix = made.map((a) => made.map((b) => dot(a, b)));
  const { values, width } = principalRows(sparse(matrix), 3, random(1));
  expect(width).toBe(3);
  const row = (at: number): Float32Array => values.subarray(at * width, (at + 1) * width);
  for (let a = 0; a < 60; a += 7)
    for (let b = 0; b < 60; b += 11) expect(dot(row(a), row(b))).toBeCloseTo(matrix[a]![b]!, 3);
});

test('the nearest rows are those that comparing all with all finds', () => {
  const next = random(9);
  const [rows, width] = [150, 6];
  const values = Float32Array.from({ length: rows * width }, () => next() - 0.5);
  const row = (at: number): Float32Array => values.subarray(at * width, (at + 1) * width);
  const cosine = (a: Float32Array, b: Float32Array): number =>
    a.reduce((sum, value, at) => sum + value * b[at]!, 0) / Math.hypot(...a) / Math.hypot(...b);
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
