/**
 * What a reader types, taken apart: words, phrases, what shall stand in a field, what shall not be there, and what
 * narrows the search as the filters do.
 *
 * Everything that is none of these is words: a title may hold quotes, colons and dashes.
 */
import { countFilters, filtersOf, noFilters, type Facet, type Filters } from './facets.ts';
import { commonFacet, facetOf, type Clause } from './fields.ts';
import { excluded, readParts, type Part } from './operators.ts';
import { plainTex, tidyQuery } from './query.ts';
import { words, type Word } from './searched-words.ts';
import { unspaced } from './unspaced.ts';
import { joinYears } from './years.ts';

export type { Clause, Field } from './fields.ts';

/** Words of a query at most: every further one costs time and finds nothing more. */
const maxWords = 60;

export interface Query {
  /** Bare words, in order. */
  readonly words: readonly Word[];
  /** Phrases, and what is asked of fields. All must hold; of each, one. A facet is asked for only among others. */
  readonly clauses: readonly (readonly Clause[])[];
  readonly without: readonly Clause[];
  /** What operators ask for, as typed: any value of a facet, all facets. `resolveFilters` says which values are meant. */
  readonly filters: Filters;
  /** Values that no paper may have, as typed. */
  readonly withoutFilters: Filters;
}

type Asked = Map<Facet, Set<string>>;

function ask(asked: Asked, facet: Facet, clauses: readonly Clause[]): void {
  const values = asked.get(facet) ?? new Set();
  for (const { text } of clauses) values.add(text);
  asked.set(facet, values);
}

/** The query of words alone. */
function plainQuery(text: string): Query {
  return {
    words: words(text).slice(0, maxWords),
    clauses: [],
    without: [],
    filters: noFilters,
    withoutFilters: noFilters,
  };
}

/** A word in parentheses is a word. */
function bareText({ bare, not, all }: Part): string {
  if (bare !== undefined) return bare;
  if (not) return '';
  return all
    .filter(([first, ...more]) => first && more.length === 0 && !first.field && !first.phrase)
    .flatMap((group) => group.map(({ text }) => text))
    .join(' ');
}

/**
 * Takes a query apart.
 *
 * A minus or NOT excludes only directly before a word, a phrase, a field or a group; and words only beside something
 * that is wanted.
 *
 * @param raw as typed
 */
export function parseQuery(raw: string): Query {
  const tidy = tidyQuery(raw);
  const parts = readParts(tidy);
  const clauses: (readonly Clause[])[] = [];
  const without: Clause[] = [];
  const filters: Asked = new Map();
  const withoutFilters: Asked = new Map();
  for (const part of parts) {
    for (const clause of part.not ? excluded(part) : part.without) {
      const facet = facetOf(clause);
      if (facet === undefined) without.push(clause);
      else ask(withoutFilters, facet, [clause]);
    }
    if (part.not || part.bare !== undefined) continue;
    for (const group of part.all) {
      const facet = commonFacet(group);
      const [first, ...more] = group;
      if (facet !== undefined) ask(filters, facet, group);
      else if (more.length > 0 || first?.field !== undefined || first?.phrase === true) {
        clauses.push(group);
      }
    }
  }
  const text = plainTex(parts.map(bareText).join(' '));
  const plain = plainQuery(text);
  const found = {
    clauses,
    without,
    filters: filtersOf((facet) => [...(filters.get(facet) ?? [])]),
    withoutFilters: filtersOf((facet) => [...(withoutFilters.get(facet) ?? [])]),
  };
  const years = { ...found.filters, year: joinYears(found.filters.year) };
  const query = { ...plain, ...found, filters: years };
  if (!asksForNothing(query)) return query;
  return plainQuery([text, ...without.map((clause) => clause.text)].join(' '));
}

/** Whether a query is for nothing: empty, or punctuation alone. */
export const asksForNothing = ({ words: bare, clauses, filters, withoutFilters }: Query): boolean =>
  bare.length + clauses.length + countFilters(filters) + countFilters(withoutFilters) === 0;

/** The same query with every phrase and field taken for words: for when they find nothing. */
export function asWords(query: Query): Query {
  const texts = query.clauses.flat().filter((clause) => facetOf(clause) === undefined);
  const more = texts.flatMap(({ text }) => words(text));
  return { ...query, words: [...query.words, ...more].slice(0, maxWords), clauses: [] };
}

/** Words and phrases of a query as typed that a paper's text may hold: not what is left out, nor authors and filters. */
export function wordsToMark(raw: string): string[] {
  const { words: bare, clauses } = parseQuery(raw);
  return [
    ...clauses
      .flat()
      .filter(({ field = 'title' }) => field === 'title')
      .map(({ text }) => text),
    ...bare.map(({ whole, parts }) =>
      parts.length > 0 && !unspaced.test(whole) ? parts.join(' ') : whole,
    ),
  ];
}
