import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  listingRoutes,
  pageLinks,
  pageNames,
  pagePath,
  paginate,
} from '../../src/archive/pages.ts';

describe('paginate', () => {
  it('gives an empty listing one empty page', () => {
    expect(paginate([], 50)).toEqual([
      { number: 1, count: 1, items: [], first: 0, last: 0, total: 0 },
    ]);
  });

  it('says which part of the listing a page holds', () => {
    const pages = paginate([...'abcdefg'], 3);
    expect(pages.map(({ first, last, items }) => [first, last, items.join('')])).toEqual([
      [1, 3, 'abc'],
      [4, 6, 'def'],
      [7, 7, 'g'],
    ]);
  });

  it('takes a page size below one for one', () => {
    expect(paginate(['a', 'b'], 0)).toHaveLength(2);
  });

  it('loses nothing, repeats nothing, keeps the order, and fills every page but the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), (items, size) => {
        const pages = paginate(items, size);
        expect(pages.flatMap((page) => page.items)).toEqual(items);
        expect(pages.slice(0, -1).every((page) => page.items.length === size)).toBe(true);
        expect(pages.map((page) => page.number)).toEqual(pages.map((_, index) => index + 1));
      }),
    );
  });
});

describe('pagePath', () => {
  it.each([
    ['papers/', 1, 'papers/'],
    ['papers/', 2, 'papers/page/2/'],
    ['topics/theory/', 13, 'topics/theory/page/13/'],
  ])('%s, page %i: %s', (listing, number, path) => {
    expect(pagePath(listing, number)).toBe(path);
  });
});

describe('listingRoutes', () => {
  it('has the first page at the address of the listing', () => {
    const routes = listingRoutes(['a', 'b', 'c'], 2, { id: 't' }, { shelf: 'T' });
    expect(routes.map(({ params }) => params)).toEqual([
      { id: 't', page: undefined },
      { id: 't', page: 'page/2' },
    ]);
    expect(routes[1]?.props).toMatchObject({ shelf: 'T', page: { number: 2, items: ['c'] } });
  });
});

describe('pageNames', () => {
  const [first, second] = paginate([1, 2, 3], 2);

  it.each([
    [first, 'Papers', [{ label: 'Papers' }]],
    [second, 'Papers, page 2', [{ label: 'Papers', path: 'papers/' }, { label: 'Page 2' }]],
  ])('of %o: %s', (page, title, crumbs) => {
    expect(page && pageNames('Papers', 'papers/', page)).toEqual({ title, crumbs });
  });
});

describe('pageLinks', () => {
  it.each([
    [1, 1, '1'],
    [1, 2, '1 2'],
    [1, 9, '1 2 gap 9'],
    [2, 9, '1 2 3 gap 9'],
    [3, 9, '1 2 3 4 gap 9'],
    [4, 9, '1 2 3 4 5 gap 9'],
    [5, 9, '1 gap 4 5 6 gap 9'],
    [7, 9, '1 gap 6 7 8 9'],
    [9, 9, '1 gap 8 9'],
    [1000, 2000, '1 gap 999 1000 1001 gap 2000'],
  ])('page %i of %i: %s', (current, count, expected) => {
    expect(pageLinks(current, count).join(' ')).toBe(expected);
  });

  it('always offers the first, the last and the current page, in order, in few places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (a, b) => {
        const [current, count] = [Math.min(a, b), Math.max(a, b)];
        const links = pageLinks(current, count);
        const numbers = links.filter((link) => link !== 'gap');
        expect(numbers).toEqual(expect.arrayContaining([1, current, count]));
        expect(numbers).toEqual(numbers.toSorted((x, y) => x - y));
        expect(links.length).toBeLessThanOrEqual(9);
      }),
    );
  });
});
