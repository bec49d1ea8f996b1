/** Reads the topic files. */
import { posix } from 'node:path';
import { topicsFolder } from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listMarkdown, readMarkdownFiles } from '../entries/owner-files.ts';
import { parseTopicFile } from './parse.ts';
import type { TopicRules } from './schema.ts';

export interface TopicFiles {
  /** Ids of all topic files, those with a problem included. */
  readonly ids: readonly string[];
  /** What can be used. */
  readonly topics: readonly TopicRules[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads every topic file; one with a problem is left out and reported.
 *
 * @param root the project's folder
 */
export async function readTopicFiles(root: string): Promise<TopicFiles> {
  const { texts, problems } = await readMarkdownFiles(
    root,
    await listMarkdown(root, topicsFolder()),
  );
  const unread = problems.map(({ where }) => posix.basename(where.file, '.md'));
  const topics: TopicRules[] = [];
  for (const { file, text } of texts) {
    const parsed = parseTopicFile(file, text);
    problems.push(...parsed.problems);
    if (parsed.rules) topics.push(parsed.rules);
  }
  const ids = [...texts.map(({ id }) => id), ...unread].toSorted();
  return { ids, topics, problems };
}
