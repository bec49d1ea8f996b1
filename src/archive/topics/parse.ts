/** Reads a topic file. Pure: the text comes in, rules or problems go out. */
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { topicSchema, type TopicRules } from './schema.ts';

export interface ParsedTopic {
  /** Absent when the file has a problem. */
  readonly rules?: TopicRules;
  readonly problems: readonly Diagnostic[];
}

type Path = readonly PropertyKey[];

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** File name without folders and extension. */
function idOf(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.md$/, '');
}

/** Frontmatter and body of a Markdown file, if it begins with a `---` line and has a second one. */
function partsOf(text: string): { yaml: string; body: string } | undefined {
  const clean = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const match = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(clean);
  if (match === null) return undefined;
  return { yaml: match[1] ?? '', body: clean.slice(match[0].length).trim() };
}

/** `terms[3].weight` from the path of a schema problem; counts from 1, as people do. */
function fieldName(path: Path): string {
  let name = '';
  for (const step of path) {
    if (typeof step === 'number') name += ` ${step + 1}`;
    else name += name === '' ? String(step) : ` → ${String(step)}`;
  }
  return name === '' ? 'frontmatter' : name;
}

/** Where the node of a path begins, or the nearest node above it that exists. */
function offsetOf(document: Document, path: Path, unknownKey?: string): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const found: unknown =
      length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(found)) continue;
    if (unknownKey !== undefined && isMap(found)) {
      const pair = found.items.find((item) => String(item.key) === unknownKey);
      if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    return found.range?.[0] ?? 0;
  }
  return 0;
}

interface Problem {
  readonly path: Path;
  readonly why: string;
  readonly unknownKey?: string;
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: Path;
  readonly message: string;
  readonly keys?: readonly string[] | undefined;
  readonly errors?: readonly (readonly Issue[])[] | undefined;
}

/** Zod's issue in words for the person who edits the file; a union's is that of the branch that fits best. */
function problemsOf(issue: Issue, above: Path = []): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors !== undefined) {
    const branches = issue.errors.filter((branch) =>
      branch.every((inner) => !(inner.code === 'invalid_type' && inner.path.length === 0)),
    );
    const best = branches[0];
    if (best !== undefined) return best.flatMap((inner) => problemsOf(inner, path));
    return [{ path, why: 'a term is text, or a map with `term` and, if wanted, `weight`' }];
  }
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => ({
      path,
      why: `there is no field "${key}"`,
      unknownKey: key,
    }));
  return [{ path, why: issue.message }];
}

/**
 * Reads a topic file.
 *
 * @param file path for messages; its name without `.md` is the topic's id
 * @param text the whole file
 * @returns the rules, or what is wrong with the file as `topic/schema` diagnostics with the line
 */
export function parseTopicFile(file: string, text: string): ParsedTopic {
  const problem = (field: string, why: string, line = 1, column = 1): Diagnostic =>
    diagnostic('topic/schema', { file, line, column }, { field, why });
  const id = idOf(file);
  if (!idPattern.test(id))
    return {
      problems: [
        problem('file name', `"${id}" cannot be an address: use a to z, 0 to 9 and single hyphens`),
      ],
    };
  const parts = partsOf(text);
  if (parts === undefined)
    return {
      problems: [
        problem('frontmatter', 'the file does not begin with it, between two lines `---`'),
      ],
    };

  const lines = new LineCounter();
  const document = parseDocument(parts.yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): [number, number] => {
    const { line, col } = lines.linePos(offset);
    // The first line of the file is the `---`, which is not part of the YAML.
    return [Math.max(line, 1) + 1, Math.max(col, 1)];
  };
  if (document.errors.length > 0)
    return {
      problems: document.errors.map((error) =>
        problem('frontmatter', `not valid YAML: ${error.message}`, ...at(error.pos[0])),
      ),
    };

  // `maxAliasCount: 0`: aliases are of no use here and can blow up a small file.
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 0 });
  } catch {
    return {
      problems: [
        problem(
          'frontmatter',
          'YAML aliases (`*name`) are not read; put a term with `*` in quotes',
        ),
      ],
    };
  }
  const checked = topicSchema.safeParse(data ?? {});
  if (!checked.success)
    return {
      problems: checked.error.issues.flatMap((issue) =>
        problemsOf(issue).map(({ path, why, unknownKey }) =>
          problem(
            fieldName(unknownKey === undefined ? path : [...path, unknownKey]),
            why,
            ...at(offsetOf(document, path, unknownKey)),
          ),
        ),
      ),
    };
  const rules = checked.data;
  const needing = rules.terms.findIndex((term) => term.context !== undefined);
  if (needing >= 0 && rules.context.length === 0)
    return {
      problems: [
        problem(
          fieldName(['terms', needing]),
          'it asks for a context, but the topic has no `context` list',
          ...at(offsetOf(document, ['terms', needing])),
        ),
      ],
    };
  return { rules: { ...rules, id, notes: parts.body }, problems: [] };
}
