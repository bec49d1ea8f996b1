import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, makeArcs } from '../../src/charts/arcs.ts';
import { arcsCaption } from '../../src/charts/sentences.ts';
import type { Pair } from '../../src/charts/together.ts';

const pair = (one: string, other: string, lift = 3): Pair => ({
  topics: [one, other],
  shared: 5,
  lift,
  atLeast: lift / 2,
});

const length = (order: readonly string[], pairs: readonly Pair[]): number =>
  pairs.reduce((sum, { topics: [one, other] }) => {
    return sum + Math.abs(order.indexOf(one) - order.indexOf(other));
  }, 0);

describe('the order of topics', () => {
  it('puts a chain in a row', () => {
    const chain = [pair('a', 'd'), pair('d', 'b'), pair('b', 'c')];
    expect(length(arrange(['a', 'b', 'c', 'd'], chain), chain)).toBe(3);
  });

  it('keeps every topic, and is never longer than what it began with', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const someId = fc.constantFrom(...ids);
    fc.assert(
      fc.property(fc.array(fc.tuple(someId, someId), { maxLength: 12 }), (rows) => {
        const pairs = rows.map(([one, other]) => pair(one, other));
        const order = arrange(ids, pairs);
        expect(order.toSorted()).toEqual(ids);
        expect(length(order, pairs)).toBeLessThanOrEqual(length(ids, pairs));
      }),
    );
  });
});

describe('arcs', () => {
  it('are not drawn for two pairs', () => {
    expect(makeArcs([pair('a', 'b'), pair('b', 'c')])).toBeUndefined();
  });

  it('weigh what lift weighs, and have the strongest in words', () => {
    const arcs = makeArcs([pair('a', 'b', 1.5), pair('b', 'c', 2), pair('c', 'd', 12)]);
    expect(arcs?.groups.map(({ from }) => from)).toEqual([1, 2, 4]);
    expect(arcs?.groups[0]?.path).toMatch(/^M0 \d+a10 10 0 0 1 0 20$/);
    expect(arcs).toMatchObject({ width: 0.5, height: 4 });
    expect(arcs?.pairs.map(({ lift }) => lift)).toEqual([12, 2, 1.5]);
    expect(arcs && arcsCaption(arcs, (id) => id.toUpperCase())).toBe(
      'An arc joins two topics that share more papers than chance would give; thick arcs: at least 2 and 4 times as many. Strongest: C with D, 12×.',
    );
  });

  it('stay few, and beside the names, in an archive of many topics', () => {
    const star = Array.from({ length: 40 }, (_, index) => pair('hub', `t${index}`));
    const arcs = makeArcs(star);
    expect(arcs?.pairs).toHaveLength(14);
    expect(arcs?.topics).toHaveLength(15);
    expect(arcs?.width).toBeLessThanOrEqual(6);
  });
});
