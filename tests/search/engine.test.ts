import { describe, expect, it } from 'vitest';
import { noFilters, type SearchState } from '../../src/search/address.ts';
import { SearchEngine, SearchError, type Connection } from '../../src/search/engine.ts';
import type {
  PagefindFragment,
  PagefindInstance,
  PagefindSearchOptions,
} from '../../src/search/pagefind.ts';
import { fragment } from './fragment.ts';

interface Page {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
}

const pages: Page[] = [
  { id: 'a', title: 'Tea and Milk', topics: ['drinks'] },
  { id: 'b', title: 'Tea', topics: ['drinks', 'leaves'] },
  { id: 'c', title: 'Tea Leaves', topics: ['leaves'] },
];

/** A Pagefind that finds titles holding every word, in the order of `pages`. */
class FakePagefind implements PagefindInstance {
  readonly asked: [string | null, PagefindSearchOptions][] = [];
  broken = false;
  destroyed = 0;

  search(term: string | null, options: PagefindSearchOptions = {}) {
    this.asked.push([term, options]);
    const words = (term ?? '').toLowerCase().replaceAll('"', '').split(' ').filter(Boolean);
    const holds = ({ title }: Page) =>
      term?.startsWith('"') === true
        ? title.toLowerCase().includes(words.join(' '))
        : words.every((word) => title.toLowerCase().includes(word));
    const matching = pages.filter(holds);
    const topics = options.filters?.['topic']?.any;
    const results = matching.filter(
      (page) => !topics || page.topics.some((id) => topics.includes(id)),
    );
    const counts: Record<string, number> = {};
    for (const id of results.flatMap((page) => page.topics)) counts[id] = (counts[id] ?? 0) + 1;
    return Promise.resolve({
      results: results.map((page) => ({ id: page.id, score: 1, data: () => this.#data(page) })),
      unfilteredResultCount: matching.length,
      filters: { topic: counts },
    });
  }
  #data({ id, title, topics }: Page): Promise<PagefindFragment> {
    if (this.broken) return Promise.reject(new Error('gone'));
    return Promise.resolve(
      fragment(title, 'A drink.', [0, 1, 2], {
        meta: { title, paper: id },
        filters: { topic: topics },
      }),
    );
  }
  filters() {
    return Promise.resolve({});
  }
  destroy() {
    this.destroyed += 1;
    return Promise.resolve();
  }
}

function engineOn(
  pagefind: FakePagefind,
  current: Connection['current'] = () => Promise.resolve(true),
) {
  let connections = 0;
  const engine = new SearchEngine(() => {
    connections += 1;
    return Promise.resolve({ pagefind, current });
  });
  return { engine, connections: () => connections };
}

const asking = (query: string, more: Partial<SearchState> = {}): SearchState => ({
  query,
  filters: noFilters,
  sort: 'relevance',
  ...more,
});

describe('SearchEngine', () => {
  it('puts the paper first whose title was asked for', async () => {
    const { engine } = engineOn(new FakePagefind());
    const answer = await engine.search(asking('tea'));
    expect(answer.total).toBe(3);
    expect((await answer.hits(20)).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('counts a filter as if it were not set itself', async () => {
    const { engine } = engineOn(new FakePagefind());
    const filters = { ...noFilters, topics: ['drinks'] };
    const answer = await engine.search(asking('tea', { filters }));
    expect(answer.total).toBe(2);
    expect(answer.counts.topic).toEqual({ drinks: 2, leaves: 2 });
  });

  it('searches for the words where no paper holds the phrase, and says so', async () => {
    const { engine } = engineOn(new FakePagefind());
    const answer = await engine.search(asking('"milk tea"'));
    expect([answer.total, answer.loosened]).toEqual([1, true]);
  });

  it('keeps to the phrase where only the filters leave nothing of it', async () => {
    const { engine } = engineOn(new FakePagefind());
    const filters = { ...noFilters, topics: ['leaves'] };
    const answer = await engine.search(asking('"tea and milk"', { filters }));
    expect([answer.total, answer.loosened]).toEqual([0, false]);
    expect(answer.counts.topic).toEqual({ drinks: 1 });
  });

  it('lists by date what filters alone find, without asking for words', async () => {
    const pagefind = new FakePagefind();
    const { engine } = engineOn(pagefind);
    await engine.search(asking('', { filters: { ...noFilters, topics: ['leaves'] } }));
    expect(pagefind.asked[0]).toEqual([
      null,
      { filters: { topic: { any: ['leaves'] } }, sort: { date: 'desc' } },
    ]);
  });

  it('opens the index afresh if it was replaced, before it says that nothing is found', async () => {
    let current = false;
    const { engine, connections } = engineOn(new FakePagefind(), () => {
      const was = current;
      current = true;
      return Promise.resolve(was);
    });
    expect((await engine.search(asking('coffee'))).total).toBe(0);
    expect(connections()).toBe(2);
  });

  it('fails, and recovers, where a part of the index cannot be loaded', async () => {
    const pagefind = new FakePagefind();
    pagefind.broken = true;
    const { engine, connections } = engineOn(pagefind);
    await expect(engine.search(asking('tea'))).rejects.toBeInstanceOf(SearchError);
    pagefind.broken = false;
    expect((await engine.search(asking('tea'))).total).toBe(3);
    expect(connections()).toBe(2);
  });

  it('tells a missing index from one out of reach', async () => {
    const engine = new SearchEngine(() => Promise.reject(new SearchError('missing')));
    await expect(engine.search(asking('tea'))).rejects.toMatchObject({ failure: 'missing' });
  });
});
