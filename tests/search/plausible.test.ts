import { describe, expect, it } from 'vitest';
import { isPlausible } from '../../src/search/plausible.ts';
import { fragment } from './fragment.ts';

const text = 'Studies of GreenTea-2.0 by Tülay: we run Q tests';
//            2       3  4            5  6      7  8   9 10 (the title is 0 and 1)
describe('isPlausible', () => {
  it.each([
    ['study', [2], true],
    ['running', [8], true],
    ['green', [4], true],
    ['greentea-2.0', [4], true],
    ['tulay', [6], true],
    ['Tülay', [6], true],
    ['qqqqxyzzy', [9], false],
    ['tests qqqqxyzzy', [9, 10], false],
    ['"by tülay"', [5, 6], true],
    ['studies', [2], true],
    ['studied', [2], true],
    ['greenhouse', [4], false],
    ['testsxyz', [10], false],
    ['testing', [10], true],
    ['run', [8], true],
    ['runx', [8], false],
    // Found by a fact, not in the text.
    ['2025-03-11', [], true],
    ['🎉', [], true],
  ])('%s at %j: %s', (term, matched, plausible) => {
    const found = fragment('On Leaves', text, matched, {
      meta: { title: 'On Leaves', date: '2025-03-11' },
    });
    expect(isPlausible(term, found)).toBe(plausible);
  });

  it.each([
    ['effectiveness', 'effect', true],
    ['using', 'use', true],
    ['optimisation', 'optimization', true],
    ['modelling', 'modeling', true],
    ['behaviour', 'behavior', true],
    ['reinforcment', 'reinforcement', true],
    ['relational', 'related', true],
    ['łojasiewicz', 'Polyak-Łojasiewicz', true],
    ['強化学習', '強化', true],
    ['neuralblah', 'neural', false],
    ['tensorflaux', 'tensor', false],
    ['adamxyzzy', 'Adam', false],
    ['asdf', 'ASD', false],
    ['xyzzy', 'xy', false],
  ])('%s for %s: %s', (term, word, plausible) => {
    expect(isPlausible(term, fragment('On Leaves', word, [2]))).toBe(plausible);
  });
});
