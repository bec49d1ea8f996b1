/** YAML that people write, read against a schema: the values, or what is wrong in words for them, and where. Pure. */
import { z } from 'astro/zod';
import { LineCounter, parseDocument, visit } from 'yaml';
import { didYouMean } from './likely.ts';
import { offsetOf, type Path } from './yaml-place.ts';

/** Something that a schema, or what is checked after it, complains of. */
export interface Problem {
  readonly path: Path;
  readonly why: string;
  /** A key of the map at `path` that nobody knows. */
  readonly unknownKey?: string;
}

/** A problem for the person who edits the file. Lines and columns count from 1. */
export interface YamlProblem {
  /** `terms 3 → weight`; undefined for the whole of it. */
  readonly field?: string;
  readonly why: string;
  readonly line: number;
  readonly column: number;
}

export type YamlReading<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      /** Names and places of problems that the schema does not know. */
      readonly placed: (problems: readonly Problem[]) => YamlProblem[];
    }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/** What to say of a value of another kind than `what`: for a schema's types. */
export function kind(what: string): { error: (issue: { input?: unknown }) => string } {
  return { error: ({ input }) => (input === undefined ? 'it is missing' : `it must be ${what}`) };
}

/** The part of Zod's issues that is read here. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: Path;
  readonly message: string;
  readonly keys?: readonly string[] | undefined;
  readonly errors?: readonly (readonly Issue[])[] | undefined;
}

/** The problems of one issue; of a union's branches, the one whose kind of value it is speaks. */
function problemsOf(issue: Issue, above: Path = []): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors !== undefined) {
    const best = issue.errors.find((branch) =>
      branch.every(({ code, path: inner }) => code !== 'invalid_type' || inner.length > 0),
    );
    return best?.flatMap((inner) => problemsOf(inner, path)) ?? [{ path, why: issue.message }];
  }
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => ({
      path,
      why: `there is no field "${key}"`,
      unknownKey: key,
    }));
  return [{ path, why: issue.message }];
}

/** `terms 3 → weight` from the path of a problem; counts from 1, as people do. */
function fieldName(path: Path): string | undefined {
  let name = '';
  for (const step of path) {
    if (typeof step === 'number') name += ` ${step + 1}`;
    else name += name === '' ? String(step) : ` → ${String(step)}`;
  }
  return name === '' ? undefined : name;
}

type JsonSchema = z.core.JSONSchema._JSONSchema;

/** Names of the fields that the map at a path may have, in whichever branch of a union. */
function fieldsAt(schema: JsonSchema | undefined, [step, ...rest]: Path): string[] {
  if (typeof schema !== 'object') return [];
  const branches = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const inside = branches.flatMap((branch) =>
    fieldsAt(branch, step === undefined ? [] : [step, ...rest]),
  );
  if (step === undefined) return [...Object.keys(schema.properties ?? {}), ...inside];
  const below = typeof step === 'number' ? schema.items : schema.properties?.[String(step)];
  return [...inside, ...(Array.isArray(below) ? [] : fieldsAt(below, rest))];
}

/**
 * Reads YAML against a schema.
 *
 * @param yaml the YAML alone
 * @param schema of the whole; a strict one finds fields that do not exist
 * @param above lines of the file before the YAML
 */
export function readYaml<Schema extends z.ZodType>(
  yaml: string,
  schema: Schema,
  above = 0,
): YamlReading<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + above, column: Math.max(col, 1) };
  };
  const invalid: YamlProblem[] = document.errors.map(({ message, pos }) => ({
    why: `not valid YAML: ${message}`,
    ...at(pos[0]),
  }));
  visit(document, {
    Alias: (_, { source, range }) =>
      void invalid.push({
        why: `put text that begins with \`*\` in quotes: "*${source}"`,
        ...at(range?.[0] ?? 0),
      }),
  });
  if (invalid.length > 0) return { ok: false, problems: invalid };
  const placed = (problems: readonly Problem[]): YamlProblem[] =>
    problems.map(({ path, why, unknownKey }) => {
      const place = at(offsetOf(document, path, unknownKey));
      if (unknownKey === undefined) return { field: fieldName(path), why, ...place };
      const names = fieldsAt(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), path);
      const meant = didYouMean(unknownKey, names);
      return { field: fieldName([...path, unknownKey]), why: why + meant, ...place };
    });
  const checked = schema.safeParse(document.toJS() ?? {});
  return checked.success
    ? { ok: true, value: checked.data, placed }
    : { ok: false, problems: placed(checked.error.issues.flatMap((issue) => problemsOf(issue))) };
}
