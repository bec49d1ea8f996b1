/** The block of `key: value` lines between two `---` that export tools put before a page. */

const longestBlock = 200;

/**
 * Counts the lines of the frontmatter at the top of a capture, blank lines before it included.
 *
 * @returns 0 if there is none
 */
export function frontmatterLines(lines: readonly string[]): number {
  let first = 0;
  while (first < lines.length && (lines[first] ?? '').trim() === '') first++;
  if ((lines[first] ?? '').trimEnd() !== '---') return 0;
  let keys = 0;
  const end = Math.min(lines.length, first + longestBlock);
  for (let index = first + 1; index < end; index++) {
    const line = (lines[index] ?? '').slice(0, 2000).trimEnd();
    if (line === '---' || line === '...') return keys > 0 ? index + 1 : 0;
    if (/^[\w"'-][\w "'.-]{0,60}:(?:\s|$)/.test(line)) keys++;
    else if (!/^(?:\s|#|- |$)/.test(line)) return 0;
  }
  return 0;
}
