/** Reads the topic files. */
import { resolve } from 'node:path';
import { topicsFolder } from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listFiles, readOwnText } from '../entries/owner-files.ts';
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
  const ids: string[] = [];
  const topics: TopicRules[] = [];
  const problems: Diagnostic[] = [];
  for (const name of await listFiles(resolve(root, topicsFolder()))) {
    if (!name.endsWith('.md')) continue;
    const file = `${topicsFolder()}/${name}`;
    ids.push(name.slice(0, -'.md'.length));
    const read = await readOwnText(root, file);
    if (!read.ok) {
      problems.push(read.problem);
      continue;
    }
    const parsed = parseTopicFile(file, read.text);
    problems.push(...parsed.problems);
    if (parsed.rules) topics.push(parsed.rules);
  }
  return { ids, topics, problems };
}
