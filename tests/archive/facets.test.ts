import { describe, expect, it } from 'vitest';
import { choicesIn, facetsOf, listAddress, longList } from '../../src/archive/facets.ts';
import { paper } from './paper.ts';

const code = { kind: 'code', label: 'Code', url: 'https://example.org/' } as const;
const on = (topic: string) => ({ topic, byHand: false, score: 1, terms: [] });

it('says what a paper is found by', () => {
  expect(facetsOf(paper())).toEqual([['digest', '2025-03-11-trending']]);
  const facts = { arxiv: '2409.11321', venue: 'ICLR 2025', links: [code], listings: [] };
  expect(facetsOf(paper(facts))).toEqual([
    ['code', 'yes'],
    ['venue', 'ICLR 2025'],
    ['year', '2024'],
  ]);
  expect(facetsOf(paper({ venue: 'ICLR 2025', listings: [] }))).toContainEqual(['year', '2025']);
});

describe('choicesIn', () => {
  const papers = Array.from({ length: longList }, (_, at) =>
    paper({
      published: at < 3 ? '2023' : '2024',
      ...(at < 2 && { venue: 'ICLR 2025', links: [code] }),
      topics: [on('vision'), ...(at % 2 === 0 ? [on('speech')] : [])],
    }),
  );

  it('counts what a whole list has: topics of most papers first, years from the newest on', () => {
    expect(choicesIn(papers, true)).toEqual([
      { facet: 'topic', value: 'vision', count: 10 },
      { facet: 'topic', value: 'speech', count: 5 },
      { facet: 'year', value: '2024', count: 7 },
      { facet: 'year', value: '2023', count: 3 },
      { facet: 'code', value: 'yes', count: 2 },
      { facet: 'venue', value: 'ICLR 2025', count: 2 },
    ]);
  });

  it('counts nothing on a page of it, and leaves short lists alone', () => {
    expect(choicesIn(papers, false)).toContainEqual({ facet: 'year', value: '2024' });
    expect(choicesIn(papers, false).some(({ facet }) => facet === 'venue')).toBe(false);
    expect(choicesIn(papers.slice(1), true)).toEqual([]);
  });
});

it.each([
  [listAddress('all'), 'search/'],
  [listAddress({ facet: 'topic', value: 'vision' }), 'search/?topic=vision'],
  [listAddress('all', { facet: 'code', value: 'yes' }), 'search/?code=yes'],
  [
    listAddress({ facet: 'topic', value: 'vision' }, { facet: 'year', value: '2024' }),
    'search/?topic=vision&year=2024',
  ],
  [
    listAddress({ query: 'author:"A. B"' }, { facet: 'year', value: '2024' }),
    'search/?q=author%3A%22A.+B%22&year=2024',
  ],
])('a list is a search: %s', (address, expected) => {
  expect(address).toBe(expected);
});
