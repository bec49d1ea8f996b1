import type { Document } from 'yaml';
import type { z } from 'astro/zod';
import { diagnostic, type Diagnostic, type Place } from '../diagnostics/diagnostic.ts';
import { fileFlaw } from '../diagnostics/flaw.ts';
import { didYouMean } from '../diagnostics/likely.ts';
import { offsetOf, openYaml, type Path } from '../diagnostics/yaml-place.ts';
import { frontmatterSchema, type Entry } from './model.ts';

/** A file of `papers/`, read. */
export type EntryReading =
  | {
      readonly ok: true;
      readonly entry: Entry;
      /** What in it is not used. */
      readonly problems: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** The two parts of a Markdown file with frontmatter. `line` is the line number of the YAML's first line. */
export interface FileParts {
  readonly yaml: string;
  readonly body: string;
  readonly line: number;
}

/** Where the YAML of a file begins and ends, and where what follows its second `---` line does, in code units. */
export interface FrontmatterPlace {
  readonly start: number;
  readonly end: number;
  readonly body: number;
}

/** @returns undefined if the text does not begin with a `---` line or has no second one */
export function frontmatterAt(text: string): FrontmatterPlace | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = /(?<=\n)---[ \t]*(?:\r?\n|$)/.exec(text.slice(start - 1));
  if (!closing) return undefined;
  const end = start - 1 + closing.index;
  return { start, end, body: end + closing[0].length };
}

/**
 * Splits a file into frontmatter and body.
 *
 * @returns undefined if it does not begin with a `---` line or has no second one
 */
export function splitFrontmatter(text: string): FileParts | undefined {
  const place = frontmatterAt(text);
  if (!place) return undefined;
  const part = (start: number, end?: number): string =>
    text.slice(start, end).replaceAll('\r\n', '\n');
  return { yaml: part(place.start, place.end), body: part(place.body).trim(), line: 2 };
}

/** What a schema says of a value of another kind, in words for people. */
const whyOf = (message: string): string =>
  message
    .replace(/^Invalid input: expected \w+, received undefined$/, 'it is missing')
    .replace(/^Invalid input: expected (\w+), received (\w+)$/, 'it must be $1, and is $2');

/** Keys of a value that its schema dropped, each with the path of its map. */
function droppedKeys(given: unknown, kept: unknown, path: Path = []): [Path, string][] {
  if (typeof given !== 'object' || given === null || typeof kept !== 'object' || kept === null) {
    return [];
  }
  const known = new Map<string, unknown>(Object.entries(kept));
  return Object.entries(given).flatMap(([key, value]): [Path, string][] => {
    if (!known.has(key)) return [[path, key]];
    // The path of an item of a list has its number.
    return droppedKeys(value, known.get(key), [...path, Array.isArray(given) ? Number(key) : key]);
  });
}

/** The frontmatter of a file, as its schema has it. */
export interface ReadFrontmatter<Data> {
  readonly ok: true;
  readonly data: Data;
  /** What stands there, and where. */
  readonly given: unknown;
  readonly placeOf: (path: Path, key?: string) => Place;
  /** What follows it. */
  readonly body: string;
}

/**
 * Reads a file that the loader writes and people edit, an entry or a record; never throws.
 *
 * @param file path for messages
 * @returns what it says, or problems with file, line and column
 */
export function readFrontmatter<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): ReadFrontmatter<z.infer<Schema>> | { readonly ok: false; readonly problems: Diagnostic[] } {
  const wrong = (...problems: Diagnostic[]) => ({ ok: false as const, problems });
  const flaw = fileFlaw(file, text);
  if (flaw) return wrong(flaw);
  const parts = splitFrontmatter(text);
  if (!parts) {
    const why =
      text.trim() === ''
        ? 'the file is empty'
        : 'the file does not begin with frontmatter between two `---` lines';
    return wrong(diagnostic('entry/unreadable', { file, line: 1, column: 1 }, { why }));
  }
  const { document, placeAt } = openYaml(file, parts.yaml, 1);
  const [error] = document.errors;
  if (error)
    return wrong(diagnostic('entry/unreadable', placeAt(error.pos[0]), { why: error.message }));
  const given = toData(document);
  if (given === undefined) {
    const where = { file, line: parts.line, column: 1 };
    return wrong(diagnostic('entry/unreadable', where, { why: 'it holds YAML aliases' }));
  }
  const placeOf = (path: Path, key?: string): Place => placeAt(offsetOf(document, path, key));
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, data: result.data, given, placeOf, body: parts.body };
  return wrong(
    ...result.error.issues.map(({ path, message }) =>
      diagnostic('entry/schema', placeOf(path), {
        field: path.map(String).join('.') || 'frontmatter',
        why: whyOf(message),
      }),
    ),
  );
}

/**
 * Reads the text of an entry's file.
 *
 * @param id file name without `.md`
 * @param file path for messages
 * @param text the file's text
 * @returns the entry, or problems with file, line and column; never throws
 */
export function parseEntry(id: string, file: string, text: string): EntryReading {
  const read = readFrontmatter(file, text, frontmatterSchema);
  if (!read.ok) return read;
  const { data, given, placeOf, body } = read;
  const problems = droppedKeys(given, data).map(([path, field]) => {
    const names = path.length === 0 ? Object.keys(frontmatterSchema.shape) : [];
    const facts = { field, meant: didYouMean(field, names) };
    return diagnostic('entry/unknown-field', placeOf(path, field), facts);
  });
  return { ok: true, entry: { id, data, body }, problems };
}

/**
 * The values of a document; undefined where it holds aliases. `maxAliasCount: 0` refuses anchors that multiply
 * ("billion laughs"); entries have no use for aliases.
 */
export function toData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** The place of a value of an entry's frontmatter, or of what is nearest around it. */
export function placeInEntry(file: string, text: string, path: Path): Required<Place> {
  const { document, placeAt } = openYaml(file, splitFrontmatter(text)?.yaml ?? '', 1);
  return placeAt(offsetOf(document, path));
}
