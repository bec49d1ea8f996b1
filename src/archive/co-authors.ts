/** Who else wrote an author's papers. */
import type { Author, AuthorIndex } from './authors.ts';

/** Of longer lists, who wrote with whom says little. */
const crowd = 40;

/** Names that are shown. */
const most = 8;

export interface CoAuthor {
  readonly id: string;
  readonly name: string;
  /** Papers that both names stand on. */
  readonly papers: number;
}

/**
 * The names that stand on most of an author's papers, those with a page.
 *
 * @returns most papers first, of as many by the alphabet
 */
export function coAuthors(
  { id, papers }: Pick<Author, 'id' | 'papers'>,
  index: Pick<AuthorIndex, 'author'>,
): CoAuthor[] {
  const shared = new Map<Author, number>();
  for (const { authors } of papers) {
    if (authors.length > crowd) continue;
    for (const other of new Set(authors.map((name) => index.author(name)))) {
      if (other && other.id !== id) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return [...shared]
    .toSorted(([a, first], [b, second]) => second - first || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(([other, count]) => ({ id: other.id, name: other.name, papers: count }));
}
