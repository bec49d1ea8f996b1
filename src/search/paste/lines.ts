/** Line breaks of what is pasted into a search field, which would lose them. */
import { mayBePasted } from './suspect.ts';

/** What stands in a field for a line break. */
export const lineMark = '↵';

/** So many lines are no title. */
const many = 3;

/**
 * A pasted text for a field of one line: the lines of a list stay apart.
 *
 * @returns undefined if there is nothing to keep
 */
export function onOneLine(text: string): string | undefined {
  const lines = text
    .trim()
    .split(/\r\n|[\n\r\u2028]/)
    .map((line) => line.trim());
  const full = lines.filter((line) => line !== '');
  if (full.length < 2) return undefined;
  const isList = full.length >= many || full.filter(mayBePasted).length > 1;
  return isList ? lines.join(` ${lineMark} `).replaceAll(/(?: ↵ ){2,}/g, ' ↵ ↵ ') : full.join(' ');
}
