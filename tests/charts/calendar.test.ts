import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  periodLabel,
  periodOf,
  periodsBetween,
  periodWords,
  rangeParts,
  startOf,
  units,
} from '../../src/charts/calendar.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('periods', () => {
  it.each([
    ['day', '2025-03-11', '2025-03-11', '11 March 2025', '11 Mar 2025'],
    ['week', '2025-03-11', '2025-03-10', 'the week of 10 March 2025', '10 Mar 2025'],
    ['week', '2025-03-10', '2025-03-10', 'the week of 10 March 2025', '10 Mar 2025'],
    ['week', '2025-03-09', '2025-03-03', 'the week of 3 March 2025', '3 Mar 2025'],
    ['month', '2025-05-31', '2025-05-01', 'May 2025', 'May 2025'],
    ['quarter', '2025-12-31', '2025-10-01', 'the fourth quarter of 2025', 'Q4 2025'],
    ['year', '2025-03-11', '2025-01-01', '2025', '2025'],
    ['decade', '2025-03-11', '2020-01-01', 'the years from 2020', '2020s'],
    ['century', '2025-03-11', '2000-01-01', 'the years from 2000', '2000s'],
  ] as const)('%s of %s begins on %s: %s, %s', (unit, day, start, words, label) => {
    const period = periodOf(unit, day) ?? Number.NaN;
    expect(startOf(unit, period)).toBe(start);
    expect(periodWords(unit, period)).toBe(words);
    expect(periodLabel(unit, period)).toBe(label);
  });

  it('hold the day they begin on, and no later period begins before its end', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...units), (day, unit) => {
        const period = periodOf(unit, day) ?? Number.NaN;
        expect(periodOf(unit, startOf(unit, period))).toBe(period);
        expect(startOf(unit, period) <= day).toBe(true);
        expect(startOf(unit, period + 1) > day).toBe(true);
      }),
    );
  });

  it('count both ends', () => {
    expect(periodsBetween('month', '2024-12-31', '2025-01-01')).toBe(2);
    expect(periodsBetween('day', '2024-02-28', '2024-03-01')).toBe(3);
  });

  it.each(['', '2025', '2025-03', '2025-3-1', 'yesterday', '2025-99-01'])(
    'has none for "%s"',
    (text) => {
      expect(periodOf('month', text)).toBeUndefined();
    },
  );

  it('counts days from 1970', () => {
    expect(dayOf('1970-01-02')).toBe(1);
  });
});

it.each([
  ['2025-03-11', '2025-04-02', '11 March to 2 April 2025'],
  ['2024-12-30', '2025-01-02', '30 December 2024 to 2 January 2025'],
])('the range from %s to %s is %s', (from, to, words) => {
  expect(rangeParts(from, to).join(' to ')).toBe(words);
});
