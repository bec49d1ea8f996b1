/** What can be counted and chosen beside a query. */
import type { Filters } from './address.ts';

/** `code` has the one value `yes`. */
export const facets = ['topic', 'year', 'digest', 'venue', 'code'] as const;
export type Facet = (typeof facets)[number];

/** The chosen values of each facet. */
export function chosenValues(filters: Filters): Readonly<Record<Facet, readonly string[]>> {
  return {
    topic: filters.topics,
    year: filters.years,
    digest: filters.digests,
    venue: filters.venues,
    code: filters.code ? ['yes'] : [],
  };
}
