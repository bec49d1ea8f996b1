/** Pagination: which papers a page of a listing holds, and which pages its navigation offers. */

/** One page of a listing. */
export interface ListingPage<Item> {
  /** Counted from 1. */
  readonly number: number;
  /** How many pages the listing has: at least 1. */
  readonly count: number;
  readonly items: readonly Item[];
  /** Position in the whole listing of the first item here, counted from 1; 0 when there is none. */
  readonly first: number;
  /** Position of the last item here; 0 when there is none. */
  readonly last: number;
  /** Length of the whole listing. */
  readonly total: number;
}

/**
 * Cuts a listing into pages. An empty listing has one empty page, so that its address exists.
 *
 * @param items the whole listing, in order
 * @param size papers a page, at least 1
 */
export function paginate<Item>(items: readonly Item[], size: number): ListingPage<Item>[] {
  const step = Math.max(1, Math.trunc(size));
  const count = Math.max(1, Math.ceil(items.length / step));
  return Array.from({ length: count }, (_, index) => {
    const start = index * step;
    const part = items.slice(start, start + step);
    return {
      number: index + 1,
      count,
      items: part,
      first: part.length === 0 ? 0 : start + 1,
      last: start + part.length,
      total: items.length,
    };
  });
}

/** Address of a page of a listing: the first is the listing's own address, so no page has two. */
export function pagePath(listing: string, number: number): string {
  return number === 1 ? listing : `${listing}page/${number}/`;
}

/**
 * The pages of a listing for `getStaticPaths` of a route that ends with `[...page]`.
 *
 * @param size items a page
 * @param params of the listing itself
 * @param props of the listing itself
 */
export function listingRoutes<Item, Params extends object, Props extends object>(
  items: readonly Item[],
  size: number,
  params: Params,
  props: Props,
) {
  return paginate(items, size).map((page) => ({
    params: { ...params, page: pagePath('', page.number).slice(0, -1) || undefined },
    props: { ...props, page },
  }));
}

/** What a page of a listing is called, in its title and as the last of the breadcrumbs; later ones have a number. */
export function pageNames(label: string, listing: string, { number }: ListingPage<unknown>) {
  return number === 1
    ? { title: label, crumbs: [{ label }] }
    : {
        title: `${label}, page ${number}`,
        crumbs: [{ label, path: listing }, { label: `Page ${number}` }],
      };
}

/** A page number to offer, or a gap between two that are not neighbours. */
export type PageLink = number | 'gap';

/**
 * The page numbers a navigation shows: the first, the last, the current one and its neighbours.
 * A gap of a single page is filled with that page, since its number takes no more room than the gap.
 *
 * @param current page shown, counted from 1
 * @param count number of pages
 * @returns ascending; never more than nine
 */
export function pageLinks(current: number, count: number): PageLink[] {
  const shown = [...new Set([1, current - 1, current, current + 1, count])]
    .filter((page) => page >= 1 && page <= count)
    .toSorted((a, b) => a - b);
  return shown.flatMap((page, index): PageLink[] => {
    const before = shown[index - 1];
    if (before === undefined || page - before === 1) return [page];
    return page - before === 2 ? [page - 1, page] : ['gap', page];
  });
}
