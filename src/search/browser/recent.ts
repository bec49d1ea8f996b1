/** Searches that led somewhere, kept in this browser alone. */
import { storageName } from '../../base.ts';
import { keep, kept } from '../../browser/storage.ts';
import { isText, itemsOf, parsed } from '../../shapes.ts';
import { tidyQuery } from '../query.ts';

/** Searches kept. */
export const maxRecent = 10;

/** Before the archive's own name. */
export const recentPrefix = 'searches ';

const recentKey = recentPrefix + storageName();

/** Reads what was kept; what is not as it should be is left out. Pure. */
export function parseRecent(json: string | null): string[] {
  const queries = itemsOf(parsed(json), isText).map(tidyQuery);
  return [...new Set(queries)].filter((query) => query !== '').slice(0, maxRecent);
}

/** Characters of a search that is kept: no list of references. */
const longest = 500;

/** The searches with one added as the newest; the same in other capitals is the same. Pure. */
export function withRecent(queries: readonly string[], query: string): string[] {
  const tidy = tidyQuery(query);
  if (tidy.length > longest) return [...queries];
  const others = queries.filter((other) => other.toLowerCase() !== tidy.toLowerCase());
  return [...(tidy === '' ? [] : [tidy]), ...others].slice(0, maxRecent);
}

/** The searches kept, newest first; none where storage is forbidden. */
export const recentSearches = (): string[] => parseRecent(kept(recentKey));

function keepAll(queries: readonly string[]): void {
  keep(recentKey, queries.length === 0 ? null : JSON.stringify(queries));
}

/** Keeps a search. */
export function keepSearch(query: string): void {
  keepAll(withRecent(recentSearches(), query));
}

/** Forgets one search, or all of them. */
export function forgetSearch(query?: string): void {
  keepAll(query === undefined ? [] : recentSearches().filter((other) => other !== query));
}
