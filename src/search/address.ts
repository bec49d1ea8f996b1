/** The search in the address: `?q=…&topic=…&year=…&digest=…&sort=date` …, to be shared and gone back to. */
import {
  chosenOf,
  countFilters,
  filtersOf,
  noFilters,
  type Facet,
  type Filters,
} from './facets.ts';
import { isOrder, type Order } from './index/orders.ts';
import { tidyQuery } from './query.ts';

/** By relevance; by the digests that listed papers, newest or oldest first; by what is known of the papers themselves. */
export type Sort = 'relevance' | 'date' | 'oldest' | Order;

/** Everything that decides what is shown. */
export interface SearchState {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** Search for what was typed as it was typed, uncorrected: "search instead for …". */
  readonly verbatim: boolean;
}

/** A search for a query and nothing else. */
export const searchFor = (query: string): SearchState => ({
  query,
  filters: noFilters,
  sort: 'relevance',
  verbatim: false,
});

/** What may be the id of a topic or digest; anything else in an address is not looked at. */
const id = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;
const words = /^.{1,200}$/u;
const yes = /^yes$/;

/** What the values of each facet look like. */
const allowed: Readonly<Record<Facet, RegExp>> = {
  topic: id,
  year: /^\d{4}$/,
  digest: id,
  venue: words,
  tag: words,
  code: yes,
  note: yes,
};

const maxValues = 50;

/** Whether a state asks for anything. In an order of their own, all papers are asked for: as `/papers/` has them not. */
export function asksNothing({ query, filters, sort }: SearchState): boolean {
  return query === '' && countFilters(filters) === 0 && !isOrder(sort);
}

/** The order that a text names: relevance, if it names none. */
export const sortOf = (name: string | null): Sort =>
  name === 'date' || name === 'oldest' || (name !== null && isOrder(name)) ? name : 'relevance';

/** Reads an address; what is not understood is left out. */
export function readAddress(parameters: URLSearchParams): SearchState {
  const chosen = (facet: Facet): string[] => {
    const values = parameters.getAll(facet).map(tidyQuery);
    const known = new Set(values.filter((value) => allowed[facet].test(value)));
    return [...known].slice(0, maxValues);
  };
  return {
    query: tidyQuery(parameters.get('q') ?? ''),
    filters: filtersOf(chosen),
    sort: sortOf(parameters.get('sort')),
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
  for (const { facet, value } of chosenOf(filters)) parameters.append(facet, value);
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (verbatim) parameters.set('verbatim', 'yes');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Longest address, in characters, that servers are sure to take. */
const longest = 4000;

/**
 * What stands behind the search page's path for an address of `writeAddress`: that of a list of references goes behind
 * a number sign, which no server is sent.
 */
export const behindPath = (address: string): string =>
  address.length > longest ? address.replace('?', '#') : address;
