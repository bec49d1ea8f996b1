/** What an owner keeps beside digests and entries: the one report of it, for build, dev and `npm run check`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { synonymsFile } from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readOwnText } from '../entries/owner-files.ts';
import { parseSynonyms } from '../search/synonyms.ts';
import { readTopicFiles, type TopicFiles } from '../topics/index.ts';
import { readNotes, readPages } from '../owner/files.ts';
import { isOwnAddress } from '../owner/schema.ts';
import { readSite } from '../site/read.ts';
import { strayProblems } from './strays.ts';

/** Topics, and what else was read. */
export interface OwnerFiles extends TopicFiles {
  /** Whether there are topics, or it was said that there are none. */
  readonly chosen: boolean;
  /** Ids of the notes, which are those of their entries. */
  readonly notes: readonly string[];
  /** Ids of the owner's own pages. */
  readonly pages: readonly string[];
}

/**
 * Reads topics, synonyms, settings, pages and notes, and looks for files that nothing reads.
 *
 * @param root the project's folder
 * @returns the topics, and what is wrong with any of these files
 */
export async function readOwnerFiles(root: string): Promise<OwnerFiles> {
  const topics = await readTopicFiles(root);
  const settings = await readSite(root);
  const pages = await readPages(root);
  const notes = await readNotes(root);
  const ids = ({ files }: typeof pages): string[] => files.map(({ id }) => id);
  const problems = [
    ...topics.problems,
    ...settings.problems,
    ...pages.problems,
    ...notes.problems,
    ...(await synonymProblems(root)),
    ...(await strayProblems(root)),
  ];
  const chosen = topics.ids.length > 0 || settings.site?.topics.sets !== undefined;
  return { ...topics, chosen, problems, notes: ids(notes), pages: ids(pages).filter(isOwnAddress) };
}

/**
 * The mistakes of an archive's synonyms, each with its line and column.
 *
 * @param root the project's folder
 * @returns nothing, too, for an archive without such a file
 */
export async function synonymProblems(root: string): Promise<readonly Diagnostic[]> {
  if (!existsSync(resolve(root, synonymsFile()))) return [];
  const read = await readOwnText(root, synonymsFile());
  return read.ok ? parseSynonyms(synonymsFile(), read.text).problems : [read.problem];
}
