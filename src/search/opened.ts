/** What a search asks: one edition of the index, and what of it narrows a search beside its words. */
import type { Connection } from './answer.ts';
import type { Clauses } from './clauses.ts';
import type { SearchState } from './address.ts';
import { facets, type Facet, type Filters } from './facets.ts';
import { effectiveFilters, resolveFilters, type ValuesOf } from './filter-values.ts';
import type { Query } from './grammar.ts';
import type { RankedIndex } from './index/ranked-index.ts';
import type { Columns } from './selection.ts';
import type { Texts } from './texts.ts';

/** One edition of the index, opened. */
export interface Opened {
  readonly connection: Connection;
  readonly index: RankedIndex;
  readonly texts: Texts;
  readonly clauses: Clauses;
}

/** Loads the columns of some facets. */
export const columnsOf = async (index: RankedIndex, wanted: readonly Facet[]): Promise<Columns> =>
  Object.fromEntries(
    await Promise.all(wanted.map(async (facet) => [facet, await index.column(facet)] as const)),
  );

/** The values of each facet whose column is loaded. */
export const valuesIn =
  (columns: Columns): ValuesOf =>
  (facet) => [...(columns[facet]?.keys() ?? [])];

export interface ResolvedFilters {
  /** Values that papers must have: chosen, and asked for by operators. */
  readonly filters: Filters;
  readonly columns: Columns;
  /** Papers with values that none may have. */
  readonly without: ReadonlySet<number>;
}

/** What is chosen beside the query, and by operators in it: the archive's values for what was typed. */
export async function resolvedFilters(
  state: SearchState,
  query: Query,
  { index }: Opened,
): Promise<ResolvedFilters> {
  const needed = facets.filter((facet) =>
    [state.filters, query.filters, query.withoutFilters].some((some) => some[facet].length > 0),
  );
  // `venue:"ICLR 2018"` may ask for a year.
  if (needed.includes('venue') && !needed.includes('year')) needed.push('year');
  const columns = await columnsOf(index, needed);
  const valuesOf = valuesIn(columns);
  const excluded = resolveFilters(query.withoutFilters, valuesOf);
  const without = facets.flatMap((facet) =>
    excluded[facet].flatMap((value) => columns[facet]?.get(value) ?? []),
  );
  return {
    filters: effectiveFilters(state, query, valuesOf),
    columns,
    without: new Set(without),
  };
}
