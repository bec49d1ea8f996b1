/** What the search box suggests besides papers: files written while building, read in the browser. */
import { isNumber, isObject, isOptional, isText, isTuple, itemsOf } from '../../shapes.ts';

/** A topic: id, label, number of papers. */
export type TopicEntry = readonly [id: string, label: string, papers: number];

/**
 * An author who has a page: name, number of papers, and the id where it is not the name's words, folded,
 * with hyphens between.
 */
export type AuthorEntry = readonly [name: string, papers: number, id?: string];

/** `BASE/search/suggest.json`. */
export interface SuggestFile {
  readonly topics: readonly TopicEntry[];
  /** Names of the files below `BASE/search/authors/`, without `.json`: see `shards.ts`. */
  readonly authors: readonly string[];
}

const isTopic = isTuple<TopicEntry>(isText, isText, isNumber);
const isAuthor = isTuple<AuthorEntry>(isText, isNumber, isOptional(isText));

/** Reads `suggest.json`; what is not as it should be is left out. */
export function readSuggestFile(file: unknown): SuggestFile {
  const { topics, authors } = isObject(file) ? file : {};
  return { topics: itemsOf(topics, isTopic), authors: itemsOf(authors, isText) };
}

/** Reads a file of authors; what is not as it should be is left out. */
export const readAuthors = (file: unknown): readonly AuthorEntry[] => itemsOf(file, isAuthor);
