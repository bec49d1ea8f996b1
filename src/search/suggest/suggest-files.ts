/** What the search box suggests besides papers: files written while building, read in the browser. */

/** A topic: id, label, number of papers. */
export type TopicEntry = readonly [id: string, label: string, papers: number];

/**
 * An author who has a page: name, number of papers, and the id where it is not the name's words, folded,
 * with hyphens between.
 */
export type AuthorEntry =
  readonly [name: string, papers: number] | readonly [name: string, papers: number, id: string];

/** `BASE/search/suggest.json`. */
export interface SuggestFile {
  readonly topics: readonly TopicEntry[];
  /** Names of the files below `BASE/search/authors/`, without `.json`: see `shards.ts`. */
  readonly authors: readonly string[];
}

function isTopic(value: unknown): value is TopicEntry {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'string' &&
    typeof value[2] === 'number'
  );
}

function isAuthor(value: unknown): value is AuthorEntry {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'number' &&
    (value.length === 2 || typeof value[2] === 'string')
  );
}

/** Reads `suggest.json`; what is not as it should be is left out. */
export function readSuggestFile(file: unknown): SuggestFile {
  if (typeof file !== 'object' || file === null) return { topics: [], authors: [] };
  const topics: unknown = 'topics' in file ? file.topics : [];
  const authors: unknown = 'authors' in file ? file.authors : [];
  return {
    topics: Array.isArray(topics) ? topics.filter(isTopic) : [],
    authors: Array.isArray(authors)
      ? authors.filter((shard): shard is string => typeof shard === 'string')
      : [],
  };
}

/** Reads a file of authors; what is not as it should be is left out. */
export function readAuthors(file: unknown): readonly AuthorEntry[] {
  return Array.isArray(file) ? file.filter(isAuthor) : [];
}
