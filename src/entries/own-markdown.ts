/** Markdown files with frontmatter that an owner writes (topics, pages, notes), read against a schema. Pure. */
import type { z } from 'astro/zod';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileFlaw } from '../diagnostics/flaw.ts';
import type { DiagnosticCode } from '../diagnostics/table.ts';
import { readYaml, type Problem, type YamlProblem } from '../diagnostics/yaml-schema.ts';
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
  const flaw = fileFlaw(file, text);
  if (flaw) return { ok: false, problems: [flaw] };
  const wrong = (problems: readonly YamlProblem[]): OwnMarkdown<never> => ({
    ok: false,
    problems: problems.map(({ field = 'frontmatter', why, line, column }) =>
      diagnostic(code, { file, line, column }, { field, why }),
    ),
  });
  const isText = textAlone && !/^\ufeff?---[ \t]*\r?\n/.test(text);
  const parts = isText ? { yaml: '', body: text.trim(), line: 1 } : splitFrontmatter(text);
  if (parts === undefined) {
    const why = 'the file does not begin with it, between two lines `---`';
    return wrong([{ why, line: 1, column: 1 }]);
  }
  // A slip in the last line is told of that line.
  const read = readYaml(parts.yaml.replace(/\n$/, ''), schema, parts.line - 1);
  if (!read.ok) return wrong(read.problems);
  const found = read.placed(contradictions(read.value));
  return found.length > 0 ? wrong(found) : { ok: true, value: read.value, body: parts.body };
}
