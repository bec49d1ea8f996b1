import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byMonth, dateWords, daysWords, runs } from '../../src/text/dates.ts';

describe('dateWords', () => {
  it.each([
    ['2025-03-11', '11 March 2025'],
    ['2024-02-09', '9 February 2024'],
    ['2024-12', 'December 2024'],
    ['1999', '1999'],
    ['2024-13-01', '2024-13-01'],
    ['', ''],
    ['soon', 'soon'],
  ])('%s: %s', (iso, words) => {
    expect(dateWords(iso)).toBe(words);
  });
});

describe('daysWords', () => {
  it.each([
    ['2025-03-11', '2025-03-11', '11 March 2025'],
    ['2025-03-03', '2025-03-11', '3–11 March 2025'],
    ['2025-03-28', '2025-04-02', '28 March – 2 April 2025'],
    ['2024-12-28', '2025-01-03', '28 December 2024 – 3 January 2025'],
  ])('%s to %s: %s', (first, last, words) => {
    expect(daysWords(first, last)).toBe(words);
  });
});

describe('byMonth', () => {
  it('keeps the order, with a heading where year or month change', () => {
    const dates = ['2025-03-11', '2025-03-02', '2025-01-30', '2024-03-01'];
    const years = byMonth(dates.map((date) => ({ date })));
    expect(
      years.map(({ year, months }) => [
        year,
        ...months.map(({ month, items }) => `${month}: ${items.length}`),
      ]),
    ).toEqual([
      ['2025', '2025-03: 2', '2025-01: 1'],
      ['2024', '2024-03: 1'],
    ]);
  });
});

describe('runs', () => {
  it('parts a list where the key changes, and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (letters) => {
        const parts = runs(letters, (letter) => letter);
        expect(parts.flatMap(({ items }) => items)).toEqual(letters);
        for (const [index, { key, items }] of parts.entries()) {
          expect(new Set(items)).toEqual(new Set([key]));
          expect(parts[index + 1]?.key).not.toBe(key);
        }
      }),
    );
  });
});
