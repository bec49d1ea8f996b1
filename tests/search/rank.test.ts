import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleKey } from '../../src/digest/identity.ts';
import { rankByTitle } from '../../src/search/rank.ts';

const titles = [
  'Notes on stirring',
  'TEA: A Study of Leaves',
  'Tea and leaves, revisited',
  'Tea and Leaves',
  'Teapots',
];
const ranked = (query: string): string[] =>
  rankByTitle(
    query,
    titles.map((title) => ({ title })),
  ).map(({ title }) => title);

describe('rankByTitle', () => {
  it.each([
    ['tea and leaves', ['Tea and Leaves', 'Tea and leaves, revisited']],
    ['Tea & leaves, revisited!', ['Notes on stirring']],
    ['TEA AND LEAVES REVISITED', ['Tea and leaves, revisited']],
    ['tea', ['TEA: A Study of Leaves', 'Notes on stirring']],
    ['tea and le', ['Tea and leaves, revisited', 'Tea and Leaves']],
    ['teapots', ['Teapots', 'Notes on stirring']],
    ['', titles],
    ['unheard of', titles],
  ])('%j begins with %j', (query, first) => {
    expect(ranked(query).slice(0, first.length)).toEqual(first);
  });

  it('loses nobody, and puts an exact title first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z: -]{0,8}[a-z]$/), { minLength: 1 }),
        fc.nat(),
        (all, at) => {
          const wanted = all[at % all.length] ?? '';
          const hits = all.map((title) => ({ title }));
          const result = rankByTitle(wanted, hits);
          expect(result.toSorted(byTitle)).toEqual(hits.toSorted(byTitle));
          expect(titleKey(result[0]?.title ?? '')).toBe(titleKey(wanted));
          expect(rankByTitle(wanted, result)).toEqual(result);
        },
      ),
    );
  });
});

const byTitle = (a: { title: string }, b: { title: string }): number =>
  a.title < b.title ? -1 : 1;
