import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineCaption, timelineWords } from '../../src/charts/sentences.ts';
import { makeTimeline, unitFor } from '../../src/charts/timeline.ts';
import { digest } from './archive.ts';

/** Newest first, as an archive has them. */
const of = (...digests: readonly (readonly [string, number])[]) =>
  makeTimeline(digests.map(([date, count]) => digest(date, count)).toReversed());

describe('a timeline', () => {
  it('is not made of fewer than three days, nor of digests without papers', () => {
    expect(of(['2025-03-01', 5], ['2025-03-02', 5])).toBeUndefined();
    expect(of(['2025-03-01', 5], ['2025-03-01', 5], ['2025-03-02', 5])).toBeUndefined();
    expect(of(['2025-03-01', 0], ['2025-03-02', 0], ['2025-03-03', 0])).toBeUndefined();
  });

  it('shows each day as long as that is possible', () => {
    const timeline = of(['2025-03-01', 5], ['2025-03-02', 9], ['2025-03-04', 9]);
    expect(timeline).toMatchObject({
      unit: 'day',
      slots: 4,
      digests: 3,
      papers: 23,
      peak: { slot: 1, papers: 9 },
      ends: ['1 Mar 2025', '4 Mar 2025'],
      gaps: [],
      linked: true,
    });
    expect(timeline?.bars.map(({ slot, papers, path }) => [slot, papers, path])).toEqual([
      [0, 5, 'digests/2025-03-01-list/'],
      [1, 9, 'digests/2025-03-02-list/'],
      [3, 9, 'digests/2025-03-04-list/'],
    ]);
  });

  it('puts digests of one period together, and leads to where they are listed', () => {
    const timeline = of(['2020-01-01', 1], ['2024-03-01', 2], ['2024-03-20', 3], ['2024-12-01', 4]);
    expect(timeline?.unit).toBe('month');
    expect(timeline?.bars[1]).toMatchObject({ digests: 2, papers: 5, path: 'digests/#2024-03' });
    const years = of(['1990-01-01', 1], ['2024-03-01', 2], ['2024-10-20', 3], ['2012-12-01', 4]);
    expect(years?.bars.at(-1)).toMatchObject({ digests: 2, path: 'digests/#2024' });
  });

  it('has no links where a finger could not tell the bars apart', () => {
    const days = Array.from({ length: 30 }, (_, index) => {
      return [`2025-03-${String(index + 1).padStart(2, '0')}`, 3] as const;
    });
    expect(of(...days)?.linked).toBe(false);
  });

  it('tells a silence from a weekend', () => {
    const week = ['10', '11', '12', '13', '14', '17', '18', '19'] as const;
    const days = week.map((day) => [`2025-03-${day}`, 3] as const);
    expect(of(...days)?.gaps).toEqual([]);
    const timeline = of(...days, ['2025-04-02', 3]);
    expect(timeline?.gaps).toEqual([
      { from: '2025-03-19', to: '2025-04-02', place: [10 / 24, 23 / 24] },
    ]);
    expect(timeline && timelineCaption(timeline)).toBe(
      '9 digests with 27 listings, by day, 10 March to 2 April 2025. None between 19 March and 2 April 2025.',
    );
    expect(timeline && timelineWords(timeline)).toBe(
      'Papers of 9 digests, by day; most, 3, at 10 Mar 2025.',
    );
  });

  it('names the longest of several gaps', () => {
    const timeline = of(
      ...(['01', '02', '03', '04', '05', '10', '11', '19'] as const).map(
        (day) => [`2025-03-${day}`, 3] as const,
      ),
    );
    expect(timeline && timelineCaption(timeline)).toContain(
      'The longest of 2 gaps: between 11 March and 19 March 2025.',
    );
  });

  it('marks years, and names those in the middle', () => {
    const timeline = of(['2023-06-01', 3], ['2024-06-01', 3], ['2026-02-01', 3]);
    expect(timeline?.ticks).toEqual([
      { at: 7 / 33 },
      { at: 19 / 33, label: '2025' },
      { at: 31 / 33 },
    ]);
  });

  it('keeps every listing, within bounds, whatever the dates', () => {
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.nat(5)), { maxLength: 40 }), (rows) => {
        const timeline = makeTimeline(
          rows.toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([date, count]) => digest(date, count)),
        );
        if (timeline === undefined) return;
        expect(timeline.papers).toBe(rows.reduce((sum, [, count]) => sum + count, 0));
        expect(timeline.slots).toBeLessThanOrEqual(100);
        for (const { slot } of timeline.bars) expect(slot).toBeLessThan(timeline.slots);
      }),
    );
  });
});

it.each([
  ['2025-01-01', '2025-01-10', 'day'],
  ['2025-01-01', '2025-03-01', 'week'],
  ['2024-01-01', '2025-03-01', 'quarter'],
  ['0001-01-01', '9999-12-31', 'century'],
])('from %s to %s the finest unit of ten periods is %s', (first, last, unit) => {
  expect(unitFor(first, last, 10)).toBe(unit);
});
