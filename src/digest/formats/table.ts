/** The table of shapes in the README, made of the formats themselves. */
import { formats } from './index.ts';

/** What is refused, and the way to read it all the same. */
const notRead: readonly (readonly [what: string, instead: string])[] = [
  ['PDF, images, scans, recordings', 'take the list they were made of'],
  ['Word, PowerPoint, OpenDocument, e-books', 'save them as plain text or HTML'],
  ['Excel workbooks, databases', 'save the sheet as CSV'],
  ['a paper itself (its LaTeX, its full text)', 'add its BibTeX entry or its id'],
  ['prose that is no list: calls for papers, chats, software', ''],
];

const widths = (rows: readonly (readonly string[])[]): number[] =>
  (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));

/** A Markdown table, its columns as wide as Prettier makes them. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const wide = widths(all);
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(wide[at] ?? 0)).join(' | ')} |`;
  const rule = line(wide.map((width) => '-'.repeat(width)));
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/**
 * What is read and what is not, as the README has it.
 *
 * @see scripts/formats-table.ts, which prints it
 */
export function formatsTable(): string {
  const rows = formats.map(({ id, label, from }) => [label, from, `\`${id}\``]);
  const others = notRead.map(([what, instead]) => `- ${what}${instead && `: ${instead}`}`);
  const table = markdownTable(['shape', 'for example from', '`--format`'], rows);
  return `${table}\n\nNot read, and refused with the reason:\n\n${others.join('\n')}`;
}
