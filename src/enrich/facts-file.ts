/**
 * A file of facts that somebody gathered: JSON Lines, one paper a line, each fact with where it was read.
 * README.md tells people how to write one. Pure.
 */
import { z } from 'astro/zod';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { frontmatterSchema } from '../entries/model.ts';
import { normalise } from '../text/normalise.ts';
import { factSourceSchema } from '../entries/records/parse.ts';
import type { SourcedFact } from '../entries/records/serialise.ts';
import { recordedFields, type RecordedField } from '../entries/records/record.ts';

const { grade, retrieved, note } = factSourceSchema.shape;

const lineSchema = z.object({
  entry: z.string().optional(),
  arxiv: z.string().optional(),
  doi: z.string().optional(),
  title: z.string().optional(),
  read: retrieved,
  facts: z.record(
    z.string(),
    z.object({
      value: z.unknown(),
      source: z.string().nullish(),
      seen: z.string().optional(),
      grade,
      read: retrieved,
      note,
    }),
  ),
  doubt: z.string().optional(),
  doubts: z.array(z.string()).optional(),
});

/** What a file of facts says of one paper. */
export interface GatheredPaper {
  /** Line in the file, from 1. */
  readonly line: number;
  /** By what its entry is to be found. */
  readonly entry?: string | undefined;
  readonly arxiv?: string | undefined;
  readonly doi?: string | undefined;
  readonly title?: string | undefined;
  readonly facts: readonly SourcedFact[];
  /** Facts that stay out, and why. */
  readonly out: readonly { readonly name: string; readonly why: string }[];
}

export interface FactsReading {
  readonly papers: readonly GatheredPaper[];
  readonly problems: readonly Diagnostic[];
}

/** Names of facts that are kept in a field of another name. */
const shapes: Readonly<Record<string, readonly [RecordedField, (value: unknown) => unknown]>> = {
  primary: ['categories', (value) => [value]],
  code: ['links', (url) => [{ label: 'Code', url }]],
};

const clean = (value: unknown): unknown =>
  typeof value === 'string' ? normalise(value) : Array.isArray(value) ? value.map(clean) : value;

/** A fact as records hold it, or why it is none. */
function readFact(name: string, value: unknown): Pick<SourcedFact, 'field' | 'facts'> | string {
  const [field, shape] = Object.hasOwn(shapes, name)
    ? (shapes[name] ?? [])
    : [recordedFields.find((known) => known === name)];
  if (field === undefined) return 'records hold no such fact';
  const result = frontmatterSchema.shape[field].safeParse(clean(shape ? shape(value) : value));
  if (!result.success || result.data === undefined) return 'its value is not one';
  return { field, facts: { [field]: result.data } };
}

/**
 * Reads a file of facts; never throws. A fact stays out whose value is none, that says nowhere where it was
 * read, or that `doubts` names. A `doubt` in words without `doubts` keeps all facts of its paper out, for
 * nobody has said which of them it touches.
 *
 * @param file path for messages
 * @param today ISO day on which facts count as read if they do not say so
 */
export function parseFactsFile(file: string, text: string, today: string): FactsReading {
  const papers: GatheredPaper[] = [];
  const problems: Diagnostic[] = [];
  for (const [at, json] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (json.trim() === '') continue;
    const line = at + 1;
    const reading = readLine(json);
    if (typeof reading === 'string')
      problems.push(diagnostic('facts/unreadable', { file, line }, { why: reading }));
    else papers.push({ line, ...gather(reading, today) });
  }
  return { papers, problems };
}

function readLine(json: string): z.infer<typeof lineSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const result = lineSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return `${issue?.path.map(String).join('.') || 'line'}: ${issue?.message ?? 'not valid'}`;
}

function gather(
  { entry, arxiv, doi, title, facts, read, doubt, doubts }: z.infer<typeof lineSchema>,
  today: string,
): Omit<GatheredPaper, 'line'> {
  const taken: SourcedFact[] = [];
  const out: { name: string; why: string }[] = [];
  for (const [name, { value, source, seen, ...fact }] of Object.entries(facts)) {
    const place = normalise(source ?? seen ?? '');
    const reading =
      place === ''
        ? 'it does not say where it was read'
        : (doubts?.includes(name) ?? doubt !== undefined)
          ? 'in doubt'
          : readFact(name, value);
    if (typeof reading === 'string') {
      out.push({ name, why: reading });
      continue;
    }
    const origin = {
      source: place,
      ...(fact.grade !== undefined && { grade: fact.grade }),
      retrieved: fact.read ?? read ?? today,
      ...(fact.note !== undefined && { note: normalise(fact.note) }),
    };
    taken.push({ ...reading, source: origin });
  }
  return { entry, arxiv, doi, title, facts: taken, out };
}
