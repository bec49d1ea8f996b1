import { LineCounter, parseDocument, type Document } from 'yaml';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileFlaw } from '../diagnostics/flaw.ts';
import { didYouMean } from '../diagnostics/likely.ts';
import { inFile, offsetOf, type Path } from '../diagnostics/yaml-place.ts';
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
export const whyOf = (message: string): string =>
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

/**
 * Reads an entry's file text against the schema.
 *
 * @param id file name without `.md`
 * @param file path for messages
 * @param text the file's text
 * @returns the entry, or problems with file, line and column; never throws
 */
export function parseEntry(id: string, file: string, text: string): EntryReading {
  const flaw = fileFlaw(file, text);
  if (flaw) return { ok: false, problems: [flaw] };
  const parts = splitFrontmatter(text);
  if (!parts) {
    const why =
      text.trim() === ''
        ? 'the file is empty'
        : 'the file does not begin with frontmatter between two `---` lines';
    const where = { file, line: 1, column: 1 };
    return { ok: false, problems: [diagnostic('entry/unreadable', where, { why })] };
  }
  const lines = new LineCounter();
  const document = parseDocument(parts.yaml, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const where = { file, line: line + parts.line - 1, column: col };
    return { ok: false, problems: [diagnostic('entry/unreadable', where, { why: error.message })] };
  }
  const data = toData(document);
  const result = frontmatterSchema.safeParse(data);
  if (result.success) {
    const problems = droppedKeys(data, result.data).map(([path, field]) => {
      const where = { file, ...inFile(lines, offsetOf(document, path, field)) };
      const names = path.length === 0 ? Object.keys(frontmatterSchema.shape) : [];
      return diagnostic('entry/unknown-field', where, { field, meant: didYouMean(field, names) });
    });
    return { ok: true, entry: { id, data: result.data, body: parts.body }, problems };
  }
  const problems = result.error.issues.map((issue) => {
    const where = { file, ...inFile(lines, offsetOf(document, issue.path)) };
    return diagnostic('entry/schema', where, {
      field: issue.path.map(String).join('.') || 'frontmatter',
      why: whyOf(issue.message),
    });
  });
  return { ok: false, problems };
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

/** Line and column of a value of an entry's frontmatter, or of what is nearest around it. */
export function placeInEntry(text: string, path: Path): { line: number; column: number } {
  const lines = new LineCounter();
  const document = parseDocument(splitFrontmatter(text)?.yaml ?? '', { lineCounter: lines });
  return inFile(lines, offsetOf(document, path));
}
