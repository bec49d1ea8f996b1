import { styleText } from 'node:util';
import { explanationOf, formatPlace, type Diagnostic } from '../diagnostic.ts';
import type { Severity } from '../table.ts';
import { visible } from '../visible.ts';

const colours = { error: 'red', warning: 'yellow', notice: 'cyan' } as const satisfies Record<
  Severity,
  string
>;

/**
 * One diagnostic for people: place and severity, what happened, what to do.
 *
 * @param colour whether to use ANSI colours
 */
export function toTerminal(
  { severity, where, what, todo, code }: Diagnostic,
  colour: boolean,
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  return [
    `${paint('bold', visible(formatPlace(where)))} ${paint(colours[severity], severity)} ${visible(what)}`,
    `    → ${visible(todo)} ${paint('dim', `[${code}: ${explanationOf(code)}]`)}`,
  ].join('\n');
}
