/** A Pagefind over a few papers, kept in memory: as much of its behaviour as the search relies on. */
import type {
  PagefindFragment,
  PagefindInstance,
  PagefindRanking,
  PagefindResponse,
  PagefindSearchOptions,
} from '../../src/search/pagefind.ts';
import { everything } from '../../src/search/searches.ts';
import { words } from '../../src/search/searched-words.ts';
import { fragment } from './fragment.ts';

/** A paper as the index holds it. */
export interface IndexedPaper {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly year: string;
}

const flat = (text: string): string[] =>
  words(text).flatMap(({ whole, parts }) => [whole, ...parts]);

const joined = (text: string): string =>
  words(text)
    .map(({ whole }) => whole)
    .join(' ');

/** Rough, as stems are: `kettles`, `kettled` and `kettling` are `kettl`. */
const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ers?|ings?|ed|es|e|s)$/, '') : word;

/**
 * Finds papers that hold a word beginning with the stem of every word asked for. Of a word that no paper holds,
 * the longest beginning counts that one does, which is why the search asks its vocabulary first.
 */
export class FakePagefind implements PagefindInstance {
  readonly asked: (readonly [string | null, PagefindSearchOptions])[] = [];
  broken = false;
  destroyed = 0;
  #weights: PagefindRanking['metaWeights'] = {};
  readonly #papers: readonly IndexedPaper[];

  /** @param papers newest first */
  constructor(papers: readonly IndexedPaper[]) {
    this.#papers = papers;
  }

  options({ ranking }: { readonly ranking: PagefindRanking }): Promise<void> {
    this.#weights = ranking.metaWeights;
    return Promise.resolve();
  }

  search(term: string | null, { filters = {} }: PagefindSearchOptions = {}) {
    this.asked.push([term, { filters }]);
    const matching = this.#papers
      .map((paper) => ({ paper, ...this.#match(paper, term) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    const passing = matching.filter(({ paper }) =>
      Object.entries(filters).every(([name, filter]) => {
        const own = valuesOf(paper)[name] ?? [];
        return 'any' in filter
          ? own.some((value) => filter.any.includes(value))
          : !own.some((value) => filter.not.includes(value));
      }),
    );
    const response: PagefindResponse = {
      results: passing.map(({ paper, score, fields }) => ({
        id: paper.id,
        score,
        matchedMetaFields: fields,
        data: () => this.#data(paper),
      })),
      unfilteredResultCount: matching.length,
      filters: Object.fromEntries(
        Object.keys(filters).map((name) => [
          name,
          countOf(passing.flatMap(({ paper }) => valuesOf(paper)[name] ?? [])),
        ]),
      ),
    };
    return Promise.resolve(response);
  }

  destroy(): Promise<void> {
    this.destroyed += 1;
    return Promise.resolve();
  }

  /** How well a paper answers, 0 for not at all, and in which fields of its metadata. */
  #match(paper: IndexedPaper, term: string | null): { score: number; fields: readonly string[] } {
    if (term === null || term === everything) return { score: 1, fields: [] };
    const none = { score: 0, fields: [] };
    if (term.startsWith('"')) {
      const line = ` ${joined(`${paper.title} ${paper.text}`)} `;
      return line.includes(` ${joined(term)} `) ? { score: 1, fields: [] } : none;
    }
    const held = { title: flat(paper.title), authors: flat(paper.authors.join(' ')) };
    const all = [...held.title, ...flat(paper.text), ...held.authors];
    const fields = new Set<string>();
    let score = 0;
    for (const wanted of term.split(' ')) {
      const known = this.#known(stem(wanted));
      const begins = (word: string): boolean => word.startsWith(known);
      if (known === '' || !all.some(begins)) return none;
      score += 1;
      for (const [field, own] of Object.entries(held)) {
        if (!own.some(begins)) continue;
        fields.add(field);
        score += this.#weights[field] ?? 1;
      }
    }
    return { score, fields: [...fields] };
  }

  /** The longest beginning of a word that some paper has. */
  #known(wanted: string): string {
    const all = this.#papers.flatMap(({ title, text, authors }) =>
      flat(`${title} ${text} ${authors.join(' ')}`),
    );
    let known = wanted;
    while (known !== '' && !all.some((held) => held.startsWith(known))) known = known.slice(0, -1);
    return known;
  }

  #data(paper: IndexedPaper): Promise<PagefindFragment> {
    if (this.broken) return Promise.reject(new Error('gone'));
    const { id, title, text, authors } = paper;
    return Promise.resolve(
      fragment(title, text, [], {
        url: `/papers/${id}/`,
        meta: { title, ...(authors.length > 0 && { authors: authors.join(', ') }) },
        filters: valuesOf(paper),
      }),
    );
  }
}

function valuesOf({ topics, year }: IndexedPaper): Record<string, readonly string[]> {
  return { topic: topics, year: [year], digest: [`${year}-03-01-tea`] };
}

function countOf(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}
