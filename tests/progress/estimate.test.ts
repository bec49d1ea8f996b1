import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, estimate } from '../../src/progress/estimate.ts';
import { stages } from '../../src/progress/steps.ts';

describe('estimate', () => {
  it('goes by the pace of the stage at hand', () => {
    // Pages are 41 of 102 parts, index and offline 31: half of the pages in 10 s leave 10 s, and 31/41 of 20 s.
    const { share, left } = estimate({ stage: 'pages', done: 50, total: 100 }, 10);
    expect(share).toBeCloseTo((30 + 20.5) / 102);
    expect(left).toBeCloseTo(10 + (20 * 31) / 41);
  });

  it('says nothing of the time before anything is done', () => {
    expect(estimate({ stage: 'content', done: 0, total: 0 }, 3)).toEqual({ share: 0 });
  });

  it('never goes back, nor beyond the whole', () => {
    const steps = fc.array(fc.record({ at: fc.nat(3), done: fc.nat(500) }), { maxLength: 50 });
    fc.assert(
      fc.property(steps, (some) => {
        const inOrder = some.toSorted((a, b) => a.at - b.at || a.done - b.done);
        const shares = inOrder.map(
          ({ at, done }) => estimate({ stage: stages[at] ?? 'content', done, total: 400 }, 1).share,
        );
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        expect(Math.max(0, ...shares)).toBeLessThanOrEqual(1);
      }),
    );
    expect(estimate({ stage: 'offline', done: 7, total: 7 }, 1)).toEqual({ share: 1, left: 0 });
  });
});

it.each([
  [0, '0 s'],
  [0.04, '0.0 s'],
  [3, '3 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [99, '99 s'],
  [100, '2 min'],
  [3600, '60 min'],
])('says %s seconds as %s', (seconds, said) => expect(duration(seconds)).toBe(said));
