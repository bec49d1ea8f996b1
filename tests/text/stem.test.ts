import { expect, it } from 'vitest';
import { sameStem } from '../../src/text/stem.ts';

it.each([
  ['policy', 'policies', true],
  ['run', 'running', true],
  ['model', 'modelling', true],
  ['optimize', 'optimization', true],
  ['effective', 'effectiveness', true],
  ['neural', 'neurally', true],
  ['2025', '2025', true],
  ['use', 'us', false],
  ['class', 'clasp', false],
  ['police', 'policy', false],
  ['llms', 'llm', true],
  ['transformer', 'transform', true],
])('%s and %s are one: %s', (one, other, same) => {
  expect(sameStem(one, other)).toBe(same);
});
