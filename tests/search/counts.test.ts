import { describe, expect, it } from 'vitest';
import { noFilters } from '../../src/search/facets.ts';
import { countFacets } from '../../src/search/counts.ts';
import { Searches } from '../../src/search/searches.ts';
import { FakePagefind, type IndexedPaper } from './fake-pagefind.ts';

const paper = (id: number, topics: readonly string[]): IndexedPaper => ({
  id: `p${id}`,
  title: `Tea ${id}`,
  text: id % 2 === 0 ? 'Even.' : 'Odd.',
  authors: [],
  topics,
  year: '2025',
});

const never = () => Promise.reject(new Error('widened'));

/** Counts the topics of what several searches found: all papers. */
async function counted(papers: readonly IndexedPaper[]) {
  const searches = new Searches(new FakePagefind(papers));
  const { results } = await searches.run(null);
  return countFacets(searches, ['topic'], noFilters, results, undefined, never);
}

describe('countFacets', () => {
  // A few results are looked into, of many the index is asked: the numbers are the same.
  it.each([3, 10, 11, 40])('counts each value among %d results', async (count) => {
    const papers = Array.from({ length: count }, (_, at) =>
      paper(at, at === 0 ? ['first', 'all'] : ['all']),
    );
    expect(await counted(papers)).toEqual({ topic: { first: 1, all: count } });
  });

  it.each([2, 12])('takes any text for a value, in %d papers', async (count) => {
    const papers = Array.from({ length: count }, (_, at) => paper(at, ['constructor', 'toString']));
    expect(await counted(papers)).toEqual({ topic: { constructor: count, toString: count } });
  });

  it('counts 80 values, those that most papers have', async () => {
    const papers = Array.from({ length: 120 }, (_, at) =>
      paper(at, at < 20 ? [`t${at}`] : [`t${at}`, `t${at - 20}`]),
    );
    const { topic = {} } = await counted(papers);
    expect(Object.keys(topic)).toHaveLength(80);
    expect(new Set(Object.values(topic))).toEqual(new Set([2]));
  });

  it('asks the index alone where one search finds just the results', async () => {
    const pagefind = new FakePagefind([paper(1, ['a']), paper(2, ['b']), paper(3, ['a'])]);
    const searches = new Searches(pagefind);
    pagefind.broken = true;
    const { results } = await searches.run('odd');
    const all = await countFacets(searches, ['topic', 'year'], noFilters, results, 'odd', never);
    expect(all).toEqual({ topic: { a: 2 }, year: { '2025': 2 } });
  });

  it('widens a facet that is chosen, and no other', async () => {
    const searches = new Searches(new FakePagefind([paper(1, ['a']), paper(2, ['b'])]));
    const filters = { ...noFilters, topic: ['a'] };
    const { results } = await searches.run(null, { filters });
    const all = (await searches.run(null)).results;
    const widened: string[] = [];
    const counts = await countFacets(
      searches,
      ['topic', 'year'],
      filters,
      results,
      undefined,
      (facet) => {
        widened.push(facet);
        return Promise.resolve({ results: all });
      },
    );
    expect(counts).toEqual({ topic: { a: 1, b: 1 }, year: { '2025': 1 } });
    expect(widened).toEqual(['topic']);
  });
});
