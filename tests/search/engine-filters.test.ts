import { describe, expect, it } from 'vitest';
import type { SearchState } from '../../src/search/address.ts';
import { noFilters } from '../../src/search/facets.ts';
import { asking, searchOver } from './tea-archive.ts';

/** The ids found, best first, on one line. */
async function found(query: string, more: Partial<SearchState> = {}): Promise<string> {
  const answer = await searchOver().engine.search(asking(query, more));
  return (await answer.hits(20)).map(({ id }) => id).join(' ');
}

describe('filters and counts', () => {
  const only = (more: Partial<SearchState['filters']>) => ({ filters: { ...noFilters, ...more } });

  it('counts the papers of each value', async () => {
    const answer = await searchOver().engine.search(asking('milk'));
    expect(await answer.counts(['topic', 'year'])).toEqual({
      topic: { leaves: 2, brewing: 2 },
      year: { '2023': 2, '2024': 1 },
    });
  });

  it('counts a facet as if it were not set itself', async () => {
    const state = asking('milk', only({ topic: ['brewing'] }));
    const answer = await searchOver().engine.search(state);
    expect(answer.total).toBe(2);
    expect(await answer.counts(['topic', 'year'])).toEqual({
      topic: { leaves: 2, brewing: 2 },
      year: { '2023': 2 },
    });
  });

  it('counts what several searches found together', async () => {
    const answer = await searchOver().engine.search(asking('LFFH'));
    expect(await answer.counts(['topic'])).toEqual({
      topic: { leaves: 2, tasting: 2, brewing: 1, 'water-chemistry': 1 },
    });
  });

  it('counts a chosen facet with what other names found', async () => {
    const state = asking('tea pot', only({ topic: ['porcelain'] }));
    const answer = await searchOver().engine.search(state);
    expect(answer.total).toBe(2);
    expect(await answer.counts(['topic'])).toEqual({ topic: { porcelain: 2 } });
  });

  it('counts what other choices would find where the chosen ones leave nothing', async () => {
    const state = asking('"green leaves"', only({ topic: ['porcelain'] }));
    const answer = await searchOver().engine.search(state);
    expect(await answer.counts(['topic'])).toEqual({ topic: { leaves: 2, brewing: 1 } });
  });

  it('lets through papers with any of the chosen values of a facet, and one of each facet', async () => {
    const topic = ['porcelain', 'brewing'];
    expect(await found('', only({ topic, year: ['2024'] }))).toBe('porcelain teapot');
  });
});

describe('order', () => {
  it.each([
    ['milk', 'relevance', 'milk green milk-green'],
    ['milk', 'date', 'green milk milk-green'],
    ['milk', 'oldest', 'milk-green milk green'],
    ['', 'relevance', 'kettle milk milk-green cjk'],
    ['', 'oldest', 'cjk milk-green milk kettle'],
    ['', 'published', 'kettle milk milk-green cjk'],
    ['', 'title', 'kettle milk milk-green cjk'],
    ['', 'votes', 'kettle milk-green cjk milk'],
    ['milk', 'title', 'green milk milk-green'],
    // Without a venue last, and of these the one listed last first.
    ['milk', 'venue', 'green milk milk-green'],
  ] as const)('%j by %s', async (query, sort, expected) => {
    const filters = { ...noFilters, ...(query === '' && { topic: ['brewing'] }) };
    expect(await found(query, { sort, filters })).toBe(expected);
  });
});
