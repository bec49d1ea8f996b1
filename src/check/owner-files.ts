/** What an owner keeps beside digests and entries: the one report of it, for build, dev and `npm run check`. */
import { readTopicFiles, type TopicFiles } from '../topics/index.ts';
import { readSite } from '../site/read.ts';
import { strayProblems } from './strays.ts';
import { synonymProblems } from './synonyms.ts';

/**
 * Reads topics, synonyms and settings, and looks for files that nothing reads.
 *
 * @param root the project's folder
 * @returns the topics, and what is wrong with any of these files
 */
export async function readOwnerFiles(root: string): Promise<TopicFiles> {
  const topics = await readTopicFiles(root);
  const others = [
    ...(await readSite(root)).problems,
    ...(await synonymProblems(root)),
    ...(await strayProblems(root)),
  ];
  return { ...topics, problems: [...topics.problems, ...others] };
}
