/** The main directions of a large sparse symmetric matrix. */
import type { SparseRows } from './pmi.ts';

/** A dense matrix, row by row. */
export interface Block {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** Columns beyond those wanted, from which these are better told. */
const spare = 20;
/** Times that the matrix is applied anew: each brings the weaker directions nearer to what they are. */
const rounds = 3;

function times(
  { size, starts, columns, values }: SparseRows,
  { width, values: block }: Block,
): Block {
  const product = new Float32Array(size * width);
  for (let row = 0; row < size; row++) {
    const target = product.subarray(row * width, (row + 1) * width);
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) {
      const value = values[at] ?? 0;
      const from = (columns[at] ?? 0) * width;
      for (let place = 0; place < width; place++)
        target[place] = (target[place] ?? 0) + value * (block[from + place] ?? 0);
    }
  }
  return { rows: size, width, values: product };
}

/** The first block's transpose times the second: small and square. */
function inner(a: Block, b: Block): Float64Array {
  const { width } = a;
  const product = new Float64Array(width * width);
  for (let row = 0; row < a.rows * width; row += width) {
    for (let i = 0; i < width; i++) {
      const value = a.values[row + i] ?? 0;
      const into = i * width;
      for (let j = 0; j < width; j++)
        product[into + j] = (product[into + j] ?? 0) + value * (b.values[row + j] ?? 0);
    }
  }
  return product;
}

/** A block times a small matrix of `wide` columns. */
function turned({ rows, width, values }: Block, small: Float64Array, wide: number): Block {
  const product = new Float32Array(rows * wide);
  const sum = new Float64Array(wide);
  for (let row = 0; row < rows; row++) {
    sum.fill(0);
    for (let i = 0; i < width; i++) {
      const value = values[row * width + i] ?? 0;
      for (let j = 0; j < wide; j++) sum[j] = (sum[j] ?? 0) + value * (small[i * wide + j] ?? 0);
    }
    product.set(sum, row * wide);
  }
  return { rows, width: wide, values: product };
}

interface Eigen {
  readonly values: Float64Array;
  /** Row by row; a column an eigenvector. */
  readonly vectors: Float64Array;
}

/** Turns two entries of each of `count` pairs, `step` apart. */
function rotate(
  matrix: Float64Array,
  [first, second, step, count]: readonly [number, number, number, number],
  cosine: number,
  sine: number,
): void {
  for (let at = 0; at < count * step; at += step) {
    const p = matrix[first + at] ?? 0;
    const q = matrix[second + at] ?? 0;
    matrix[first + at] = cosine * p - sine * q;
    matrix[second + at] = sine * p + cosine * q;
  }
}

/**
 * Eigenvalues and vectors of a small symmetric matrix by Jacobi's rotations (Golub & Van Loan, "Matrix Computations",
 * 8.5: cyclic by rows).
 *
 * @param size rows, and columns
 */
export function eigen(matrix: Float64Array, size: number): Eigen {
  const a = matrix.slice();
  const vectors = Float64Array.from({ length: size * size }, (_, at) =>
    at % (size + 1) === 0 ? 1 : 0,
  );
  const squares = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < 30; sweep++) {
    let rest = 0;
    for (let i = 0; i < size - 1; i++) {
      for (let j = i + 1; j < size; j++) {
        const apart = a[i * size + j] ?? 0;
        rest += 2 * apart * apart;
        if (apart === 0) continue;
        const ratio = ((a[j * size + j] ?? 0) - (a[i * size + i] ?? 0)) / (2 * apart);
        const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(ratio, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        const sine = tangent * cosine;
        rotate(a, [i, j, size, size], cosine, sine);
        rotate(a, [i * size, j * size, 1, size], cosine, sine);
        rotate(vectors, [i, j, size, size], cosine, sine);
      }
    }
    if (rest <= squares * 1e-18) break;
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * (size + 1)] ?? 0), vectors };
}

/** The same space with orthonormal columns: by Gram's matrix, twice, for the digits that its square costs. */
function orthonormal(block: Block): Block {
  const { width } = block;
  const once = (given: Block): Block => {
    const { values, vectors } = eigen(inner(given, given), width);
    const least = values.reduce((a, b) => Math.max(a, b), 0) * 1e-12;
    const scaled = vectors.map((value, at) => {
      const square = values[at % width] ?? 0;
      return square > least ? value / Math.sqrt(square) : 0;
    });
    return turned(given, scaled, width);
  };
  return once(once(block));
}

/**
 * Finds the strongest eigenvectors, each scaled by the root of its eigenvalue's size: rows whose cosines tell which rows
 * of the matrix are alike. Halko, Martinsson & Tropp, "Finding structure with randomness", SIAM Review 53 (2011),
 * algorithm 4.4 and, since the matrix is symmetric, 5.3.
 *
 * @param dimensions how many; fewer come back for a matrix that has fewer rows
 * @param random even numbers in [0, 1)
 * @param onRound told how many of how many products with the matrix are done
 */
export function principalRows(
  matrix: SparseRows,
  dimensions: number,
  random: () => number,
  onRound: (done: number, all: number) => void = () => undefined,
): Block {
  const width = Math.min(dimensions + spare, matrix.size);
  // Sums of even numbers are normal enough.
  const start = Float32Array.from(
    { length: matrix.size * width },
    () => random() + random() + random() - 1.5,
  );
  let block: Block = { rows: matrix.size, width, values: start };
  for (let round = 0; round <= rounds; round++) {
    onRound(round, rounds + 2);
    block = orthonormal(times(matrix, block));
  }
  onRound(rounds + 1, rounds + 2);
  const { values, vectors } = eigen(inner(block, times(matrix, block)), width);
  const strongest = [...values.keys()]
    .toSorted((a, b) => Math.abs(values[b] ?? 0) - Math.abs(values[a] ?? 0))
    .slice(0, dimensions);
  const wide = strongest.length;
  const small = Float64Array.from({ length: width * wide }, (_, at) => {
    const column = strongest[at % wide] ?? 0;
    const scale = Math.sqrt(Math.abs(values[column] ?? 0));
    return (vectors[Math.floor(at / wide) * width + column] ?? 0) * scale;
  });
  return turned(block, small, wide);
}
