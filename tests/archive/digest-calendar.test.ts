import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarPages,
  calendarPath,
  onFirstPage,
  weeksOf,
} from '../../src/archive/digest-calendar.ts';

const days = (month: string, items: readonly { date: string }[] = []) =>
  weeksOf(month, items).map((week) => week.map((day) => day?.day ?? 0));

describe('a month as weeks from Monday to Sunday', () => {
  it.each([
    // February 2021 began on a Monday and had 28 days; March 2025 began on a Saturday.
    ['2021-02', 4, [1, 2, 3, 4, 5, 6, 7], [22, 23, 24, 25, 26, 27, 28]],
    ['2025-03', 6, [0, 0, 0, 0, 0, 1, 2], [31, 0, 0, 0, 0, 0, 0]],
    ['2024-02', 5, [0, 0, 0, 1, 2, 3, 4], [26, 27, 28, 29, 0, 0, 0]],
    ['2025-12', 5, [1, 2, 3, 4, 5, 6, 7], [29, 30, 31, 0, 0, 0, 0]],
  ])('%s', (month, weeks, first, last) => {
    expect(days(month)).toHaveLength(weeks);
    expect(days(month)[0]).toEqual(first);
    expect(days(month).at(-1)).toEqual(last);
  });

  it('holds each item on its day, those of a day in their order', () => {
    const items = ['2025-03-31', '2025-03-11', '2025-03-11'].map((date, id) => ({ date, id }));
    const held = weeksOf('2025-03', items)
      .flat()
      .filter((day) => day !== undefined && day.items.length > 0);
    expect(held.map((day) => [day?.day, day?.items.map(({ id }) => id)])).toEqual([
      [11, [1, 2]],
      [31, [0]],
    ]);
  });
});

/** Dates from the newest on, so many a year. */
const dated = (counts: readonly (readonly [number, number])[]) =>
  counts.flatMap(([year, count]) =>
    Array.from({ length: count }, (_, at) => ({
      date: `${year}-${String(12 - (at % 12)).padStart(2, '0')}-01`,
    })).toSorted((a, b) => (a.date < b.date ? 1 : -1)),
  );

describe('the years of a calendar', () => {
  const yearsOf = (digests: readonly { date: string }[]) => {
    const { first, later } = calendarPages(digests);
    return [first.map(({ year }) => year), later.map(({ year }) => year)];
  };
  it.each([
    [[], [], []],
    [
      [
        [2025, 3],
        [2023, 2],
      ],
      ['2025', '2023'],
      [],
    ],
    [
      [
        [2025, 365],
        [2024, 366],
        [2023, 20],
      ],
      ['2025'],
      ['2024', '2023'],
    ],
    [
      [
        [2025, 30],
        [2024, 366],
        [2023, 20],
      ],
      ['2025', '2024'],
      ['2023'],
    ],
    [[[2025, 900]], ['2025'], []],
  ] as const)('%j: %j on the first page, %j on their own', (counts, first, later) => {
    expect(yearsOf(dated(counts))).toEqual([first, later]);
  });

  it('lose no digest, and every date has the page that shows it', () => {
    const dates = fc.array(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      {
        maxLength: 900,
      },
    );
    fc.assert(
      fc.property(dates, (some) => {
        const digests = some
          .map((date) => ({ date: date.toISOString().slice(0, 10) }))
          .toSorted((a, b) => (a.date < b.date ? 1 : -1));
        const pages = calendarPages(digests);
        const items = (years: typeof pages.first) =>
          years.flatMap(({ months }) => months.flatMap(({ items }) => items));
        expect([...items(pages.first), ...items(pages.later)]).toEqual(digests);
        expect(pages.first.length < 2 || items(pages.first).length <= onFirstPage).toBe(true);
        for (const { date } of digests) {
          const own = pages.later.some(({ year }) => year === date.slice(0, 4));
          const month = date.slice(0, 7);
          expect(calendarPath(pages, month)).toBe(
            own ? `digests/${date.slice(0, 4)}/#${month}` : `digests/#${month}`,
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
