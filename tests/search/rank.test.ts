import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bagOf } from '../../src/search/coverage.ts';
import { closenessOf, exactness, systemName, wantedOf } from '../../src/search/rank.ts';
import { plainTerm } from '../../src/search/terms.ts';
import { words } from '../../src/search/searched-words.ts';

function wanted(query: string) {
  const terms = words(query).map(({ whole }) => plainTerm(whole));
  return wantedOf([query], terms, terms);
}

const titles = [
  'Notes on stirring',
  'TEA: A Study of Leaves',
  'Tea and leaves, revisited',
  'Leaves for tea and for tables',
  'Tea and Leaves',
  'On tea and leaves',
  'Teapots',
];

function ranked(query: string): string[] {
  const asked = wanted(query);
  return titles
    .map((title) => ({ title, close: closenessOf(asked, title) }))
    .filter(({ close }) => close > 0)
    .toSorted((a, b) => b.close - a.close)
    .map(({ title }) => title);
}

describe('closenessOf', () => {
  it.each([
    [
      'tea and leaves',
      [
        'Tea and Leaves',
        'Tea and leaves, revisited',
        'On tea and leaves',
        'Leaves for tea and for tables',
        'TEA: A Study of Leaves',
      ],
    ],
    ['TEA, AND LEAVES (REVISITED)!', ['Tea and leaves, revisited', 'Tea and Leaves']],
    ['[2] Tea and Leaves | Tea Weekly, 2024', ['Tea and Leaves']],
    ['tea revisited', ['Tea and leaves, revisited']],
    // One word begins many titles: only the title, and the name before a colon, are more than a word of it.
    ['teapots', ['Teapots']],
    ['"tea and leaves" revisited', ['Tea and leaves, revisited', 'Tea and Leaves']],
    ['coffee', []],
    ['', []],
    ['?!', []],
  ])('of %j', (query, expected) => {
    expect(ranked(query)).toEqual(expected);
  });

  it('puts the name before the colon above other titles that hold the word', () => {
    expect(ranked('tea')[0]).toBe('TEA: A Study of Leaves');
    expect(ranked('tea')).toHaveLength(6);
  });

  it('takes the words as they are before other forms of them', () => {
    const asked = wanted('studies of leaves');
    const forms = closenessOf(asked, 'A Study of a Leaf and its Leaves');
    expect(closenessOf(asked, 'Leaves in Studies of Trees')).toBeGreaterThan(forms);
    expect(forms).toBeGreaterThan(0);
  });

  it('is at its highest for the title itself, whatever the title', () => {
    const title = fc.stringMatching(/^[a-z]{1,8}( [a-z:,-]{1,8}){0,5}$/);
    fc.assert(
      fc.property(title, title, (own, other) => {
        const asked = wanted(own);
        const best = closenessOf(asked, own);
        expect(best).toBe(6);
        expect(best).toBeGreaterThanOrEqual(closenessOf(asked, other));
      }),
    );
  });

  it('is 2 at least just where the title holds every word', () => {
    expect(closenessOf(wanted('leaves tables'), titles[3] ?? '')).toBeGreaterThanOrEqual(2);
    expect(closenessOf(wanted('leaves coffee'), titles[3] ?? '')).toBeLessThan(2);
  });
});

describe('exactness', () => {
  it.each([
    ['green leaves', 'Green leaves.', 0.09],
    ['green leaves', 'Greener leaves.', 0.045],
    ['green leaves', 'Black coffee.', 0],
    ['', 'Green leaves.', 0],
  ])('%j in %j is %d', (query, text, expected) => {
    expect(exactness(wanted(query), bagOf(text))).toBeCloseTo(expected, 5);
  });
});

describe('systemName', () => {
  it.each([
    ['SOAP: Improving and Stabilizing', 'SOAP'],
    ['TÜLU 3: Pushing Frontiers', 'TÜLU 3'],
    ['DeepKettle – boiling at depth', 'DeepKettle'],
    ['Tea-Net - a network', 'Tea-Net'],
    ['What we talk about when we talk of tea: a survey', undefined],
    ['Tea without a colon', undefined],
    [': nothing before it', undefined],
    ['', undefined],
  ])('of %j is %j', (title, name) => {
    expect(systemName(title)).toBe(name);
  });
});
