/** What a paper is found by beside its words: the values of the search's filters. */
import { searchFor, writeAddress } from '../search/address.ts';
import { noFilters, type Facet } from '../search/facets.ts';
import { yearIn } from '../search/years.ts';
import type { Paper } from './archive.ts';
import { topicIdsOf } from './families.ts';
import { yearOf } from './paper-date.ts';

/** Facet and value, each once. Ids, not labels: the search keeps them in its address, and a label may be reworded. */
export function facetsOf(
  paper: Pick<
    Paper,
    'topics' | 'families' | 'listings' | 'links' | 'venue' | 'note' | 'published' | 'arxiv'
  >,
): (readonly [Facet, string])[] {
  // Readers say "2018" of a paper of that year; of one that came out at a conference and has no date, of the conference's.
  const year = yearOf(paper) || (yearIn(paper.venue ?? '') ?? '');
  return [
    ...topicIdsOf(paper).map((topic) => ['topic', topic] as const),
    ...[...new Set(paper.listings.map(({ digest }) => digest))].map(
      (id) => ['digest', id] as const,
    ),
    ...(paper.links.some(({ kind }) => kind === 'code') ? [['code', 'yes'] as const] : []),
    ...(paper.venue ? [['venue', paper.venue] as const] : []),
    ...(paper.note ? [['note', 'yes'] as const] : []),
    ...(paper.note?.tags ?? []).map((tag) => ['tag', tag] as const),
    ...(year === '' ? [] : [['year', year] as const]),
  ];
}

/** What a list may be narrowed to in the search. */
export interface Choice {
  readonly facet: Facet;
  readonly value: string;
  /** Papers of the list that have it; absent on a page that is not the whole list. */
  readonly count?: number;
}

/** So many values of a facet at most. */
const most = 12;
/** Papers of a list from which on it is narrowed and sorted; shorter ones are read as they are. */
export const longList = 10;

const offered = ['topic', 'year', 'code'] as const;

/**
 * What a list may be narrowed to: the values that most of its papers have, years from the newest on.
 *
 * @param papers of the list, or of a page of it
 * @param whole whether they are all: then each value has its count
 */
export function choicesIn(papers: readonly Paper[], whole: boolean): Choice[] {
  if (papers.length < longList) return [];
  const counts = new Map<Facet, Map<string, number>>();
  for (const [facet, value] of papers.flatMap(facetsOf)) {
    const values = counts.get(facet) ?? new Map<string, number>();
    counts.set(facet, values.set(value, (values.get(value) ?? 0) + 1));
  }
  // Venues are many: on a page that is not the whole list they would say little.
  return [...offered, ...(whole ? (['venue'] as const) : [])].flatMap((facet) => {
    const values = [...(counts.get(facet) ?? [])].toSorted(
      facet === 'year'
        ? ([a], [b]) => (a < b ? 1 : -1)
        : ([a, x], [b, y]) => y - x || (a < b ? -1 : 1),
    );
    return values
      .slice(0, most)
      .map(([value, count]) => ({ facet, value, ...(whole && { count }) }));
  });
}

/** What all papers of a list have, as a search says it. */
export type ListSearch =
  'all' | { readonly query: string } | { readonly facet: Facet; readonly value: string };

/** Address of a search for the papers of a list, or for those of them that have a value. */
export function listAddress(list: ListSearch, choice?: Choice): string {
  const query = typeof list === 'object' && 'query' in list ? list.query : '';
  const own = typeof list === 'object' && 'facet' in list ? { [list.facet]: [list.value] } : {};
  const chosen = choice ? { [choice.facet]: [choice.value] } : {};
  return `search/${writeAddress({ ...searchFor(query), filters: { ...noFilters, ...own, ...chosen } })}`;
}
