/** The highest of many scores, without sorting them. */

/** Steps that scores are sorted into: fine enough to tell a hundred papers from the next one. */
const steps = 256;

const counts = new Int32Array(steps);

/** Scores in the order of the papers, so that they are read in a row. */
let values = new Float32Array();

/**
 * Takes the papers with the highest scores, at least `wanted` of them if there are so many, and sets all scores
 * back to 0. By counting, not by comparing: linear, and no order among equals matters.
 *
 * @param papers the first `count` of them have scores above 0; the highest are at the front then
 * @param scores by paper
 * @returns how many were taken
 */
export function takeHighest(
  papers: Int32Array,
  count: number,
  scores: Float32Array,
  wanted: number,
): number {
  if (values.length < count) values = new Float32Array(scores.length);
  let highest = 0;
  for (let index = 0; index < count; index++) {
    const paper = papers[index] ?? 0;
    const score = scores[paper] ?? 0;
    scores[paper] = 0;
    values[index] = score;
    if (score > highest) highest = score;
  }
  const scale = (steps - 1) / highest;
  counts.fill(0);
  for (let index = 0; index < count; index++) {
    const step = Math.floor((values[index] ?? 0) * scale);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let least = steps;
  for (let taken = 0; least > 0 && taken < wanted; taken += counts[least] ?? 0) least--;
  let taken = 0;
  for (let index = 0; index < count; index++) {
    if (Math.floor((values[index] ?? 0) * scale) >= least) papers[taken++] = papers[index] ?? 0;
  }
  return taken;
}
