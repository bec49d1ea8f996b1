import { describe, expect, it } from 'vitest';
import { companions, findPairs, lowerLimit, spread } from '../../src/charts/together.ts';
import { papers, sorted } from './archive.ts';

const day = '2025-03-11';
/** `sea` and `salt` go together; `sun` is everywhere. */
const archive = sorted([
  ...papers(10, day, 'sea', 'salt'),
  ...papers(2, day, 'sea', 'sun'),
  ...papers(2, day, 'salt', 'sun'),
  ...papers(40, day, 'sun'),
  ...papers(30, day),
]);

describe('pairs of topics', () => {
  it('are those with more papers than chance would give, of the papers that have a topic', () => {
    const [pair, ...others] = findPairs(archive);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ topics: ['sea', 'salt'], shared: 10 });
    // 12 papers of each, 54 with a topic: 144 / 54 expected.
    expect(pair?.lift).toBeCloseTo((10 * 54) / 144, 9);
    expect(pair?.atLeast).toBeGreaterThan(1);
    expect(pair?.atLeast).toBeLessThan(pair?.lift ?? 0);
  });

  it('need three papers, and more than an accident', () => {
    const few = [...papers(2, day, 'a', 'b'), ...papers(200, day, 'c')];
    expect(findPairs(sorted(few))).toEqual([]);
    const accident = [
      ...papers(3, day, 'a', 'b'),
      ...papers(12, day, 'a'),
      ...papers(12, day, 'b'),
      ...papers(60, day, 'c'),
    ];
    expect(findPairs(sorted(accident))).toEqual([]);
  });

  it('are none in an empty archive', () => {
    expect(findPairs({ papers: [], topics: [] })).toEqual([]);
  });

  it('are each other’s companions', () => {
    const found = companions(findPairs(archive));
    expect(found.get('sea')).toMatchObject([{ topic: 'salt', shared: 10 }]);
    expect(found.get('salt')).toMatchObject([{ topic: 'sea', shared: 10 }]);
    expect(found.get('sun')).toBeUndefined();
  });

  it('show the surest six, the highest lift first', () => {
    const pairs = Array.from({ length: 8 }, (_, index) => ({
      topics: ['hub', `t${index}`] as const,
      shared: 10,
      lift: 2 + (index % 4),
      atLeast: 2 - index / 10,
    }));
    expect(
      companions(pairs)
        .get('hub')
        ?.map(({ topic }) => topic),
    ).toEqual(['t3', 't2', 't1', 't5', 't0', 't4']);
  });
});

it.each([
  // Exact 95 % limits of Poisson counts (half of chi-square's 5 % point with 2n degrees of freedom).
  [3, 0.818],
  [10, 5.425],
  [50, 38.965],
])('the lower limit of %i is %d', (count, limit) => {
  expect(lowerLimit(count)).toBeCloseTo(limit, 1);
});

it('counts papers by how many topics they have', () => {
  expect(
    spread([
      ...papers(4, day),
      ...papers(3, day, 'a'),
      ...papers(2, day, 'a', 'b'),
      ...papers(1, day, 'a', 'b', 'c'),
      ...papers(1, day, 'a', 'b', 'c', 'd'),
    ]),
  ).toEqual([4, 3, 2, 2]);
});
