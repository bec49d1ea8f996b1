import { describe, expect, it } from 'vitest';
import {
  readingDates,
  shownSources,
  sourceAddress,
  sourceLabel,
} from '../../src/archive/sources.ts';
import { paper } from './paper.ts';

describe('sources', () => {
  it.each([
    ['https://www.books.example/9/', 'books.example/9'],
    ['https://books.example/a/very/long/way/to/the/page/of/a/paper', 'books.example'],
    ['arXiv:2409.11321v2', 'arXiv:2409.11321v2'],
    ['a printed\nlist', 'a printed list'],
    ['https://[', 'https://['],
  ])('%j is shown as %j', (source, label) => expect(sourceLabel(source)).toBe(label));

  it.each([
    ['https://books.example/9', 'https://books.example/9'],
    ['arXiv:2409.11321v2', 'https://arxiv.org/abs/2409.11321v2'],
    ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
    ['javascript:alert(1)', undefined],
    ['a printed list', undefined],
  ])('%j leads to %j', (source, url) => expect(sourceAddress(source)).toBe(url));

  it('are put together place by place, with what a reader should know', () => {
    const read = { source: 'https://books.example/9', retrieved: '2026-11' };
    const list = { source: 'a printed list', grade: 'second-hand' as const, note: 'Also Z. Bind.' };
    const it = paper({
      categories: ['cs.LG'],
      foreign: [
        { field: 'authors', read },
        { field: 'venue', read: { ...list, retrieved: '2026-12-01' } },
        { field: 'categories', read },
        { field: 'doi' },
      ],
    });
    const label = 'books.example/9';
    expect(shownSources(it)).toEqual([
      {
        facts: 'Authors, category',
        source: { label, url: read.source },
        secondHand: false,
        notes: [],
      },
      {
        facts: 'Venue',
        source: { label: 'a printed list' },
        secondHand: true,
        notes: ['Also Z. Bind.'],
      },
      { facts: 'DOI', secondHand: false, notes: [] },
    ]);
    expect(readingDates(it)).toBe('November 2026 to 1 December 2026');
  });
});
