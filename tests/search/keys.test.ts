import { expect, it } from 'vitest';
import { nextPlace } from '../../src/search/browser/keys.ts';

it.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 1, 3, 2],
  ['ArrowDown', 2, 3, undefined],
  ['ArrowDown', -1, 0, undefined],
  ['ArrowUp', 0, 3, -1],
  ['ArrowUp', -1, 3, undefined],
  ['a', 0, 3, undefined],
])('%s at %d of %d leads to %s', (key, current, count, next) => {
  expect(nextPlace(key, current, count)).toBe(next);
});
