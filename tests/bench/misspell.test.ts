import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { random } from '../../scripts/bench/random.ts';
import { misspell } from '../../scripts/bench/search/misspell.ts';

const without = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1);
const places = (word: string): number[] => Array.from(word, (_, at) => at);

/** Whether one word becomes the other by one insertion, deletion, substitution or swap of neighbours. */
function isOneEdit(from: string, to: string): boolean {
  if (to.length === from.length + 1) return places(to).some((at) => without(to, at) === from);
  if (to.length === from.length - 1) return places(from).some((at) => without(from, at) === to);
  if (to.length !== from.length) return false;
  const different = places(from).filter((at) => from[at] !== to[at]);
  const [first = 0, second = 0] = different;
  return (
    different.length === 1 ||
    (different.length === 2 &&
      second === first + 1 &&
      from[first] === to[second] &&
      from[second] === to[first])
  );
}

const words = fc.stringMatching(/^[a-z]{5,12}$/);

test('one slip is exactly one edit', () => {
  fc.assert(
    fc.property(words, fc.integer(), (word, seed) => {
      const wrong = misspell(word, random(seed));
      return wrong === undefined || isOneEdit(word, wrong);
    }),
  );
});

test('two letters swapped are the same letters', () => {
  fc.assert(
    fc.property(words, fc.integer(), (word, seed) => {
      const wrong = misspell(word, random(seed), 'transposition');
      if (wrong === undefined) return;
      expect(isOneEdit(word, wrong)).toBe(true);
      expect([...wrong].toSorted()).toEqual([...word].toSorted());
    }),
  );
});

test('a word of one letter repeated has nothing to swap', () => {
  expect(misspell('aaaaa', random(1), 'transposition')).toBeUndefined();
});

test('slips are of every sort, and seldom at the first letter', () => {
  const wrong = Array.from({ length: 400 }, (_, seed) => misspell('margin', random(seed)) ?? '');
  expect(new Set(wrong.map(({ length }) => length))).toEqual(new Set([5, 6, 7]));
  const atFirst = wrong.filter((word) => !word.startsWith('m')).length;
  expect(atFirst).toBeGreaterThan(0);
  expect(atFirst).toBeLessThan(60);
});
