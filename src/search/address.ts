/** The search in the address: `?q=…&topic=…&digest=…&code=yes&sort=date`, to be shared and gone back to. */
import { tidyQuery } from './query.ts';

export type Sort = 'relevance' | 'date';

export interface Filters {
  /** Ids; a paper with any of them is let through. Empty: all. */
  readonly topics: readonly string[];
  /** Id; empty: all. */
  readonly digest: string;
  /** Only papers that link to their code. */
  readonly code: boolean;
}

/** Everything that decides what is shown. */
export interface SearchState {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: Sort;
}

export const noFilters: Filters = { topics: [], digest: '', code: false };

/** What may be the id of a topic or digest; anything else in an address is not looked at. */
const id = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;
const maxTopics = 50;

/** Whether a state asks for anything. */
export function asksNothing({ query, filters }: SearchState): boolean {
  return query === '' && countFilters(filters) === 0;
}

/** Number of filters that are set. */
export function countFilters({ topics, digest, code }: Filters): number {
  return topics.length + (digest === '' ? 0 : 1) + (code ? 1 : 0);
}

/** Reads an address; what is not understood is left out. */
export function readAddress(parameters: URLSearchParams): SearchState {
  const topics = parameters.getAll('topic').filter((topic) => id.test(topic));
  const digest = parameters.get('digest') ?? '';
  return {
    query: tidyQuery(parameters.get('q') ?? ''),
    filters: {
      topics: [...new Set(topics)].slice(0, maxTopics),
      digest: id.test(digest) ? digest : '',
      code: parameters.get('code') === 'yes',
    },
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/**
 * The address of a state.
 *
 * @returns the part from the question mark on, or nothing for the empty search
 */
export function writeAddress({ query, filters, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  const tidy = tidyQuery(query);
  if (tidy !== '') parameters.set('q', tidy);
  for (const topic of filters.topics) parameters.append('topic', topic);
  if (filters.digest !== '') parameters.set('digest', filters.digest);
  if (filters.code) parameters.set('code', 'yes');
  if (sort === 'date') parameters.set('sort', 'date');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
