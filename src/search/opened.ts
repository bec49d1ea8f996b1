/** What a search asks: one edition of the index. */
import type { Connection } from './answer.ts';
import type { Clauses } from './clauses.ts';
import type { Facet } from './facets.ts';
import type { ValuesOf } from './filter-values.ts';
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
