/**
 * Pages of long lists. A list of papers grows at its beginning with every digest, so its pages are numbered from the
 * oldest paper: a page once full stays as it is, and so does its address.
 */
import * as words from '#words/lists.ts';

/** One page of a list of papers. */
export interface ListingPage<Item> {
  /** 1 is the list's own address, with the newest. The others are full and count from the oldest, which is 2. */
  readonly number: number;
  /** Number of the page with what is next older; absent on the last. */
  readonly older?: number;
  readonly items: readonly Item[];
}

/** How many pages are full, so that at least half a page is left for the first. */
function fullPages(length: number, size: number): number {
  return Math.max(0, Math.floor((length - Math.ceil(size / 2)) / size));
}

/**
 * Cuts a list of papers into pages. The first holds the newest: at least half of `size`, if there are so many, and less
 * than one and a half times as many. An empty list has one empty page, so that its address exists.
 *
 * @param items the whole list, newest first
 * @param size papers a page, at least 1
 */
export function paginate<Item>(items: readonly Item[], size: number): ListingPage<Item>[] {
  const full = fullPages(items.length, size);
  return Array.from({ length: full + 1 }, (_, index) => {
    const older = full + 1 - index;
    const end = items.length - (older - 1) * size;
    return {
      number: index === 0 ? 1 : older + 1,
      ...(older > 1 && { older }),
      items: items.slice(index === 0 ? 0 : end - size, end),
    };
  });
}

/**
 * The number that the next full page gets: its address leads to the list until then, so that the pages before it have
 * their final links already. There is one as soon as the papers are more than a page.
 */
export const nextNumber = (length: number, size: number): number | undefined =>
  length > size ? fullPages(length, size) + 2 : undefined;

/** Address of a page of a list: the first is the list's own address, so no page has two. */
export function pagePath(listing: string, number: number): string {
  return number === 1 ? listing : `${listing}page/${number}/`;
}

/**
 * The pages of a list for `getStaticPaths` of a route that ends with `[...page]`.
 *
 * @param pages of the list
 * @param params of the list itself
 * @param props of the list itself
 */
export function listingRoutes<
  Page extends { readonly number: number },
  Params extends object,
  Props extends object,
>(pages: readonly Page[], params: Params, props: Props) {
  return pages.map((page) => ({
    params: { ...params, page: pagePath('', page.number).slice(0, -1) || undefined },
    props: { ...props, page },
  }));
}

/** What a page of a list is called, in its title and as the last of the breadcrumbs; later ones have a number. */
export function pageNames(label: string, listing: string, { number }: { readonly number: number }) {
  return number === 1
    ? { title: label, crumbs: [{ label }] }
    : {
        title: words.titledPage(label, number),
        crumbs: [{ label, path: listing }, { label: words.page(number) }],
      };
}

/** A link from a page of a list to another. */
export interface PageLink {
  readonly label: string;
  /** What the page holds, where that is known and stays so. */
  readonly holds?: string | undefined;
  readonly number: number;
  readonly rel?: 'prev' | 'next';
}

/** Where the navigation of a page leads, in the order of the list. */
export interface PageLinks {
  readonly before: readonly PageLink[];
  readonly after: readonly PageLink[];
}

/** What the next older page and the oldest hold. */
interface Held {
  readonly olderDays?: string;
  readonly oldestDays?: string;
}

/** From a page of a list of papers: to the newest and newer ones, and to older ones and the oldest. */
export function pageLinks({
  number,
  older,
  olderDays,
  oldestDays,
}: Omit<ListingPage<unknown>, 'items'> & Held): PageLinks {
  return {
    before:
      number === 1
        ? []
        : [
            { label: words.newest, number: 1 },
            { label: words.newer, number: number + 1, rel: 'prev' },
          ],
    after:
      older === undefined
        ? []
        : [
            { label: words.older, number: older, rel: 'next', holds: olderDays },
            ...(older > 2 ? [{ label: words.oldest, number: 2, holds: oldestDays }] : []),
          ],
  };
}
