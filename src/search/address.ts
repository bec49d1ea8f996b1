/** The search in the address: `?q=…&topic=…&year=…&digest=…&venue=…&code=yes&sort=date`, to be shared and gone back to. */
import { tidyQuery } from './query.ts';

/** By relevance; by date, newest first; by date, oldest first. */
export type Sort = 'relevance' | 'date' | 'oldest';

/** What narrows a search. Of each list, a paper with any of its values is let through; an empty list lets all through. */
export interface Filters {
  /** Ids. */
  readonly topics: readonly string[];
  /** Years of the papers' dates, e.g. `2025`. */
  readonly years: readonly string[];
  /** Ids. */
  readonly digests: readonly string[];
  /** As the papers name them. */
  readonly venues: readonly string[];
  /** Only papers that link to their code. */
  readonly code: boolean;
}

/** Everything that decides what is shown. */
export interface SearchState {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** Search for what was typed as it was typed, uncorrected: "search instead for …". */
  readonly verbatim: boolean;
}

export const noFilters: Filters = { topics: [], years: [], digests: [], venues: [], code: false };

/** What may be the id of a topic or digest; anything else in an address is not looked at. */
const id = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;
const year = /^\d{4}$/;
const maxVenue = 200;
const maxValues = 50;

/** Whether a state asks for anything. */
export function asksNothing({ query, filters }: SearchState): boolean {
  return query === '' && countFilters(filters) === 0;
}

/** Number of filters that are set. */
export function countFilters({ topics, years, digests, venues, code }: Filters): number {
  return topics.length + years.length + digests.length + venues.length + (code ? 1 : 0);
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].slice(0, maxValues);

/** Reads an address; what is not understood is left out. */
export function readAddress(parameters: URLSearchParams): SearchState {
  const all = (name: string, allowed: RegExp): string[] =>
    distinct(parameters.getAll(name).filter((value) => allowed.test(value)));
  const sort = parameters.get('sort');
  return {
    query: tidyQuery(parameters.get('q') ?? ''),
    filters: {
      topics: all('topic', id),
      years: all('year', year),
      digests: all('digest', id),
      venues: distinct(
        parameters
          .getAll('venue')
          .map(tidyQuery)
          .filter((venue) => venue !== '' && venue.length <= maxVenue),
      ),
      code: parameters.get('code') === 'yes',
    },
    sort: sort === 'date' || sort === 'oldest' ? sort : 'relevance',
    verbatim: parameters.get('verbatim') === 'yes',
  };
}

/**
 * The address of a state.
 *
 * @returns the part from the question mark on, or nothing for the empty search
 */
export function writeAddress({ query, filters, sort, verbatim }: SearchState): string {
  const parameters = new URLSearchParams();
  const tidy = tidyQuery(query);
  if (tidy !== '') parameters.set('q', tidy);
  for (const topic of filters.topics) parameters.append('topic', topic);
  for (const year of filters.years) parameters.append('year', year);
  for (const digest of filters.digests) parameters.append('digest', digest);
  for (const venue of filters.venues) parameters.append('venue', venue);
  if (filters.code) parameters.set('code', 'yes');
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (verbatim) parameters.set('verbatim', 'yes');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
