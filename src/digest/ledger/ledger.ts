/**
 * The ledger of what was read: what a capture says belongs to a paper, or is told. It has four kinds of items: prose
 * and lines like those that name papers, which become unaccounted lines, identifiers, and fields of records.
 */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { firstVisible, splitLines } from '../lines.ts';
import type { Capture, ParsedDigest } from '../model.ts';
import { unreadFields } from './fields.ts';
import { unplacedIdentifiers } from './identifiers.ts';
import { unreadProse } from './prose.ts';
import { siblingsOfPapers } from './siblings.ts';
import { startOf } from './text.ts';

/**
 * Goes over a digest that was read and tells what was not: prose of 200 characters and more, and items and rows like
 * those that became papers. Whatever the format took them for, they are unaccounted. Takes time in proportion to the text.
 */
export function withUnread({ file, text }: Capture, parsed: ParsedDigest): ParsedDigest {
  const isText = parsed.lines.some(({ kind }) => kind !== 'record' && kind !== 'blank');
  if (parsed.papers.length === 0 || !isText) return parsed;
  const problems: Diagnostic[] = [];
  const lines = [...parsed.lines];
  const source = splitLines(text);
  const unread = [...unreadProse(source, parsed), ...siblingsOfPapers(source, parsed)];
  for (const { first, last, what, text: told } of unread.toSorted((a, b) => a.first - b.first)) {
    if (lines[first]?.kind === 'unaccounted') continue;
    const upTo = last > first ? ` (up to line ${String(last + 1)})` : '';
    const why = `${what}${upTo}: "${startOf(told)}"`;
    for (let at = first; at <= last; at++)
      if (lines[at]?.kind !== 'blank')
        lines[at] = { kind: 'unaccounted', reason: `unaccounted: ${why}` };
    const where = { file, line: first + 1, column: firstVisible(source[first] ?? '') + 1 };
    problems.push(diagnostic('digest/unaccounted-line', where, { why }));
  }
  return { ...parsed, lines, problems: [...parsed.problems, ...problems] };
}

/** What else of a capture no paper has: fields of records, and identifiers. */
export const unheldIn = (capture: Capture, parsed: ParsedDigest): Diagnostic[] => [
  ...unreadFields(capture, parsed),
  ...unplacedIdentifiers(capture, parsed),
];
