import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksNothing,
  behindPath,
  readAddress,
  writeAddress,
  type Sort,
} from '../../src/search/address.ts';
import { countFilters, noFilters as filters } from '../../src/search/facets.ts';
import { tidyQuery } from '../../src/search/query.ts';

const read = (address: string) => readAddress(new URLSearchParams(address));
const nothing = { query: '', filters, sort: 'relevance', verbatim: false };

describe('readAddress', () => {
  it.each([
    ['', nothing],
    ['?q=green+tea', { ...nothing, query: 'green tea' }],
    ['?topic=a&topic=b&topic=a', { ...nothing, filters: { ...filters, topic: ['a', 'b'] } }],
    ['?topic=<script>&topic=../x&digest=%00&year=20x5&venue=%20', nothing],
    [
      '?digest=2025-03-11-tea&digest=2025-03-12-tea&year=2025&year=2024',
      {
        ...nothing,
        filters: {
          ...filters,
          digest: ['2025-03-11-tea', '2025-03-12-tea'],
          year: ['2025', '2024'],
        },
      },
    ],
    ['?venue=Tea+Week+2025', { ...nothing, filters: { ...filters, venue: ['Tea Week 2025'] } }],
    [
      '?tag=to+read&note=yes',
      { ...nothing, filters: { ...filters, tag: ['to read'], note: ['yes'] } },
    ],
    ['?code=yes&sort=date', { ...nothing, filters: { ...filters, code: ['yes'] }, sort: 'date' }],
    [
      '?q=tee&sort=oldest&verbatim=yes',
      { ...nothing, query: 'tee', sort: 'oldest', verbatim: true },
    ],
    ['?code=no&sort=up&verbatim=1&utm_source=x', nothing],
  ])('%s', (address, state) => {
    expect(read(address)).toEqual(state);
  });

  it('takes no more values than a reader would choose', () => {
    const many = Array.from({ length: 200 }, (_, at) => `topic=t${at}`).join('&');
    expect(countFilters(read(`?${many}`).filters)).toBe(50);
  });
});

describe('writeAddress', () => {
  it('is nothing for the empty search', () => {
    expect(writeAddress(read(''))).toBe('');
    expect(asksNothing(read('?sort=date'))).toBe(true);
    expect(asksNothing(read('?sort=title'))).toBe(false);
    expect(asksNothing(read('?code=yes'))).toBe(false);
  });

  it('is what readAddress reads', () => {
    const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
    const several = <Value>(value: fc.Arbitrary<Value>) => fc.uniqueArray(value, { maxLength: 5 });
    const words = fc
      .string({ unit: 'binary', maxLength: 60 })
      .map(tidyQuery)
      .filter((text) => text !== '');
    const state = fc.record({
      query: fc.string({ unit: 'binary' }).map(tidyQuery),
      filters: fc.record({
        topic: several(id),
        year: several(fc.stringMatching(/^\d{4}$/)),
        digest: several(id),
        venue: several(words),
        tag: several(words),
        code: several(fc.constant('yes')),
        note: several(fc.constant('yes')),
      }),
      sort: fc.constantFrom<Sort>(
        'relevance',
        'date',
        'oldest',
        'published',
        'title',
        'venue',
        'votes',
      ),
      verbatim: fc.boolean(),
    });
    fc.assert(
      fc.property(state, (wanted) => {
        expect(read(writeAddress(wanted))).toEqual(wanted);
      }),
    );
  });
});

it('sends no list of references to a server', () => {
  const short = writeAddress({ ...read(''), query: 'green tea' });
  expect(behindPath(short)).toBe('?q=green+tea');
  const long = behindPath(writeAddress({ ...read(''), query: 'green tea '.repeat(1000).trim() }));
  expect(long).toMatch(/^#q=green\+tea/);
  expect(read(long.replace('#', '?')).query).toHaveLength(9999);
});
