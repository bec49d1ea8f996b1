/** Papers of a list as COinS, by which Zotero and others save several papers of one page. Pure. */

/** What a list says of a paper. */
export interface Listed {
  readonly title: string;
  /** All of them, or none: half a list of authors would be saved as the whole. */
  readonly authors: readonly string[];
  readonly doi?: string | undefined;
  /** Whole address of the paper's page. */
  readonly url: string;
}

/**
 * An OpenURL ContextObject (Z39.88-2004) of a paper, for the title of an empty `span.Z3988`. By a DOI Zotero looks a
 * paper up whole, abstract included, unless it is told its authors: so with a DOI they are left out.
 *
 * @see https://archive.org/details/coins-specification
 */
export function contextObject({ title, authors, doi, url }: Listed): string {
  const fields: readonly (readonly [name: string, value: string])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:journal'],
    ['rft.genre', 'article'],
    ['rft.atitle', title],
    ...(doi === undefined
      ? authors.map((author) => ['rft.au', author] as const)
      : [['rft_id', `info:doi/${doi}`] as const]),
    ['rft_id', url],
  ];
  return fields
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
}
