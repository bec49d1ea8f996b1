/** Links that go on over several lines, blank ones included: `[`, the abstract, `](address)`. */

const isHeading = (line: string): boolean => /^\s{0,3}#{1,6}(?=\s|$)/.test(line.slice(0, 12));

/** A link's text goes on no further than this many lines. */
const farthest = 400;

/** Whether a link that was opened on an earlier line ends on this one, and whether a bracket is open at its end. */
function bracketsIn(line: string): { readonly closes: boolean; readonly open: boolean } {
  let depth = 0;
  let closes = false;
  for (const [sign, ends] of line.matchAll(/\\.|\[|\](?=(\(|\[\d)?)/g)) {
    if (sign === '[') depth++;
    else if (sign === ']' && depth > 0) depth--;
    else if (ends !== undefined) closes = true;
  }
  return { closes, open: depth > 0 };
}

/**
 * Finds the ends of links that span lines. Looks at each line once.
 *
 * @returns for each line, counted from 0, the line on which the link ends that is left open on it; itself if none is
 */
export function linkEnds(lines: readonly string[]): Int32Array {
  const ends = Int32Array.from(lines.keys());
  let nextEnd = lines.length;
  let nextHeading = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    const { closes, open } = bracketsIn(line);
    if (open && nextEnd < nextHeading && nextEnd - at <= farthest) ends[at] = nextEnd;
    if (closes) nextEnd = at;
    if (isHeading(line)) nextHeading = at;
  }
  return ends;
}
