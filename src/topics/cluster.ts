/** Groups things that occur together. */

/** Mean likeness of two groups, from the likeness of every pair. */
function meanLikeness(
  one: readonly number[],
  other: readonly number[],
  likeness: (a: number, b: number) => number,
): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += likeness(a, b);
  return sum / (one.length * other.length);
}

/**
 * Average-linkage clustering: joins the two groups that are most alike until none are alike enough.
 * Cubic in the number of things: for a hundred of them, whatever the size of the archive.
 *
 * @param count the things are 0 to `count` - 1
 * @param likeness of two things, 0 to 1, symmetrical
 * @param least likeness from which two groups are joined
 * @returns groups, each in ascending order, by their first thing
 */
export function clusters(
  count: number,
  likeness: (a: number, b: number) => number,
  least: number,
): number[][] {
  const groups = Array.from({ length: count }, (_, thing) => [thing]);
  for (;;) {
    let best = { at: -1, with: -1, likeness: least };
    for (const [at, one] of groups.entries())
      for (let next = at + 1; next < groups.length; next += 1) {
        const mean = meanLikeness(one, groups[next] ?? [], likeness);
        if (mean > best.likeness) best = { at, with: next, likeness: mean };
      }
    if (best.at < 0) return groups;
    const [joined = []] = groups.splice(best.with, 1);
    groups[best.at]?.push(...joined);
    groups[best.at]?.sort((a, b) => a - b);
  }
}
