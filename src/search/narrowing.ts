/** Filters that are chosen beside the query, and those that operators in it ask for, handled as one. Pure. */
import type { SearchState } from './address.ts';
import { noFilters, withValue, type Chosen, type Facet, type Filters } from './facets.ts';
import { commonFacet } from './fields.ts';
import { operatorsOf, withoutOperators, type Part } from './operators.ts';

/** What of a search can be taken away piece by piece. */
export type Narrowed = Pick<SearchState, 'query' | 'filters'>;

/** The operators that do what choosing values does: of one facet, or of any. */
const filtersIn = (query: string, wanted?: Facet): readonly Part[] =>
  operatorsOf(query).filter(
    ({ not, all }) =>
      !not &&
      all.some((group) => {
        const facet = commonFacet(group);
        return facet !== undefined && (wanted === undefined || wanted === facet);
      }),
  );

/**
 * A search with a value chosen or given up. What operators ask for of its facet and is kept becomes chosen: of
 * `year:2020..2022` without 2021 stay 2020 and 2022.
 *
 * @param applied the values that narrow the search: those of `filters` and of operators
 */
export function withChoice(
  { query, filters }: Narrowed,
  applied: Filters,
  chosen: Chosen,
  on: boolean,
): Narrowed {
  const { facet, value } = chosen;
  const operators = on ? [] : filtersIn(query, facet);
  if (operators.length === 0) return { query, filters: withValue(filters, chosen, on) };
  return {
    query: withoutOperators(query, operators),
    filters: { ...filters, [facet]: applied[facet].filter((other) => other !== value) },
  };
}

/** A search without filters, neither chosen nor asked for; phrases, fields and what is excluded stay. */
export const withoutFilters = ({ query }: Narrowed): Narrowed => ({
  query: withoutOperators(query, filtersIn(query)),
  filters: noFilters,
});

/** A search for the bare words alone. */
export const withoutAll = ({ query }: Narrowed): Narrowed => ({
  query: withoutOperators(query, operatorsOf(query)),
  filters: noFilters,
});
