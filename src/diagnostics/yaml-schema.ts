/** YAML that people write, read against a schema: the values, or what is wrong in words for them, and where. Pure. */
import { z } from 'astro/zod';
import { visit } from 'yaml';
import { diagnostic, type Diagnostic, type Place } from './diagnostic.ts';
import { fileFlaw } from './flaw.ts';
import { didYouMean } from './likely.ts';
import type { DiagnosticCode } from './table.ts';
import { offsetOf, openYaml, type Path } from './yaml-place.ts';

/** Something that a schema, or what is checked after it, complains of. */
export interface Problem {
  readonly path: Path;
  readonly why: string;
  /** A key of the map at `path` that nobody knows. */
  readonly unknownKey?: string;
}

export type YamlReading<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      /** Problems that the schema does not know, as diagnostics of the file. */
      readonly wrong: (problems: readonly Problem[]) => Diagnostic[];
      /** Where a value stands, or what is nearest around it. */
      readonly placeOf: (path: Path) => Place;
    }
  | { readonly ok: false; readonly problems: Diagnostic[] };

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

/** What may be other than for a file that is YAML as a whole. */
interface Part {
  /** The YAML, if it is not the whole of the text. */
  readonly yaml?: string;
  /** Lines of the file before it. */
  readonly above?: number;
  /** What to call the whole of it. */
  readonly whole?: string;
}

/**
 * Reads YAML that an owner writes against a schema.
 *
 * @param file path for messages
 * @param text the whole file
 * @param schema of the whole; a strict one finds fields that do not exist
 * @param code of the message for what the schema does not allow
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  code: DiagnosticCode,
  { yaml = text.replace(/^\ufeff/, ''), above = 0, whole = 'the file' }: Part = {},
): YamlReading<z.infer<Schema>> {
  const flaw = fileFlaw(file, text);
  if (flaw) return { ok: false, problems: [flaw] };
  const { document, placeAt: at } = openYaml(file, yaml, above);
  const tell = (where: Place, why: string, field = whole): Diagnostic =>
    diagnostic(code, where, { field, why });
  const invalid = document.errors.map(({ message, pos }) =>
    tell(at(pos[0]), `not valid YAML: ${message}`),
  );
  visit(document, {
    Alias: (_, { source, range }) => {
      const why = `put text that begins with \`*\` in quotes: "*${source}"`;
      invalid.push(tell(at(range?.[0] ?? 0), why));
    },
  });
  if (invalid.length > 0) return { ok: false, problems: invalid };
  const placeOf = (path: Path, key?: string): Place => at(offsetOf(document, path, key));
  const wrong = (problems: readonly Problem[]): Diagnostic[] =>
    problems.map(({ path, why, unknownKey }) => {
      const place = placeOf(path, unknownKey);
      if (unknownKey === undefined) return tell(place, why, fieldName(path));
      const names = fieldsAt(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), path);
      const meant = didYouMean(unknownKey, names);
      return tell(place, why + meant, fieldName([...path, unknownKey]));
    });
  const checked = schema.safeParse(document.toJS() ?? {});
  return checked.success
    ? { ok: true, value: checked.data, wrong, placeOf }
    : { ok: false, problems: wrong(checked.error.issues.flatMap((issue) => problemsOf(issue))) };
}
