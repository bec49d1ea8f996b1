import { removeControls } from './controls.ts';

/**
 * Tidies the white space of a text: line ends and runs of white space (Unicode White_Space, no-break
 * and ideographic blanks included) become one blank; empty lines part paragraphs and become `\n\n`;
 * control characters go. Idempotent.
 *
 * @param marked whether the marks of emphasis stay
 * @returns paragraphs of one line each, joined by `\n\n`; no white space at either end of any
 */
export function tidy(text: string, marked = false): string {
  return paragraphs(text, marked).join('\n\n');
}

/** The paragraphs of `tidy(text, marked)`. */
export function paragraphs(text: string, marked = false): string[] {
  const found: string[] = [];
  let lines: string[] = [];
  const finish = (): void => {
    if (lines.length > 0) found.push(lines.join(' '));
    lines = [];
  };
  for (const raw of removeControls(text, marked).split(/\r\n?|[\n\u0085\u2028]|(?=\u2029)/)) {
    // A paragraph separator ends its paragraph by itself.
    if (raw.startsWith('\u2029')) finish();
    const line = raw.replace(/\s+/g, ' ').trim();
    if (line === '') finish();
    else lines.push(line);
  }
  finish();
  return found;
}
