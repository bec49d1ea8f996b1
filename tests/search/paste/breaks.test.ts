import { expect, it } from 'vitest';
import { mendBreaks } from '../../../src/search/paste/breaks.ts';

it.each([
  ['Contras- tive brew- ing', 'Contrastive brewing'],
  ['State-of-the- art tea', 'State-of-the-art tea'],
  ['Łeaf- ski on tea', 'Łeafski on tea'],
  ['Tea - the science', 'Tea - the science'],
])('%s → %s', async (text, mended) => {
  const known = new Set(['contrastive', 'brewing', 'leafski']);
  expect(await mendBreaks(text, (word) => Promise.resolve(known.has(word)))).toBe(mended);
});
