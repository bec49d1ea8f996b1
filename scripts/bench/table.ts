/** Tables for a terminal and for a page of documentation. */

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const percent = (share: number): string => (share * 100).toFixed(1);
export const whole = (number: number): string => (Number.isNaN(number) ? '' : number.toFixed(0));
export const kilobytes = (bytes: number): string =>
  `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

function aligned({ head, rows }: Table): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

function markdown({ head, rows }: Table): string {
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(line).join('\n');
}

/** Tables one below the other, without those that have no rows. */
export function printed(tables: readonly Table[], form: 'text' | 'markdown'): string {
  const shown = tables.filter(({ rows }) => rows.length > 0);
  return `${shown.map(form === 'text' ? aligned : markdown).join('\n\n')}\n`;
}
