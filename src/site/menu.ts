/** The links at the top of every page. Pure. */
import * as words from '#words/frame.ts';
import type { OwnPageData } from '../owner/schema.ts';
import type { Site } from './schema.ts';

export interface MenuLink {
  /** The part of the site that it leads to; absent for any other address. */
  readonly page?: string;
  readonly label: string;
  /** Of another site, or below the site's own address without a slash before it. */
  readonly address: string;
}

/** What the menu depends on beside the settings. */
export interface Has {
  /** Whether there are pages of authors: without them, the menu does not lead there. */
  readonly authors: boolean;
  /** Whether there are topics, likewise. */
  readonly topics: boolean;
  /** Whether anything is collected, likewise. */
  readonly sources?: boolean;
  readonly pages?: readonly ({ readonly id: string } & Pick<OwnPageData, 'title' | 'menu'>)[];
}

/** The links of the settings, and at their places the owner's pages that ask for one and are not among them. */
export function menuLinks(menu: Site['menu'], { pages = [], ...has }: Has): MenuLink[] {
  const labels = new Map<string, string>([
    ...Object.entries(words.sections),
    ...pages.map(({ id, title = id, menu: own }) => [id, own?.label ?? title] as const),
  ]);
  const to = (page: string, label = labels.get(page) ?? page): MenuLink => ({
    page,
    label,
    address: `${page}/`,
  });
  const links = menu
    .filter(
      ({ page }) => (page !== 'authors' && page !== 'topics' && page !== 'sources') || has[page],
    )
    .map(({ page, link = '', label }) =>
      page === undefined
        ? { label: label ?? link, address: link.replace(/^\//, '') }
        : to(page, label),
    );
  const named = new Set(menu.map(({ page }) => page));
  const asking = pages
    .filter(({ id, menu: own }) => own !== undefined && !named.has(id))
    .map(({ id, menu: own }) => ({ id, place: own?.order ?? Infinity }))
    .toSorted((a, b) => a.place - b.place);
  for (const { id, place } of asking) links.splice(place - 1, 0, to(id));
  return links;
}
