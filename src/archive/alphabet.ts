/** The alphabet of authors, page by page: a new name may stand anywhere, so no page of it stays as it is. */
import * as words from '#words/lists.ts';
import type { Author } from './authors.ts';
import type { PageLinks } from './pages.ts';

/** Names on a page: a few screens, about 20 KB. */
const namesPerPage = 200;

/** One page of the alphabet. */
export interface AlphabetPage {
  /** Counted from 1. */
  readonly number: number;
  /** How many pages the alphabet has: at least 1. */
  readonly count: number;
  readonly items: readonly Author[];
  /** The last names from which to which each page goes: `Abe – Kim`; in the order of the pages. */
  readonly spans: readonly string[];
}

/** The word by which a name is sorted, as it is written. */
const lastName = (name: string): string => (name.split(',')[0] ?? name).split(' ').at(-1) ?? name;

/** Cuts the alphabet into pages. Without a name it has one empty page, so that its address exists. */
export function alphabetPages(authors: readonly Author[], size = namesPerPage): AlphabetPage[] {
  const count = Math.max(1, Math.ceil(authors.length / size));
  const pages = Array.from({ length: count }, (_, at) => authors.slice(at * size, (at + 1) * size));
  const spans = pages.map((items) =>
    [...new Set([items[0], items.at(-1)].map((author) => lastName(author?.name ?? '')))].join(
      ' – ',
    ),
  );
  return pages.map((items, index) => ({ number: index + 1, count, items, spans }));
}

/** Each letter that a name stands under, and the page on which it begins. */
export function letterPages(
  authors: readonly Pick<Author, 'letter'>[],
  size = namesPerPage,
): (readonly [letter: string, page: number])[] {
  const pages = new Map<string, number>();
  for (const [at, { letter }] of authors.entries())
    if (!pages.has(letter)) pages.set(letter, Math.floor(at / size) + 1);
  return [...pages];
}

/** From a page of the alphabet to its neighbours and its ends. */
export const alphabetLinks = ({
  number,
  count,
  spans,
}: Omit<AlphabetPage, 'items'>): PageLinks => ({
  before:
    number === 1
      ? []
      : [
          ...(number > 2 ? [{ label: words.first, number: 1, holds: spans[0] }] : []),
          { label: words.previous, number: number - 1, rel: 'prev', holds: spans[number - 2] },
        ],
  after:
    number === count
      ? []
      : [
          { label: words.next, number: number + 1, rel: 'next', holds: spans[number] },
          ...(number < count - 1
            ? [{ label: words.last, number: count, holds: spans[count - 1] }]
            : []),
        ],
});
