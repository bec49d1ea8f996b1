/** What can be counted and chosen beside a query. */

/** Facets of the one value `yes`: papers that link to their code; papers with a note of the owner's. */
export const marks = ['code', 'note'] as const;

/** Each is a filter of the index, and a parameter of the search's address. */
export const facets = ['topic', 'year', 'digest', 'venue', 'tag', ...marks] as const;
export type Facet = (typeof facets)[number];

export const isFacet = (name: string): name is Facet => facets.some((facet) => facet === name);

export const isMark = (facet: Facet): boolean => marks.some((mark) => mark === facet);

/** The chosen values of each facet; an empty list lets all papers through. */
export type Filters = Readonly<Record<Facet, readonly string[]>>;

export const noFilters: Filters = {
  topic: [],
  year: [],
  digest: [],
  venue: [],
  tag: [],
  code: [],
  note: [],
};

/** Filters of what is chosen of each facet. */
export const filtersOf = (valuesOf: (facet: Facet) => readonly string[]): Filters => ({
  ...noFilters,
  ...Object.fromEntries(facets.map((facet) => [facet, valuesOf(facet)])),
});

/** A filter that is set. */
export interface Chosen {
  readonly facet: Facet;
  readonly value: string;
}

/** Every filter that is set, facet by facet. */
export const chosenOf = (filters: Filters): Chosen[] =>
  facets.flatMap((facet) => filters[facet].map((value) => ({ facet, value })));

/** Number of filters that are set. */
export const countFilters = (filters: Filters): number => chosenOf(filters).length;

/** The filters with one value chosen or given up. */
export function withValue(filters: Filters, { facet, value }: Chosen, on: boolean): Filters {
  const others = filters[facet].filter((other) => other !== value);
  return { ...filters, [facet]: on ? [...others, value] : others };
}
