/** Which values of the archive's facets a query means. Pure. */
import { fold } from '../text/letters.ts';
import { filtersOf, type Facet, type Filters } from './facets.ts';
import type { Query } from './grammar.ts';
import { wordParts, type Word } from './searched-words.ts';
import { isNoise, venueKeys, venuesNamed } from './venues.ts';
import { holdsYear, isYear } from './years.ts';

/** All values of a facet that papers of the archive have. */
export type ValuesOf = (facet: Facet) => readonly string[];

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** Values called just so, or else those that have a word beginning with each word typed. */
function named(typed: string, values: readonly string[]): readonly string[] {
  const wanted = wordParts(typed);
  const all = values.map((value) => ({ value, own: wordParts(value) }));
  const exact = all.filter(({ own }) => own.join(' ') === wanted.join(' '));
  const meant = all.filter(({ own }) =>
    wanted.every((word) => own.some((part) => part.startsWith(word))),
  );
  return (exact.length > 0 ? exact : meant).map(({ value }) => value);
}

/** Digests by the beginning of their ids, `2025-03`, or by words of them. */
function digestsNamed(typed: string, ids: readonly string[]): readonly string[] {
  const beginning = fold(typed);
  const begun = ids.filter((id) => fold(id).startsWith(beginning));
  return begun.length > 0 ? begun : named(typed, ids);
}

/**
 * The values of a facet that a reader may mean: `topic:reinf`, `venue:iclr`, `digest:2025-03`, `2020..2023`.
 *
 * @param typed as in `Query.filters`
 * @param values all that the archive has
 */
export function valuesMeant(
  facet: Facet,
  typed: string,
  values: readonly string[],
): readonly string[] {
  if (facet === 'year') return values.filter((year) => holdsYear(typed, year));
  if (facet === 'venue') return venuesNamed(typed, values).venues;
  if (facet === 'digest') return digestsNamed(typed, values);
  return facet === 'topic' || facet === 'tag'
    ? named(typed, values)
    : values.filter((value) => value === typed);
}

/**
 * Puts the values of the archive for what operators ask for.
 *
 * @param asked as typed
 * @returns what no value matches stays as it was typed: no paper has it
 */
export function resolveFilters(asked: Filters, valuesOf: ValuesOf): Filters {
  const resolved = (facet: Facet): readonly string[] =>
    distinct(
      asked[facet].flatMap((typed) => {
        const values = valuesMeant(facet, typed, valuesOf(facet));
        return values.length > 0 ? values : [typed];
      }),
    );
  // `venue:"ICLR 2018"` where venues are named without years.
  const year = distinct(
    asked.venue.flatMap((typed) => venuesNamed(typed, valuesOf('venue')).year ?? []),
  );
  return {
    ...filtersOf(resolved),
    ...(year.length > 0 && asked.year.length === 0 && { year }),
  };
}

/** What narrows a search: what was chosen, and what operators ask for, are one. */
export function effectiveFilters(
  { filters }: { readonly filters: Filters },
  query: Pick<Query, 'filters'>,
  valuesOf: ValuesOf,
): Filters {
  const asked = resolveFilters(query.filters, valuesOf);
  return filtersOf((facet) => distinct([...filters[facet], ...asked[facet]]));
}

/** Bare words that name values of a facet: "ICLR 2018 pruning". Papers that have one hold these words. */
export interface Hint {
  readonly facet: 'venue' | 'year';
  readonly values: readonly string[];
  /** Place of the first of the words, and how many there are. */
  readonly at: number;
  readonly count: number;
}

/** Words of a venue's name at most. */
const longest = 8;

/** The venues of each name, with its years and without. */
function byName(venues: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, string[]>();
  for (const venue of venues) {
    for (const key of venueKeys(venue)) known.set(key, [...(known.get(key) ?? []), venue]);
  }
  return known;
}

/**
 * Finds venues and years among words. No hint is a filter: "nature" may be meant as the word.
 *
 * @param bare `Query.words`
 * @returns in order, none within another
 */
export function hintsIn(bare: readonly Word[], valuesOf: ValuesOf): readonly Hint[] {
  const venues = byName(valuesOf('venue'));
  const years = new Set(valuesOf('year'));
  const hintAt = (at: number): Hint | undefined => {
    for (let count = Math.min(longest, bare.length - at); count > 0; count--) {
      const typed = bare.slice(at, at + count).map(({ whole }) => whole);
      const [key = ''] = venueKeys(typed.join(' '));
      const values = isNoise(typed[0]) || isNoise(typed.at(-1)) ? undefined : venues.get(key);
      if (values !== undefined) return { facet: 'venue', values, at, count };
    }
    const year = bare[at]?.whole ?? '';
    return isYear(year) && years.has(year)
      ? { facet: 'year', values: [year], at, count: 1 }
      : undefined;
  };
  const hints: Hint[] = [];
  for (let at = 0; at < bare.length;) {
    const hint = hintAt(at);
    if (hint !== undefined) hints.push(hint);
    at += hint?.count ?? 1;
  }
  return hints;
}
