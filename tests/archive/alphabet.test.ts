import { describe, expect, it } from 'vitest';
import { alphabetLinks, alphabetPages, letterPages } from '../../src/archive/alphabet.ts';
import { indexAuthors } from '../../src/archive/authors.ts';
import { paper } from './paper.ts';

const authors = (...names: string[]) => indexAuthors([paper({ authors: names })]).authors;

describe('alphabetPages', () => {
  it('has one empty page where no author is known', () => {
    expect(alphabetPages([])).toEqual([{ number: 1, count: 1, items: [], spans: [''] }]);
  });

  it('keeps the alphabet, so many names a page', () => {
    const pages = alphabetPages(authors('A Cc', 'A Aa', 'A Bb'), 2);
    expect(
      pages.map(({ number, count, items }) => [number, count, items.map(({ name }) => name)]),
    ).toEqual([
      [1, 2, ['A Aa', 'A Bb']],
      [2, 2, ['A Cc']],
    ]);
    expect(pages[0]?.spans).toEqual(['Aa – Bb', 'Cc']);
  });
});

describe('alphabetLinks', () => {
  it.each([
    [1, 1, '', ''],
    [1, 2, '', 'Next 2'],
    [1, 9, '', 'Next 2 Last 9'],
    [2, 9, 'Previous 1', 'Next 3 Last 9'],
    [5, 9, 'First 1 Previous 4', 'Next 6 Last 9'],
    [8, 9, 'First 1 Previous 7', 'Next 9'],
    [9, 9, 'First 1 Previous 8', ''],
  ])('page %i of %i: %s | %s', (number, count, before, after) => {
    const spans = Array.from({ length: count }, (_, at) => `span ${at + 1}`);
    const links = alphabetLinks({ number, count, spans });
    for (const { number: to, holds } of [...links.before, ...links.after])
      expect(holds).toBe(`span ${to}`);
    const words = (side: 'before' | 'after') =>
      links[side].map(({ label, number: to }) => `${label} ${to}`).join(' ');
    expect([words('before'), words('after')]).toEqual([before, after]);
  });
});

describe('letterPages', () => {
  it('tells on which page a letter begins', () => {
    const all = authors('X Aa', 'Y Aa', 'Z Aa', 'X Bb', '王伟');
    expect(all.map(({ name }) => name)).toEqual(['X Aa', 'Y Aa', 'Z Aa', 'X Bb', '王伟']);
    expect(letterPages(all, 2)).toEqual([
      ['A', 1],
      ['B', 2],
      ['#', 3],
    ]);
    expect(letterPages([])).toEqual([]);
  });
});
