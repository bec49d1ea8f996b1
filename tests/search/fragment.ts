import type { PagefindFragment } from '../../src/search/pagefind.ts';

/** What Pagefind would store of a paper, with the given words matched. */
export function fragment(
  title: string,
  abstract: string,
  matched: readonly number[] = [],
  more: Partial<PagefindFragment> = {},
): PagefindFragment {
  return {
    url: '/papers/tea/',
    content: `${title}. ${abstract}`,
    meta: { title },
    filters: {},
    weighted_locations: matched.map((location) => ({ location, balanced_score: 100 })),
    ...more,
  };
}
