import { expect, it } from 'vitest';
import { onOneLine } from '../../../src/search/paste/lines.ts';

it.each([
  ['Brewing tea with care', undefined],
  ['Brewing tea with care\n', undefined],
  ['Brewing tea\r\n  with care', 'Brewing tea with care'],
  ['Contras-\ntive brewing', 'Contras- tive brewing'],
  ['2403.01234\n2403.01235', '2403.01234 ↵ 2403.01235'],
  ['Leaf, 2021\n\n\n\nKettle, 2020', 'Leaf, 2021 ↵ ↵ Kettle, 2020'],
  ['Brewing tea\nBoiling water\nWashing up', 'Brewing tea ↵ Boiling water ↵ Washing up'],
])('%j → %j', (text, line) => {
  expect(onOneLine(text)).toBe(line);
});
