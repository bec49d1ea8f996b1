import { expect, it } from 'vitest';
import { authorFits } from '../../src/search/author-names.ts';

it.each([
  ['steeper', 'Ada M. Steeper', 'name'],
  ['A. Steeper', 'Ada M. Steeper', 'name'],
  ['A.M. Steeper', 'Ada M. Steeper', 'name'],
  ['Ada Steeper', 'Ada M. Steeper', 'name'],
  ['Ada M. Steeper', 'Ada Steeper', 'name'],
  ['Ada Steeper', 'A. M. Steeper', 'name'],
  ['Steeper, A.', 'Ada M. Steeper', 'name'],
  ['Steeper, Ada', 'A. Steeper', 'name'],
  ['Steeper AM', 'Ada M. Steeper', 'name'],
  ['Steeper A', 'Ada Steeper', 'name'],
  ['M. Steeper', 'Ada M. Steeper', 'name'],
  ['B. Steeper', 'Ada M. Steeper', undefined],
  ['Ada B. Steeper', 'Ada M. Steeper', undefined],
  ['Alma Steeper', 'Ada M. Steeper', undefined],
  ['Ada', 'Ada M. Steeper', 'word'],
  ['stee', 'Ada M. Steeper', 'beginning'],
  ['A. Stee', 'Ada M. Steeper', 'beginning'],
  ['st', 'Ada M. Steeper', undefined],
  ['B. Łeafski', 'Bo Leafski', 'name'],
  ['leafski', 'Bo Łeafski', 'name'],
  ['J.-B. Cup', 'Jean-Baptiste Cup', 'name'],
  ['van den Pot', 'Ada van den Pot', 'name'],
  ['Pot, A.', 'Ada van den Pot', 'name'],
  ['A. van den Pot', 'Ada van den Pot', 'name'],
  ['LeTea', 'Yu Le Tea', 'name'],
  ['Wei Cha', 'Cha Wei', 'name'],
  ['W. Cha', 'Cha Wei', undefined],
  ["O'Leaf", "Sam O'Leaf", 'name'],
  ['oleaf', 'Sam O’Leaf', 'name'],
  ['', 'Ada Steeper', undefined],
  ['.', 'Ada Steeper', undefined],
  ['Ada', '', undefined],
])('%j for %j: %s', (typed, author, fits) => {
  expect(authorFits(typed, author)).toBe(fits);
});
