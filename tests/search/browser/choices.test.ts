import { describe, expect, it } from 'vitest';
import { chosenOf, noFilters, withValue } from '../../../src/search/facets.ts';
import {
  choicesOf,
  few,
  many,
  shownOf,
  tellsApart,
  type Choice,
} from '../../../src/search/browser/choices.ts';
import { removalName } from '../../../src/search/browser/chips.ts';

const label = (_facet: string, value: string) => value.toUpperCase();

describe('withValue', () => {
  it('chooses several values of a facet, and gives each up', () => {
    const one = withValue(noFilters, { facet: 'topic', value: 'tea' }, true);
    const two = withValue(one, { facet: 'topic', value: 'milk' }, true);
    const all = withValue(two, { facet: 'code', value: 'yes' }, true);
    expect(chosenOf(all)).toEqual([
      { facet: 'topic', value: 'tea' },
      { facet: 'topic', value: 'milk' },
      { facet: 'code', value: 'yes' },
    ]);
    const left = chosenOf(all).reduce((filters, chosen) => withValue(filters, chosen, false), all);
    expect(left).toEqual(noFilters);
  });
});

describe('choicesOf', () => {
  it('begins with what finds most; what finds nothing is left out unless it is chosen', () => {
    const counts = { tea: 2, milk: 5, ale: 2, wine: 0 };
    const filters = { ...noFilters, topic: ['water'] };
    expect(choicesOf('topic', counts, filters, label)).toEqual([
      { value: 'milk', label: 'MILK', count: 5, chosen: false },
      { value: 'ale', label: 'ALE', count: 2, chosen: false },
      { value: 'tea', label: 'TEA', count: 2, chosen: false },
      { value: 'water', label: 'WATER', count: 0, chosen: true },
    ]);
  });

  it('lists years from the last on, digests of equal number from the newest on', () => {
    const values = (facet: 'year' | 'digest', counts: Record<string, number>) =>
      choicesOf(facet, counts, noFilters, label).map(({ value }) => value);
    expect(values('year', { 2023: 9, 2025: 1, 2024: 3 })).toEqual(['2025', '2024', '2023']);
    expect(values('digest', { '2025-01-01-a': 1, '2025-02-01-a': 1, '2024-01-01-a': 4 })).toEqual([
      '2024-01-01-a',
      '2025-02-01-a',
      '2025-01-01-a',
    ]);
  });
});

const choice = (at: number, chosen = false): Choice => ({
  value: `v${at}`,
  label: `Röad ${at}`,
  count: 1000 - at,
  chosen,
});

describe('shownOf', () => {
  const thousand = Array.from({ length: 1000 }, (_, at) => choice(at, at === 700));

  it('shows the first few of a long list, and what is chosen', () => {
    const { choices, rest } = shownOf(thousand, false);
    expect(choices).toHaveLength(few + 1);
    expect(choices.at(-1)?.value).toBe('v700');
    expect(rest).toBe(1000 - few - 1);
  });

  it('never shows a thousand, and finds the others by their letters', () => {
    expect(shownOf(thousand, true).choices).toHaveLength(many + 1);
    expect(shownOf(thousand, true, 'ROAD 99').choices.map(({ value }) => value)).toEqual([
      'v99',
      ...Array.from({ length: 10 }, (_, at) => `v99${at}`),
    ]);
  });

  it('shows a list whole that is hardly longer', () => {
    expect(shownOf(thousand.slice(0, few + 1), false).rest).toBe(0);
  });
});

it.each([
  ['two values', [choice(1), choice(2)], 5, true],
  ['one that all papers have', [choice(1)], 999, false],
  ['one that all papers have, chosen', [choice(1, true)], 999, true],
  ['one that some have', [choice(1)], 5000, true],
  ['none', [], 3, false],
])('a facet of %s tells papers apart: %s', (_what, choices, total, expected) => {
  expect(tellsApart(choices, total)).toBe(expected);
});

it.each([
  [{ facet: 'topic', value: 'tea' } as const, 'Remove filter: Topic TEA'],
  [{ facet: 'code', value: 'yes' } as const, 'Remove filter: YES'],
])('a chip of %o is called %s', (chosen, name) => {
  expect(removalName(chosen, label)).toBe(name);
});
