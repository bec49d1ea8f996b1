/** Putting wrapped lines together again. */

/** Words that follow a hanging hyphen: `pre- and post-training`. */
const afterHanging = /^(?:and|or|to|nor|und|oder|et|ou|y|o|e|versus|vs)(?= |$)/;

/**
 * Joins the lines of a paragraph by one space.
 *
 * @param hyphens whether the wrapper broke words after their hyphens: then `state-of-the-` and `art`
 * are joined without a space, but for a hanging hyphen (`pre-` and `and post-training`)
 */
export function joinLines(lines: readonly string[], hyphens: boolean): string {
  const [first = '', ...rest] = lines;
  const parts = [first];
  let before = first;
  for (const line of rest) {
    const broken =
      hyphens && /[\p{L}\p{N}]--?$/u.test(before.slice(-4)) && /^[\p{L}\p{N}]/u.test(line);
    if (!broken || afterHanging.test(line)) parts.push(' ');
    parts.push(line);
    before = line;
  }
  return parts.join('');
}
