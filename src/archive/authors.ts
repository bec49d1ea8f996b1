/** Who wrote the papers, by name: nothing in a digest tells two people of one name apart. */
import { searchFor, writeAddress } from '../search/address.ts';
import { oncePer } from '../once.ts';
import { authorId, letterOf, sortKey } from './author-id.ts';
import { isOthers } from '../text/names.ts';
import { oneLine } from '../text/line.ts';
import type { Archive, Paper } from './archive.ts';

/** A name, and the papers that it stands on. */
export interface Author {
  /** Address part. */
  readonly id: string;
  /** The spelling that most papers have; of several, that of the newest paper. */
  readonly name: string;
  /** Other spellings, as the papers have them. */
  readonly spellings: readonly string[];
  /** Heading of the alphabet: a capital, or `#`. */
  readonly letter: string;
  /** Newest first. */
  readonly papers: readonly Paper[];
}

/** The authors of an archive. */
export interface AuthorIndex {
  /** Names that have a page, by the alphabet. */
  readonly authors: readonly Author[];
  /** All names, those without a page included. */
  readonly names: number;
  /** Papers that a name must stand on to have a page. */
  readonly atLeast: number;
  /** The author of that spelling, if there is a page. */
  author(spelling: string): Author | undefined;
}

/** Names that have a page each, however few the papers. */
export const pagesAlways = 4000;

/**
 * Papers for which one further author page may be made. A page takes 4 to 10 KB on disk, so that author
 * pages cost an archive less than 2 KB a paper, whatever its size. 50,000 papers name about 150,000
 * authors; a page for each would be three times as many pages as papers.
 */
export const papersPerPage = 5;

interface Gathered {
  readonly id: string;
  /** Most names have one: two short lists take a fifth of a map. */
  readonly spellings: string[];
  /** Mentions of each. */
  readonly mentions: number[];
  readonly papers: Paper[];
}

/** Every spelling's name; in the order in which names first appear. */
function gather(papers: readonly Paper[]): Map<string, Gathered> {
  const byId = new Map<string, Gathered>();
  const bySpelling = new Map<string, Gathered>();
  for (const paper of papers) {
    for (const spelling of paper.authors) {
      let author = bySpelling.get(spelling);
      if (author === undefined) {
        if (!isName(spelling)) continue;
        const id = authorId(spelling);
        author = byId.get(id) ?? { id, spellings: [], mentions: [], papers: [] };
        byId.set(id, author);
        bySpelling.set(spelling, author);
      }
      const known = author.spellings.indexOf(spelling);
      const at = known === -1 ? author.spellings.push(spelling) - 1 : known;
      author.mentions[at] = (author.mentions[at] ?? 0) + 1;
      // A name may stand twice on one paper; then it has just been added.
      if (author.papers.at(-1) !== paper) author.papers.push(paper);
    }
  }
  return bySpelling;
}

function isName(spelling: string): boolean {
  return /[\p{L}\p{N}]/u.test(spelling) && !isOthers(oneLine(spelling));
}

/** The fewest papers a name must stand on for the pages to be no more than allowed. Linear. */
function threshold(counts: readonly number[], limit: number): number {
  const withCount = new Map<number, number>();
  let most = 0;
  for (const count of counts) {
    withCount.set(count, (withCount.get(count) ?? 0) + 1);
    if (count > most) most = count;
  }
  let least = most + 1;
  let pages = 0;
  for (; least > 1; least -= 1) {
    pages += withCount.get(least - 1) ?? 0;
    if (pages > limit) break;
  }
  return least;
}

function toAuthor({
  id,
  spellings,
  mentions,
  papers,
}: Gathered): Author & { readonly key: string } {
  const counted = spellings.map((spelling, at) => ({ spelling, count: mentions[at] ?? 0 }));
  const [name = '', ...others] = counted
    .toSorted((a, b) => b.count - a.count)
    .map(({ spelling }) => spelling);
  const key = sortKey(name);
  return {
    id,
    name: oneLine(name),
    spellings: others.map(oneLine),
    key,
    letter: letterOf(key),
    papers,
  };
}

/** A to Z, then all else; names that are equal to the alphabet by their ids. */
function byAlphabet(
  a: Author & { readonly key: string },
  b: Author & { readonly key: string },
): number {
  if ((a.letter === '#') !== (b.letter === '#')) return a.letter === '#' ? 1 : -1;
  const [first, second] = a.key === b.key ? [a.id, b.id] : [a.key, b.key];
  if (a.letter !== b.letter) return a.letter < b.letter ? -1 : 1;
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * Finds the authors of papers. Linear in the number of names on papers, but for sorting.
 *
 * @param papers newest first
 * @param limit pages at most; by default `pagesAlways`, or one for `papersPerPage` papers if that is more
 */
export function indexAuthors(
  papers: readonly Paper[],
  limit = Math.max(pagesAlways, papers.length / papersPerPage),
): AuthorIndex {
  const bySpelling = gather(papers);
  const gathered = [...new Set(bySpelling.values())];
  const atLeast = threshold(
    gathered.map((author) => author.papers.length),
    limit,
  );
  const authors = gathered
    .filter((author) => author.papers.length >= atLeast)
    .map(toAuthor)
    .toSorted(byAlphabet);
  const byId = new Map(authors.map((author) => [author.id, author]));
  return {
    authors,
    names: gathered.length,
    atLeast,
    author: (spelling) => byId.get(bySpelling.get(spelling)?.id ?? ''),
  };
}

const indexOf = oncePer((papers: readonly Paper[]) => indexAuthors(papers));

/** The authors of an archive, worked out once an archive. */
export const authorsOf = ({ papers }: Pick<Archive, 'papers'>): AuthorIndex => indexOf(papers);

/** A search for the papers of an author. */
export const authorSearch = (name: string): string =>
  `author:"${oneLine(name).replaceAll('"', '')}"`;

/**
 * Where a name on a paper leads: to its page, or where it has none to the search for it.
 *
 * @returns a site path; nothing for what is not a name, such as `et al.`
 */
export function authorPath(index: AuthorIndex, spelling: string): string | undefined {
  const author = index.author(spelling);
  if (author !== undefined) return `authors/${author.id}/`;
  if (!isName(spelling)) return undefined;
  return `search/${writeAddress(searchFor(authorSearch(spelling)))}`;
}
