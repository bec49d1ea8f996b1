import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  listingRoutes,
  nextNumber,
  pageLinks,
  pageNames,
  pagePath,
  paginate,
  type ListingPage,
} from '../../src/archive/pages.ts';

/** Newest first, named by the order in which they came. */
const list = (length: number): number[] => Array.from({ length }, (_, at) => length - 1 - at);

const anyList = fc.tuple(fc.nat({ max: 400 }), fc.integer({ min: 1, max: 20 }));

describe('paginate', () => {
  it('gives an empty list one empty page', () => {
    expect(paginate([], 50)).toEqual([{ number: 1, items: [] }]);
  });

  it.each([
    [1, '1:0'],
    [5, '1:43210'],
    [6, '1:54 2:3210'],
    [9, '1:87654 2:3210'],
    [10, '1:98 3:7654 2:3210'],
  ])('cuts %i papers, four a page: %s', (length, expected) => {
    const pages = paginate(list(length), 4);
    expect(pages.map(({ number, items }) => `${number}:${items.join('')}`).join(' ')).toBe(
      expected,
    );
  });

  it('loses nothing, repeats nothing, keeps the order, and never begins with a nearly empty page', () => {
    fc.assert(
      fc.property(anyList, ([length, size]) => {
        const [first, ...others] = paginate(list(length), size);
        expect([first, ...others].flatMap((page) => page?.items)).toEqual(list(length));
        expect(others.every(({ items }) => items.length === size)).toBe(true);
        const held = first?.items.length ?? 0;
        expect(held).toBeGreaterThanOrEqual(Math.min(length, size / 2));
        expect(held).toBeLessThan(size * 1.5);
      }),
    );
  });

  it('leaves a page as it is when papers come, its links included', () => {
    fc.assert(
      fc.property(anyList, fc.nat({ max: 100 }), ([length, size], more) => {
        const shown = (pages: readonly ListingPage<number>[]) =>
          pages.slice(1).map((page) => ({ ...page, links: pageLinks(page) }));
        const before = shown(paginate(list(length), size));
        const after = shown(paginate(list(length + more), size));
        expect(before.length === 0 ? [] : after.slice(-before.length)).toEqual(before);
      }),
    );
  });

  it('has a page wherever a link leads, and where a page was when they were numbered from the newest', () => {
    fc.assert(
      fc.property(anyList, ([length, size]) => {
        const pages = paginate(list(length), size);
        const next = nextNumber(length, size);
        const there = new Set([...pages.map(({ number }) => number), ...(next ? [next] : [])]);
        const linked = pages.flatMap((page) => {
          const { before, after } = pageLinks(page);
          return [...before, ...after].map(({ number }) => number);
        });
        const formerly = Array.from({ length: Math.ceil(length / size) }, (_, at) => at + 1);
        expect([...linked, ...formerly].filter((number) => !there.has(number))).toEqual([]);
        expect(pages.every(({ number }) => number !== next)).toBe(true);
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
  it('has the first page at the address of the list', () => {
    const routes = listingRoutes(paginate(['a', 'b', 'c'], 2), { id: 't' }, { shelf: 'T' });
    expect(routes.map(({ params }) => params)).toEqual([
      { id: 't', page: undefined },
      { id: 't', page: 'page/2' },
    ]);
    expect(routes[1]?.props).toMatchObject({ shelf: 'T', page: { number: 2, items: ['b', 'c'] } });
  });
});

describe('pageNames', () => {
  it.each([
    [1, 'Papers', [{ label: 'Papers' }]],
    [2, 'Papers, page 2', [{ label: 'Papers', path: 'papers/' }, { label: 'Page 2' }]],
  ])('of page %i: %s', (number, title, crumbs) => {
    expect(pageNames('Papers', 'papers/', { number })).toEqual({ title, crumbs });
  });
});

describe('pageLinks', () => {
  const words = (page: Omit<ListingPage<unknown>, 'items'>): string => {
    const { before, after } = pageLinks(page);
    return [...before, '|' as const, ...after]
      .map((link) => (link === '|' ? link : `${link.label} ${link.number}`))
      .join(' ');
  };

  it.each([
    [{ number: 1 }, '|'],
    [{ number: 1, older: 2 }, '| Older 2'],
    [{ number: 1, older: 7 }, '| Older 7 Oldest 2'],
    [{ number: 7, older: 6 }, 'Newest 1 Newer 8 | Older 6 Oldest 2'],
    [{ number: 3, older: 2 }, 'Newest 1 Newer 4 | Older 2'],
    [{ number: 2 }, 'Newest 1 Newer 3 |'],
  ])('from %o: %s', (page, expected) => {
    expect(words(page)).toBe(expected);
  });
});
