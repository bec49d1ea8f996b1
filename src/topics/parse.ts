/** Reads a topic file. Pure: the text comes in, rules or problems go out. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileFlaw } from '../diagnostics/flaw.ts';
import { readYaml, type Problem, type YamlProblem } from '../diagnostics/yaml-schema.ts';
import { phraseKey } from './phrases.ts';
import { topicSchema, type TopicFrontmatter, type TopicRules } from './schema.ts';

export interface ParsedTopic {
  /** Absent when the file has a problem. */
  readonly rules?: TopicRules;
  readonly problems: readonly Diagnostic[];
}

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

/** What the schema cannot say: terms that need a context which is not there, terms given twice. */
function contradictions({ terms, context }: TopicFrontmatter): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const [index, { term, where, context: needs = '' }] of terms.entries()) {
    const path = ['terms', index];
    if (needs !== '' && context.length === 0)
      problems.push({ path, why: 'it asks for a context, but the topic has no `context` list' });
    const key = [phraseKey(term), where, needs].join('|');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else problems.push({ path, why: `"${term}" says the same as term ${first + 1}` });
  }
  return problems;
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
  const flaw = fileFlaw(file, text);
  if (flaw) return { problems: [flaw] };
  const parts = partsOf(text);
  if (parts === undefined)
    return {
      problems: [
        problem('frontmatter', 'the file does not begin with it, between two lines `---`'),
      ],
    };

  const told = (problems: readonly YamlProblem[]): ParsedTopic => ({
    problems: problems.map(({ field = 'frontmatter', why, line, column }) =>
      problem(field, why, line, column),
    ),
  });
  const read = readYaml(parts.yaml, topicSchema, 1);
  if (!read.ok) return told(read.problems);
  const found = read.placed(contradictions(read.value));
  if (found.length > 0) return told(found);
  return { rules: { ...read.value, id, notes: parts.body }, problems: [] };
}
