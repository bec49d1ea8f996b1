/**
 * How a growing sequence is cut into segments that later growth leaves alone, as in a log-structured merge tree
 * (O’Neil et al., The log-structured merge-tree, 1996): what is worked out for a segment holds until it is merged.
 */

/** Items of a smallest segment. What is left of them at the end is a segment, too. */
const unit = 512;
/** Segments of one size that are merged into one of the next. */
const fanout = 4;

/** Items from `start` up to, not including, `end`. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/**
 * The segments of a sequence: decided by its length alone, so that it does not matter how it came to be. Each but the
 * last holds 512, 2,048, 8,192 … items, three at most of each size, the largest first. Grown by a few items, all stay
 * but the last; every 512 items one is merged, and every item is so some log₄(length ÷ 512) times in all.
 *
 * @param length at least 0
 */
export function segmentsOf(length: number): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let size = unit;
  while (size * fanout <= length) size *= fanout;
  for (; size >= unit; size /= fanout) {
    for (; start + size <= length; start += size) segments.push({ start, end: start + size });
  }
  if (start < length) segments.push({ start, end: length });
  return segments;
}

/** Up to so many items all count. */
const small = 1024;

/**
 * The beginning of a growing sequence on which everything may hang that depends on all items, as how rare a word is:
 * decided by the length alone, and the same until the sequence has grown by an eighth.
 *
 * @param length at least 0
 * @returns items from the first on; more than eight ninths of all
 */
export function steadyPart(length: number): number {
  if (length <= small) return length;
  let part = small;
  for (let next = part; next <= length; next = Math.ceil((part * 9) / 8)) part = next;
  return part;
}
