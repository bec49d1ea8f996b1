import { describe, expect, it } from 'vitest';
import { memoise } from '../src/once.ts';

describe('memoise', () => {
  it('works once for each key', () => {
    let worked = 0;
    const twice = memoise((cup: number) => {
      worked += 1;
      return cup * 2;
    });
    expect([twice(1), twice(2), twice(1)]).toEqual([2, 4, 2]);
    expect(worked).toBe(2);
  });

  it('asks again for what failed', async () => {
    let asked = 0;
    const ask = memoise((name: string) => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error(name)) : Promise.resolve(asked);
    });
    await expect(ask('tea')).rejects.toThrow('tea');
    expect(await ask('tea')).toBe(2);
    expect(await ask('tea')).toBe(2);
  });

  it('forgets the oldest of too many, and tells calls apart as it is told', () => {
    const made: string[] = [];
    const make = memoise(
      (tea: string, cups: number) => {
        made.push(tea);
        return tea.repeat(cups);
      },
      { keyOf: ([tea, cups]) => `${tea} ${cups}`, most: 2 },
    );
    for (const cups of [1, 2, 1, 3, 1]) make('tea', cups);
    expect(made).toHaveLength(4);
  });
});
