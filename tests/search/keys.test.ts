import { expect, it } from 'vitest';
import { nextPlace } from '../../src/search/browser/keys.ts';
import { nextOption } from '../../src/search/browser/suggest/combobox.ts';

it.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 1, 3, 2],
  ['ArrowDown', 2, 3, undefined],
  ['ArrowDown', -1, 0, undefined],
  ['ArrowUp', 0, 3, -1],
  ['ArrowUp', -1, 3, undefined],
  ['a', 0, 3, undefined],
])('%s at %d of %d links leads to %s', (key, current, count, next) => {
  expect(nextPlace(key, current, count)).toBe(next);
});

it.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 2, 3, -1],
  ['ArrowUp', -1, 3, 2],
  ['ArrowUp', 0, 3, -1],
  ['Home', 1, 3, 0],
  ['End', 1, 3, 2],
  ['Home', -1, 3, undefined],
  ['End', -1, 3, undefined],
  ['ArrowDown', -1, 0, undefined],
  ['a', 1, 3, undefined],
])('%s at %d of %d suggestions leads to %s', (key, active, count, next) => {
  expect(nextOption(key, active, count)).toBe(next);
});
