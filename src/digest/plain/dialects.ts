/** `dialects.yaml`: what the owner's own sites and newsletters say around papers. Pure. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { fold, type Dialect } from './boilerplate.ts';
import { placesOfBoilerplate, type Boilerplate, type Place } from './vocabulary.ts';

/** A dialect, and what is wrong with the file. */
export interface Dialects {
  readonly dialect: Dialect;
  readonly problems: readonly Diagnostic[];
}

const isPlace = (value: unknown): value is Place =>
  placesOfBoilerplate.some((place) => place === value);

/** The texts of a field: of a list, or of one. */
function textsOf(row: YAMLMap, field: string): unknown[] {
  const value = row.get(field, true);
  const items: readonly unknown[] = isSeq(value) ? value.items : [value];
  return items.map((item) => (isScalar(item) ? item.value : item));
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

/**
 * Reads the file: a list of `what` (for people), `place` (banner, meta, footer, or a list of these) and `lines`; a line
 * that ends in ` *` is the beginning of lines.
 *
 * @param file path for messages
 * @param text the whole file
 * @returns the rows that are in order, and every mistake as a `dialects/schema` diagnostic with its line
 */
export function parseDialects(file: string, text: string): Dialects {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const problems: Diagnostic[] = [];
  const problem = (offset: number, why: string): void => {
    const { line, col } = counter.linePos(offset);
    const where = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    problems.push(diagnostic('dialects/schema', where, { why }));
  };
  const whole = new Map<string, Boilerplate>();
  const starts: [string, Boilerplate][] = [];
  const [error] = document.errors;
  const contents: unknown = document.contents;
  if (error) problem(error.pos[0], `not valid YAML: ${error.message}`);
  else if (contents !== null && !isSeq(contents)) problem(0, 'the file is a list of rows');
  for (const row of !error && isSeq(contents) ? contents.items : []) {
    const at = isMap(row) ? (row.range?.[0] ?? 0) : isScalar(row) ? (row.range?.[0] ?? 0) : 0;
    const what = isMap(row) ? row.get('what') : undefined;
    const [places, lines] = isMap(row) ? [textsOf(row, 'place'), textsOf(row, 'lines')] : [[], []];
    if (!isText(what)) problem(at, 'a row says in `what` what its lines are');
    else if (!places.every(isPlace)) problem(at, '`place` is banner, meta or footer');
    else if (!lines.every(isText)) problem(at, '`lines` is a list of lines as the page has them');
    else
      for (const line of lines) {
        const boilerplate = { what: what.trim(), places };
        if (line.endsWith(' *')) starts.push([fold(line.slice(0, -1)), boilerplate]);
        else whole.set(fold(line), boilerplate);
      }
  }
  return { dialect: { whole, starts }, problems };
}
