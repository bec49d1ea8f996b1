/** Changes to a text at places of it, made in one go. */

export interface Edit {
  /** Of what is replaced, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes changes; everything else stays as it is.
 *
 * @param edits in any order; one that lies in a stretch that another replaces is left out
 */
export function withEdits(source: string, edits: readonly Edit[]): string {
  const isInsertion = ({ start, end }: Edit): boolean => start === end;
  const ordered = edits.toSorted(
    (a, b) => a.start - b.start || Number(isInsertion(b)) - Number(isInsertion(a)) || b.end - a.end,
  );
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of ordered) {
    if (start < at) continue;
    parts.push(source.slice(at, start), text);
    at = end;
  }
  parts.push(source.slice(at));
  return parts.join('');
}
