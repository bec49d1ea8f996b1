import { expect, test } from 'vitest';
import { kindOf, kinds } from '../../src/related/words.ts';
import { formsOf } from '../../src/text/read-words.ts';

test.each([
  ['kilns', kinds.word],
  ['the', kinds.stop],
  ['results', kinds.common],
  ['baselines', kinds.common],
  ['of', kinds.of],
  ['2025', kinds.number],
  ['k', kinds.part],
  ['pre', kinds.part],
  ['3d', kinds.word],
])('%s counts as kind %i', (word, expected) => {
  expect(kindOf(word, formsOf(word).key)).toBe(expected);
});
