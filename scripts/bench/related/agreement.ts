/** How often related papers share what they were not found by. Pure. */
import type { LabelledPaper } from './source.ts';

/** Shares from 0 to 1; NaN where nothing is known. */
export interface Agreement {
  /** Related papers of papers with a topic that share one. */
  readonly topic: number;
  /** Pairs with arXiv categories whose primary ones are the same. */
  readonly category: number;
  /** Related papers of papers with a telling author that share one. */
  readonly author: number;
  /** Related papers a paper. */
  readonly shown: number;
}

/** Papers of an author whose name tells one person from others, at most. */
const mostPapers = 20;

/** Names that stand on more than one paper, and on so few that they are one person's. */
export function tellingAuthors(papers: readonly LabelledPaper[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { authors } of papers)
    for (const author of new Set(authors)) counts.set(author, (counts.get(author) ?? 0) + 1);
  const telling = [...counts].filter(([, count]) => count > 1 && count <= mostPapers);
  return new Set(telling.map(([author]) => author));
}

const share = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((item) => other.includes(item));

/** A count of cases and of those that agree. */
class Tally {
  #cases = 0;
  #agreeing = 0;

  add(agrees: boolean): void {
    this.#cases++;
    if (agrees) this.#agreeing++;
  }

  get share(): number {
    return this.#agreeing / this.#cases;
  }
}

/**
 * Measures related papers.
 *
 * @param papers all papers
 * @param asked places of the papers whose related papers are looked at
 * @param related finds their places
 */
export function agreement(
  papers: readonly LabelledPaper[],
  asked: readonly number[],
  related: (place: number) => readonly number[],
): Agreement {
  const telling = tellingAuthors(papers);
  const [topic, category, author] = [new Tally(), new Tally(), new Tally()];
  let shown = 0;
  for (const place of asked) {
    const paper = papers[place];
    if (paper === undefined) continue;
    const authors = paper.authors.filter((name) => telling.has(name));
    for (const other of related(place)) {
      const found = papers[other];
      if (found === undefined) continue;
      shown++;
      if (paper.topics.length > 0) topic.add(share(paper.topics, found.topics));
      const [mine, its] = [paper.categories[0], found.categories[0]];
      if (mine !== undefined && its !== undefined) category.add(mine === its);
      if (authors.length > 0) author.add(share(authors, found.authors));
    }
  }
  return {
    topic: topic.share,
    category: category.share,
    author: author.share,
    shown: shown / asked.length,
  };
}
