import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksNothing, readAddress, writeAddress } from '../../src/search/address.ts';
import { tidyQuery } from '../../src/search/query.ts';

const read = (address: string) => readAddress(new URLSearchParams(address));
const nothing = { query: '', filters: { topics: [], digest: '', code: false }, sort: 'relevance' };

describe('readAddress', () => {
  it.each([
    ['', nothing],
    ['?q=green+tea', { ...nothing, query: 'green tea' }],
    [
      '?topic=a&topic=b&topic=a',
      { ...nothing, filters: { ...nothing.filters, topics: ['a', 'b'] } },
    ],
    ['?topic=<script>&topic=../x&digest=%00', nothing],
    [
      '?digest=2025-03-11-tea',
      { ...nothing, filters: { ...nothing.filters, digest: '2025-03-11-tea' } },
    ],
    [
      '?code=yes&sort=date',
      { ...nothing, filters: { ...nothing.filters, code: true }, sort: 'date' },
    ],
    ['?code=no&sort=up&utm_source=x', nothing],
  ])('%s', (address, state) => {
    expect(read(address)).toEqual(state);
  });
});

describe('writeAddress', () => {
  it('is nothing for the empty search', () => {
    expect(writeAddress(read(''))).toBe('');
    expect(asksNothing(read('?sort=date'))).toBe(true);
    expect(asksNothing(read('?code=yes'))).toBe(false);
  });

  it('is what readAddress reads', () => {
    const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
    const state = fc.record({
      query: fc.string({ unit: 'binary' }).map(tidyQuery),
      filters: fc.record({
        topics: fc.uniqueArray(id, { maxLength: 5 }),
        digest: fc.oneof(fc.constant(''), id),
        code: fc.boolean(),
      }),
      sort: fc.constantFrom('relevance' as const, 'date' as const),
    });
    fc.assert(
      fc.property(state, (wanted) => {
        expect(read(writeAddress(wanted))).toEqual(wanted);
      }),
    );
  });
});
