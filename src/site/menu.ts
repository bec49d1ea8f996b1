/** The links at the top of every page. Pure. */
import { sections, type Site } from './schema.ts';

export interface MenuLink {
  /** The part of the site that it leads to; absent for any other address. */
  readonly page?: string;
  readonly label: string;
  /** Of another site, or below the site's own address without a slash before it. */
  readonly address: string;
}

const usual: ReadonlyMap<string, string> = new Map(Object.entries(sections));

/** @param has parts of the site that it has not always: without them, the menu does not lead there */
export const menuLinks = (menu: Site['menu'], has: { readonly authors: boolean }): MenuLink[] =>
  menu
    .filter(({ page }) => page !== 'authors' || has.authors)
    .map(({ page, link = '', label }) =>
      page === undefined
        ? { label: label ?? link, address: link.replace(/^\//, '') }
        : { page, label: label ?? usual.get(page) ?? page, address: `${page}/` },
    );
