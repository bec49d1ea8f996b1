import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { frontmatterSchema, type Entry } from './model.ts';

/** A file of `content/papers/`, read. */
export type EntryReading =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** The two parts of a Markdown file with frontmatter. `line` is the line number of the YAML's first line. */
export interface FileParts {
  readonly yaml: string;
  readonly body: string;
  readonly line: number;
}

/**
 * Splits a file into frontmatter and body.
 *
 * @returns undefined if it does not begin with a `---` line or has no second one
 */
export function splitFrontmatter(text: string): FileParts | undefined {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const match = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(plain);
  if (!match) return undefined;
  return { yaml: match[1] ?? '', body: plain.slice(match[0].length).trim(), line: 2 };
}

/** Line and column (from 1) of the value at a path, or of the nearest thing that exists around it. */
function placeOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]) {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]);
  }
  return { line: 1, col: 1 };
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
  const parts = splitFrontmatter(text);
  if (!parts) {
    const why = 'the file does not begin with frontmatter between two `---` lines';
    return { ok: false, problems: [diagnostic('entry/unreadable', { file, line: 1 }, { why })] };
  }
  const lines = new LineCounter();
  const document = parseDocument(parts.yaml, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const where = { file, line: line + parts.line - 1, column: col };
    return { ok: false, problems: [diagnostic('entry/unreadable', where, { why: error.message })] };
  }
  // `maxAliasCount: 0` refuses anchors that multiply ("billion laughs"); entries have no use for aliases.
  const data = toData(document);
  const result = frontmatterSchema.safeParse(data);
  if (result.success) return { ok: true, entry: { id, data: result.data, body: parts.body } };
  const problems = result.error.issues.map((issue) => {
    const { line, col } = placeOf(document, lines, issue.path);
    const where = { file, line: line + parts.line - 1, column: col };
    return diagnostic('entry/schema', where, {
      field: issue.path.map(String).join('.') || 'frontmatter',
      why: issue.message,
    });
  });
  return { ok: false, problems };
}

function toData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
