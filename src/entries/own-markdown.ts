/** Markdown files with frontmatter that an owner writes (topics, pages, notes), read against a schema. Pure. */
import type { z } from 'astro/zod';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileFlaw } from '../diagnostics/flaw.ts';
import type { DiagnosticCode } from '../diagnostics/table.ts';
import { readYaml, type Problem } from '../diagnostics/yaml-schema.ts';
import { splitFrontmatter } from './parse.ts';

export type OwnMarkdown<Value> =
  | { readonly ok: true; readonly value: Value; readonly body: string }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** What a kind of file may hold, and the message for what it may not. */
export interface Kind<Schema> {
  readonly schema: Schema;
  readonly code: DiagnosticCode;
  /** A file without frontmatter is text alone. */
  readonly textAlone?: boolean;
}

/** Name of a file without folders and `.md`. */
export const idOf = (file: string): string => file.replace(/^.*[/\\]/, '').replace(/\.md$/, '');

/**
 * Reads a file's text.
 *
 * @param file path for messages
 * @param contradictions finds what the schema cannot say
 * @returns the frontmatter's values and the Markdown below it, or everything that is wrong, each with its place
 */
export function readOwnMarkdown<Schema extends z.ZodType>(
  file: string,
  text: string,
  { schema, code, textAlone = false }: Kind<Schema>,
  contradictions: (value: z.infer<Schema>) => readonly Problem[] = () => [],
): OwnMarkdown<z.infer<Schema>> {
  const isText = textAlone && !/^\ufeff?---[ \t]*\r?\n/.test(text);
  const parts = isText ? { yaml: '', body: text.trim(), line: 1 } : splitFrontmatter(text);
  const whole = 'frontmatter';
  if (parts === undefined) {
    const why = 'the file does not begin with it, between two lines `---`';
    const problem = diagnostic(code, { file, line: 1, column: 1 }, { field: whole, why });
    return { ok: false, problems: [fileFlaw(file, text) ?? problem] };
  }
  // A slip in the last line is told of that line.
  const part = { yaml: parts.yaml.replace(/\n$/, ''), above: parts.line - 1, whole };
  const read = readYaml(file, text, schema, code, part);
  if (!read.ok) return read;
  const found = read.wrong(contradictions(read.value));
  return found.length > 0
    ? { ok: false, problems: found }
    : { ok: true, value: read.value, body: parts.body };
}
