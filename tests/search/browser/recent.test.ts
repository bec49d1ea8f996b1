import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maxRecent,
  parseRecent,
  recentSearches,
  keepSearch,
  withRecent,
} from '../../../src/search/browser/recent.ts';

describe('parseRecent', () => {
  it.each([
    [null, []],
    ['', []],
    ['{"a":1}', []],
    ['["tea", 3, null, " tea ", "", "milk"]', ['tea', 'milk']],
  ])('%s', (json, queries) => {
    expect(parseRecent(json)).toEqual(queries);
  });

  it('reads anything without failing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
        expect(parseRecent(json).length).toBeLessThanOrEqual(maxRecent);
      }),
    );
  });
});

describe('withRecent', () => {
  it('puts a search first, once whatever its capitals, and keeps ten', () => {
    expect(withRecent(['tea', 'milk'], ' Milk ')).toEqual(['Milk', 'tea']);
    expect(withRecent(['tea'], '  ')).toEqual(['tea']);
    const ten = Array.from({ length: maxRecent }, (_, at) => `tea ${at}`);
    expect(withRecent(ten, 'ale')).toEqual(['ale', ...ten.slice(0, -1)]);
  });
});

it('goes without storage', () => {
  // Here there is none at all; a browser may forbid it.
  keepSearch('tea');
  expect(recentSearches()).toEqual([]);
});
