import { explanationOf, type Diagnostic } from '../diagnostic.ts';
import { visibleLines } from '../visible.ts';

/** Escapes of GitHub's workflow commands (github.com/actions/toolkit, command.ts). */
const inMessage = (text: string): string =>
  visibleLines(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
const inProperty = (text: string): string =>
  inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One diagnostic as an annotation of a GitHub workflow run: a `::error …::` line. */
export function toGithub({ severity, where, what, todo, code }: Diagnostic): string {
  const properties = [
    `file=${inProperty(where.file)}`,
    ...(where.line === undefined ? [] : [`line=${where.line}`]),
    ...(where.column === undefined ? [] : [`col=${where.column}`]),
    `title=${inProperty(code)}`,
  ];
  return `::${severity} ${properties.join(',')}::${inMessage(`${what} ${todo} (${explanationOf(code)})`)}`;
}
