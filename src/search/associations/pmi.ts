/** Which words of a field keep company: positive pointwise mutual information over a moving window. */

/** A square matrix, sparse, row by row. */
export interface SparseRows {
  readonly size: number;
  /** Where each row begins in the other two; one more than there are rows. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Raises the frequency of contexts, so that rare words are nobody's favourites. */
const smoothing = 0.75;

/** Where each word stands: texts and places in them, sorted by word. */
interface Places {
  readonly starts: Int32Array;
  readonly texts: Int32Array;
  readonly places: Int32Array;
}

function placesOf(texts: readonly Int32Array[], size: number): Places {
  const starts = new Int32Array(size + 1);
  for (const text of texts)
    for (const word of text) if (word >= 0) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  for (let word = 0; word < size; word++)
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const next = starts.slice();
  const held = { texts: new Int32Array(next[size] ?? 0), places: new Int32Array(next[size] ?? 0) };
  for (const [index, text] of texts.entries()) {
    for (const [place, word] of text.entries()) {
      if (word < 0) continue;
      const at = next[word] ?? 0;
      held.texts[at] = index;
      held.places[at] = place;
      next[word] = at + 1;
    }
  }
  return { starts, ...held };
}

/** How often each word stands near each other one. */
function pairs(texts: readonly Int32Array[], size: number, reach: number): SparseRows {
  const { starts, texts: inText, places } = placesOf(texts, size);
  const counts = new Float32Array(size);
  const rows: { columns: Int32Array; values: Float32Array }[] = [];
  for (let word = 0; word < size; word++) {
    const touched: number[] = [];
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++) {
      const text = texts[inText[at] ?? 0] ?? [];
      const place = places[at] ?? 0;
      const last = Math.min(text.length - 1, place + reach);
      for (let near = Math.max(0, place - reach); near <= last; near++) {
        const other = text[near] ?? -1;
        if (other < 0 || other === word) continue;
        const before = counts[other] ?? 0;
        if (before === 0) touched.push(other);
        counts[other] = before + 1;
      }
    }
    const columns = Int32Array.from(touched).toSorted();
    rows.push({ columns, values: Float32Array.from(columns, (column) => counts[column] ?? 0) });
    for (const column of touched) counts[column] = 0;
  }
  return joined(rows);
}

function joined(
  rows: readonly { readonly columns: Int32Array; readonly values: Float32Array }[],
): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  for (const [row, { columns }] of rows.entries())
    starts[row + 1] = (starts[row] ?? 0) + columns.length;
  const length = starts[rows.length] ?? 0;
  const all = { columns: new Int32Array(length), values: new Float32Array(length) };
  for (const [row, { columns, values }] of rows.entries()) {
    all.columns.set(columns, starts[row]);
    all.values.set(values, starts[row]);
  }
  return { size: rows.length, starts, ...all };
}

/**
 * Counts pairs of words within a window, and weighs them by how much oftener they meet than by chance.
 *
 * Positive PMI with smoothed contexts, as in Levy, Goldberg & Dagan, "Improving distributional similarity with lessons
 * learned from word embeddings", TACL 3 (2015); the mean of both directions, so that the matrix is symmetric.
 *
 * @param texts the word numbers of each text, in order; a negative one keeps its place and counts for nothing
 * @param size how many words there are
 * @param reach words on either side that are looked at
 * @returns a row and a column a word; memory is linear in the length of the texts and the number of distinct pairs
 */
export function positivePmi(texts: readonly Int32Array[], size: number, reach: number): SparseRows {
  const { starts, columns, values } = pairs(texts, size, reach);
  const totals = Float64Array.from({ length: size }, (_, row) =>
    values.subarray(starts[row], starts[row + 1]).reduce((sum, count) => sum + count, 0),
  );
  const contexts = totals.map((total) => total ** smoothing);
  const all = contexts.reduce((sum, context) => sum + context, 0);
  // log(count · all / (total of one · context of the other)), in halves: of each word, its own.
  const own = totals.map((total, word) => Math.log(total * (contexts[word] ?? 0)) / 2);
  const rows = Array.from({ length: size }, (_, row) => {
    const from = starts[row] ?? 0;
    const to = starts[row + 1] ?? 0;
    const weighed = values
      .subarray(from, to)
      .map(
        (count, at) =>
          Math.log(count * all) - (own[row] ?? 0) - (own[columns[from + at] ?? 0] ?? 0),
      );
    const positive = weighed.map((_weight, at) => at).filter((at) => (weighed[at] ?? 0) > 0);
    return {
      columns: Int32Array.from(positive, (at) => columns[from + at] ?? 0),
      values: Float32Array.from(positive, (at) => weighed[at] ?? 0),
    };
  });
  return joined(rows);
}
