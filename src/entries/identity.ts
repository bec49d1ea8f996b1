import { identifiersIn } from '../digest/identifiers.ts';
import { normaliseDoi, titleKey } from '../digest/identity.ts';
import { isProvisional } from '../digest/provisional.ts';
import { untitled, type EntryLink, type Listing } from './model.ts';

/** By what two records were found to be the same paper. */
export type IdentityKey = 'listing' | 'arXiv id' | 'DOI' | 'title' | 'link' | 'file name';

export interface Identified {
  readonly id: string;
  readonly key: IdentityKey;
}

/** The place of a listing: its digest and first line, and its record where a line may hold several. */
export const placeKey = ({ digest, lines, record }: Listing): string =>
  record === undefined ? `${digest}:${lines[0]}` : `${digest}#${record}`;

/** What identifies a paper, wherever it stands. */
export interface Known {
  readonly title: string;
  readonly arxiv?: string | undefined;
  readonly doi?: string | undefined;
  readonly links?: readonly EntryLink[] | undefined;
  /** The keys of all this, if they were worked out before. */
  readonly keys?: Keys;
}

/** The keys of a paper. */
export interface Keys {
  /** Absent for a title that says nothing. */
  readonly title?: string;
  readonly doi?: string;
  /** Of the provisional titles that it would have, had a list of links given its pages alone. */
  readonly linked: readonly string[];
}

/** Key of a DOI, however an entry writes it: escaped for LaTeX, in capitals, as an address. */
const doiKey = (doi: string): string => normaliseDoi(doi) ?? doi.toLowerCase();

/** Key of a title; undefined for one that says nothing, which is shared by papers that have nothing in common. */
const ownTitle = (title: string): string | undefined =>
  title.trim() === '' || title === untitled ? undefined : titleKey(title);

/** Works out the keys of a paper. */
export function keysFor({ title, doi, links = [] }: Known): Keys {
  const own = ownTitle(title);
  return {
    ...(own !== undefined && { title: own }),
    ...(doi !== undefined && { doi: doiKey(doi) }),
    linked: links.flatMap(({ url }) => identifiersIn(url).map(({ name }) => titleKey(name))),
  };
}

const keysIn = (known: Known): Keys => known.keys ?? keysFor(known);

/** All that can tell that two texts speak of one paper; see {@link IdentityIndex} for what comes first. */
export function keysOf(known: Known): string[] {
  const { title, doi } = keysIn(known);
  return [
    ...(title === undefined ? [] : [`title ${title}`]),
    ...(known.arxiv === undefined ? [] : [`arXiv ${known.arxiv}`]),
    ...(doi === undefined ? [] : [`DOI ${doi}`]),
  ];
}

/**
 * Finds the entry of a paper: by the place it was listed at, its arXiv id, its DOI, or its title.
 *
 * The place comes first: it still holds after a person has corrected the title.
 * Equal titles do not make one paper of two that carry different arXiv ids.
 */
export class IdentityIndex {
  readonly #listings = new Map<string, string>();
  readonly #arxiv = new Map<string, string>();
  readonly #doi = new Map<string, string>();
  readonly #titles = new Map<string, string[]>();
  readonly #linked = new Map<string, string>();
  readonly #arxivOf = new Map<string, string>();

  /** Makes an entry findable; the first to claim a key keeps it. */
  add(id: string, known: Known): void {
    if (known.arxiv !== undefined) {
      if (!this.#arxiv.has(known.arxiv)) this.#arxiv.set(known.arxiv, id);
      this.#arxivOf.set(id, known.arxiv);
    }
    const { title: key, doi, linked } = keysIn(known);
    if (doi !== undefined && !this.#doi.has(doi)) this.#doi.set(doi, id);
    for (const one of linked) if (!this.#linked.has(one)) this.#linked.set(one, id);
    if (key === undefined) return;
    const sharers = this.#titles.get(key);
    if (sharers === undefined) this.#titles.set(key, [id]);
    else if (!sharers.includes(id)) sharers.push(id);
  }

  /** Makes an entry findable by a place; see `placeKey`. */
  addListing(id: string, place: string): void {
    if (!this.#listings.has(place)) this.#listings.set(place, id);
  }

  /** The entry that says it was listed at this place. */
  atListing(place: string): string | undefined {
    return this.#listings.get(place);
  }

  /** The entry of the same paper, if there is one. */
  find(known: Known): Identified | undefined {
    const { title, arxiv } = known;
    const keys = keysIn(known);
    const byArxiv = arxiv === undefined ? undefined : this.#arxiv.get(arxiv);
    if (byArxiv !== undefined) return { id: byArxiv, key: 'arXiv id' };
    const byDoi = keys.doi === undefined ? undefined : this.#doi.get(keys.doi);
    if (byDoi !== undefined) return { id: byDoi, key: 'DOI' };
    const fits = (id: string): boolean => {
      const other = this.#arxivOf.get(id);
      return arxiv === undefined || other === undefined || other === arxiv;
    };
    const { title: key = '', linked } = keys;
    const byTitle = this.#titles.get(key)?.find(fits);
    if (byTitle !== undefined) return { id: byTitle, key: 'title' };
    // Of a list of links, an id of OpenReview, PubMed or the ACL Anthology is the title.
    const candidates = isProvisional(title)
      ? [this.#linked.get(key)]
      : linked.flatMap((one) => this.#titles.get(one) ?? []);
    const byLink = candidates.find((id) => id !== undefined && fits(id));
    return byLink === undefined ? undefined : { id: byLink, key: 'link' };
  }
}
