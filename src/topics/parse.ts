/** Reads a topic file. Pure: the text comes in, rules or problems go out. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Problem } from '../diagnostics/yaml-schema.ts';
import { idOf, readOwnMarkdown } from '../entries/own-markdown.ts';
import { isSlug } from '../entries/slug.ts';
import { phraseKey } from './phrases.ts';
import { topicSchema, type TopicFrontmatter, type TopicRules } from './schema.ts';

export interface ParsedTopic {
  /** Absent when the file has a problem. */
  readonly rules?: TopicRules;
  readonly problems: readonly Diagnostic[];
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
  const id = idOf(file);
  if (!isSlug(id)) {
    const why = `"${id}" cannot be an address: use a to z, 0 to 9 and single hyphens`;
    const where = { file, line: 1, column: 1 };
    return { problems: [diagnostic('topic/schema', where, { field: 'file name', why })] };
  }
  const read = readOwnMarkdown(
    file,
    text,
    { schema: topicSchema, code: 'topic/schema' },
    contradictions,
  );
  if (!read.ok) return { problems: read.problems };
  return { rules: { ...read.value, id, notes: read.body }, problems: [] };
}
