/** The files of suggestions, from the archive. */
import type { AuthorEntry, SuggestFile } from './suggest-files.ts';
import { shardAuthors } from './shards.ts';

interface Listed {
  readonly id: string;
  readonly papers: { readonly length: number };
}

interface Author extends Listed {
  readonly name: string;
}

interface Topic extends Listed {
  readonly label: string;
}

/** Authors by file name. */
export const authorFiles = (
  authors: readonly Author[],
): ReadonlyMap<string, readonly AuthorEntry[]> =>
  shardAuthors(authors.map(({ id, name, papers }) => ({ id, name, papers: papers.length })));

/** What `suggest.json` holds: every topic that has papers, and which files of authors there are. */
export const suggestFile = (topics: readonly Topic[], authors: readonly Author[]): SuggestFile => ({
  topics: topics
    .filter(({ papers }) => papers.length > 0)
    .map(({ id, label, papers }) => [id, label, papers.length] as const),
  authors: [...authorFiles(authors).keys()],
});
