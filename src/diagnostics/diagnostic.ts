import { table, type DiagnosticCode, type Severity } from './table.ts';

/** A place in a file. Lines and columns count from 1; a column counts UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Something a person should know: an error as a value. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly where: Place;
  readonly what: string;
  readonly todo: string;
}

/** Fills `{name}` placeholders; a fact that is missing stays visible as `{name}`. */
function fill(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/**
 * Makes a diagnostic from the table.
 *
 * @param code row of the table
 * @param where the place it is about
 * @param facts values for the row's placeholders
 */
export function diagnostic(
  code: DiagnosticCode,
  where: Place,
  facts: Readonly<Record<string, string | number>> = {},
): Diagnostic {
  const { severity, what, todo } = table[code];
  return { code, severity, where, what: fill(what, facts), todo: fill(todo, facts) };
}

/** `file:line:column`, as far as it is known. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** Where a code is explained, as a path in the repository: GitHub makes such an anchor of the heading. */
export const explanationOf = (code: DiagnosticCode): string =>
  `docs/diagnostics.md#${code.replace('/', '')}`;
