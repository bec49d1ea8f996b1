/** `dialects.yaml`: what the owner's own sites and newsletters say around papers, and call the facts of one. Pure. */
import { isMap, isScalar, isSeq, YAMLMap } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { readYamlList } from '../../diagnostics/yaml-list.ts';
import { dialectFields, type Dialect, type DialectField } from '../dialect.ts';
import { plainName } from '../records/roles.ts';
import { fold } from './boilerplate.ts';
import { placesOfBoilerplate, type Boilerplate, type Place } from './vocabulary.ts';

/** A dialect, and what is wrong with the file. */
export interface Dialects {
  readonly dialect: Dialect;
  readonly problems: readonly Diagnostic[];
}

const isPlace = (value: unknown): value is Place =>
  placesOfBoilerplate.some((place) => place === value);

const isField = (value: unknown): value is DialectField =>
  dialectFields.some((field) => field === value);

/** The texts of a field: of a list, or of one. */
function textsOf(row: YAMLMap, field: string): unknown[] {
  const value = row.get(field, true);
  const items: readonly unknown[] = isSeq(value) ? value.items : [value];
  return items.map((item) => (isScalar(item) ? item.value : item));
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

/** A dialect while its file is read. */
interface Learning extends Dialect {
  readonly whole: Map<string, Boilerplate>;
  readonly starts: [string, Boilerplate][];
  readonly fields: Map<string, DialectField>;
}

/** Learns a row of lines: `what` they are, where they stand, and the lines. @returns what is wrong with it */
function learnLines(row: YAMLMap, { whole, starts }: Learning): string | undefined {
  const what = row.get('what');
  const [places, lines] = [textsOf(row, 'place'), textsOf(row, 'lines')];
  if (!isText(what)) return 'a row says in `what` what its lines are';
  if (!places.every(isPlace)) return '`place` is banner, meta or footer';
  if (!lines.every(isText)) return '`lines` is a list of lines as the page has them';
  for (const line of lines) {
    const boilerplate = { what: what.trim(), places };
    if (line.endsWith(' *')) starts.push([fold(line.slice(0, -1)), boilerplate]);
    else whole.set(fold(line), boilerplate);
  }
  return undefined;
}

/** Learns a row of names: a `field` of papers, and what it is called. @returns what is wrong with it */
function learnNames(row: YAMLMap, { fields }: Learning): string | undefined {
  const field = row.get('field');
  const names = textsOf(row, 'names');
  if (!isField(field)) return `\`field\` is one of ${dialectFields.join(', ')}`;
  if (!names.every(isText)) return '`names` is a list of names as the file has them';
  for (const name of names) fields.set(plainName(name), field);
  return undefined;
}

/**
 * Reads the file. A row is of lines: `what` (for people), `place` (banner, meta, footer, or a list of these) and `lines`,
 * of which one that ends in ` *` is the beginning of lines; or of names: `field` and `names`.
 *
 * @param file path for messages
 * @param text the whole file
 * @returns the rows that are in order, and every mistake as a `dialects/schema` diagnostic with its line
 */
export function parseDialects(file: string, text: string): Dialects {
  const dialect: Learning = { whole: new Map(), starts: [], fields: new Map() };
  const isList = 'the file is a list of rows';
  const problems = readYamlList(file, text, 'dialects/schema', isList, (row) => {
    const learn = isMap(row) && row.has('field') ? learnNames : learnLines;
    const why = learn(isMap(row) ? row : new YAMLMap(), dialect);
    return why === undefined ? [] : [{ node: row, why }];
  });
  return { dialect, problems };
}
