/** The files of suggestions, from the archive. */
import { authorsOf, type Archive } from '../../archive/index.ts';
import type { AuthorEntry, SuggestFile } from './suggest-files.ts';
import { shardAuthors } from './shards.ts';

/** Authors by file name. */
export function authorFiles(
  archive: Pick<Archive, 'papers'>,
): ReadonlyMap<string, readonly AuthorEntry[]> {
  return shardAuthors(
    authorsOf(archive).authors.map(({ id, name, papers }) => ({ id, name, papers: papers.length })),
  );
}

/** What `suggest.json` holds: every topic that has papers, and which files of authors there are. */
export function suggestFile(archive: Pick<Archive, 'papers' | 'topics'>): SuggestFile {
  return {
    topics: archive.topics
      .filter(({ papers }) => papers.length > 0)
      .map(({ id, label, papers }) => [id, label, papers.length] as const),
    authors: [...authorFiles(archive).keys()],
  };
}
