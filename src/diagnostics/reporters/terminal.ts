import { styleText } from 'node:util';
import { explanationOf, formatPlace, type Diagnostic } from '../diagnostic.ts';
import type { Severity } from '../table.ts';
import { visible } from '../visible.ts';

const colours = { error: 'red', warning: 'yellow', notice: 'cyan' } as const satisfies Record<
  Severity,
  string
>;

/** Text in a style, where colours are shown. */
export const painted = (
  style: Parameters<typeof styleText>[0],
  text: string,
  colour: boolean,
): string => (colour ? styleText(style, text, { validateStream: false }) : text);

/** The rows of a report, cut where they are many. @param spare rows beyond `most` for which none is cut */
export const fewOf = (
  rows: readonly string[],
  { most = 40, spare = 0, indent = '' } = {},
): readonly string[] =>
  rows.length <= most + spare
    ? rows
    : [...rows.slice(0, most), `${indent}… and ${rows.length - most} more (--json lists all)`];

/** A part of a report under its heading; nothing without rows. */
export const section = (title: string, rows: readonly string[], colour: boolean): string[] =>
  rows.length === 0 ? [] : [painted('bold', title, colour), ...fewOf(rows, { indent: '  ' }), ''];

/**
 * One diagnostic for people: place and severity, what happened, what to do.
 *
 * @param colour whether to use ANSI colours
 */
export function toTerminal(
  { severity, where, what, todo, code }: Diagnostic,
  colour: boolean,
): string {
  const paint = (style: Parameters<typeof styleText>[0], said: string): string =>
    painted(style, said, colour);
  return [
    `${paint('bold', visible(formatPlace(where)))} ${paint(colours[severity], severity)} ${visible(what)}`,
    `    → ${visible(todo)} ${paint('dim', `[${code}: ${explanationOf(code)}]`)}`,
  ].join('\n');
}
