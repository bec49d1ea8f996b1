/** The table of shapes in docs/adding.md, made of the formats themselves. */
import { markdownTable } from '../../text/markdown-table.ts';
import { formats } from './index.ts';

/** What is refused, and the way to read it all the same. */
const notRead: readonly (readonly [what: string, instead: string])[] = [
  ['PDF, images, scans, recordings', 'use the list they were made from'],
  ['Word, PowerPoint, OpenDocument, e-books', 'save them as plain text or HTML'],
  ['Excel workbooks, databases', 'save the sheet as CSV'],
  ['a paper itself (its LaTeX, its full text)', 'add its BibTeX entry or its id'],
  ['text that is not a list: calls for papers, chats, software', ''],
];

/**
 * What is read and what is not, as docs/adding.md has it.
 *
 * @see scripts/formats-table.ts, which prints it
 */
export function formatsTable(): string {
  const rows = formats.map(({ id, label, from }) => [label, from, `\`${id}\``]);
  const others = notRead.map(([what, instead]) => `- ${what}${instead && `: ${instead}`}`);
  const table = markdownTable(['shape', 'for example from', '`--format`'], rows);
  return `${table}\n\nThese are not read, and are refused with the reason:\n\n${others.join('\n')}`;
}
