import { describe, expect, it } from 'vitest';
import { trendCaption, trendWords } from '../../src/charts/sentences.ts';
import { compareShares, makePeriods, makeTrend } from '../../src/charts/trend.ts';
import { papers } from './archive.ts';

const months = ['2025-01-15', '2025-02-15', '2025-03-15', '2025-05-15'] as const;
/** 40 papers a month; of one topic 4, 4, 16, 16. */
const growing = months.flatMap((date, index) => [
  ...papers(index < 2 ? 4 : 16, date, 'soil'),
  ...papers(index < 2 ? 36 : 24, date),
]);

describe('periods', () => {
  it('are the finest with enough papers', () => {
    expect(makePeriods(growing)).toMatchObject({
      unit: 'month',
      totals: [40, 40, 40, 0, 40],
      half: 2,
      undated: 0,
    });
    const weekly = ['03', '10', '17', '24'].flatMap((day) => papers(30, `2025-03-${day}`));
    expect(makePeriods(weekly)).toMatchObject({ unit: 'week', totals: [30, 30, 30, 30] });
    const thin = months.flatMap((date) =>
      ['05', '15', '25'].flatMap((day) => papers(12, date.slice(0, 8) + day)),
    );
    expect(makePeriods(thin)).toMatchObject({
      unit: 'month',
      totals: [36, 36, 36, 0, 36],
      half: 2,
    });
  });

  it('are sparse where no unit makes them dense', () => {
    const far = ['2001-01-03', '2012-01-03', '2020-01-03'].flatMap((date) => papers(40, date));
    expect(makePeriods(far)).toMatchObject({ unit: 'decade', totals: [40, 40, 40] });
    const farther = ['0900-01-03', '2012-01-03', '2020-01-03', '2023-01-01'];
    expect(makePeriods(farther.flatMap((date) => papers(40, date)))).toBeUndefined();
    const gap = ['2010-01-03', '2021-01-03', '2021-06-03', '2022-01-01', '2025-01-01'];
    expect(makePeriods(gap.flatMap((date) => papers(40, date)))).toMatchObject({
      unit: 'year',
      totals: { length: 16 },
    });
  });

  it('leave out papers of no day and count them', () => {
    const periods = makePeriods([...growing, ...papers(3, '', 'soil')]);
    expect(periods?.undated).toBe(3);
    expect(periods?.totals.reduce((sum, total) => sum + total, 0)).toBe(160);
  });

  it('are not made of one digest, of two, or of a few papers', () => {
    expect(makePeriods([])).toBeUndefined();
    expect(makePeriods(papers(80, '2025-03-11'))).toBeUndefined();
    expect(makePeriods([...papers(80, '2025-03-11'), ...papers(80, '2025-06-11')])).toBeUndefined();
    expect(makePeriods(months.flatMap((date) => papers(10, date)))).toBeUndefined();
  });
});

describe('a trend', () => {
  const periods = makePeriods(growing);

  it('is a share of what was listed at the time, with holes where that is too little', () => {
    const trend =
      periods &&
      makeTrend(
        growing.filter(({ topics }) => topics.length > 0),
        periods,
      );
    expect(trend?.shares.filter((share) => share !== undefined)).toEqual([0.1, 0.1, 0.4, 0.4]);
    expect(trend).toMatchObject({
      from: 0,
      to: 4,
      peak: 2,
      change: { kind: 'growing', earlier: 0.1, later: 0.4 },
    });
    expect(trend && periods && trendCaption(trend, periods)).toBe(
      'Share of all papers each month. Growing: 10% before 1 March 2025, 40% since.',
    );
    expect(trend && periods && trendWords(trend, periods)).toBe(
      'Share of all papers, by month: from 10% in January 2025 to 40% in May 2025, highest 40% in March 2025.',
    );
  });

  it('is not made of fewer than ten papers', () => {
    expect(periods && makeTrend(papers(9, months[0], 'soil'), periods)).toBeUndefined();
    expect(periods && makeTrend(papers(10, months[0], 'soil'), periods)).toBeDefined();
  });
});

describe('comparing shares', () => {
  it.each([
    [[10, 40], [100, 100], 'growing'],
    [[40, 10], [100, 100], 'shrinking'],
    [[20, 25], [100, 100], 'steady'],
    [[2, 6], [100, 100], undefined],
    [[0, 0], [0, 0], undefined],
  ] as const)('%j of %j: %s', (hits, all, kind) => {
    expect(compareShares(hits, all)?.kind).toBe(kind);
  });

  it('agrees with a test worked by hand', () => {
    // 60 and 85 of 200 each: pooled 0.3625, deviation 0.04807, z = 0.125 / 0.04807 = 2.600, just beyond 2.576.
    expect(compareShares([60, 85], [200, 200])?.kind).toBe('growing');
    expect(compareShares([60, 84], [200, 200])?.kind).toBe('steady');
  });
});
