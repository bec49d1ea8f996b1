/** Reads the topic files. */
import { hash } from 'node:crypto';
import { posix } from 'node:path';
import { topicsFolder } from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listMarkdown, readMarkdownFiles } from '../entries/owner-files.ts';
import { readSite } from '../site/read.ts';
import type { Kind } from '../store/kind.ts';
import { openStore } from '../store/store.ts';
import { chosenTopics } from '../topic-sets.ts';
import { settleFamilies, type TopicFile } from './families.ts';
import { parseTopicFile, type ParsedTopic } from './parse.ts';
import type { TopicRules } from './schema.ts';

/** Where a topic comes from. */
export interface FromSet {
  /** Of a set, no file of the archive's own. */
  readonly ofSet?: true;
}

/** Topic files as they were read, by their paths: a set has many. */
const readFiles: Kind<ParsedTopic> = { name: 'topic-files', modules: ['src/topics/parse.ts'] };

export interface TopicFiles {
  /** Ids of all topic files, those with a problem included, in their order. */
  readonly ids: readonly string[];
  /** By id the file, from the project's folder: the archive's own, or that of a set. */
  readonly files: ReadonlyMap<string, string>;
  /** What can be used. */
  readonly topics: readonly (TopicRules & FromSet)[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Where the topics of an archive are: files of its own, and of the sets that `site.yaml` chooses those that it has
 * no file of the same name for.
 *
 * @param root the project's folder
 * @returns paths from there by id, ids in their order
 */
export async function listTopicFiles(root: string): Promise<Map<string, string>> {
  const { site } = await readSite(root);
  const own = await listMarkdown(root, topicsFolder());
  const files = [
    ...(site ? chosenTopics(root, site.topics) : []),
    ...own.map((file) => [posix.basename(file, '.md'), file] as const),
  ];
  return new Map([...new Map(files)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Reads every topic file; one with a problem is left out and reported.
 *
 * @param root the project's folder
 */
export async function readTopicFiles(root: string): Promise<TopicFiles> {
  const files = await listTopicFiles(root);
  const { texts, problems } = await readMarkdownFiles(root, [...files.values()]);
  const read: TopicFile[] = [];
  const store = openStore(root);
  for (const { file, text } of texts) {
    const { rules, problems: wrong } = store.kept(readFiles, file, hash('sha1', text), () =>
      parseTopicFile(file, text),
    );
    problems.push(...wrong);
    if (rules) read.push({ file, text, rules });
  }
  const ids = [...files.keys()];
  const settled = settleFamilies(read, ids, (await readSite(root)).site?.topics.without);
  const own = `${topicsFolder()}/`;
  const topics = settled.topics.map((rules) =>
    files.get(rules.id)?.startsWith(own) ? rules : { ...rules, ofSet: true as const },
  );
  return { ids, files, topics, problems: [...problems, ...settled.problems] };
}
