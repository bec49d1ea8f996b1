import { expect, it } from 'vitest';
import { dirOf } from '../../src/text/direction.ts';

it.each([
  ['A Study of Rivers', undefined],
  ['Über Ströme: 日本語, Ελληνικά, кириллица – 42 %', undefined],
  ['', undefined],
  ['שלום', 'auto'],
  ['About مرحبا', 'auto'],
  ['A\u202eB', 'auto'],
  ['\u{1e900}', 'auto'],
])('%s: %s', (text, dir) => {
  expect(dirOf(text)).toBe(dir);
});
