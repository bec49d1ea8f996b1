import { expect, test } from 'vitest';
import { fold, isNoisy, tokens, typedWords } from '../../scripts/bench/search/words.ts';

test.each([
  ['TÜLU 3', 'tulu 3'],
  ['Łojasiewicz', 'lojasiewicz'],
  ['Straße', 'strasse'],
  ['EMGC²F', 'emgc2f'],
])('%s folded', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['Few-Shot: Don’t!', ['few', 'shot', 'don', 't']],
  ['$\\mathtt{F}$Laws', ['f', 'laws']],
  ['$\\scriptsize\\mathcal{O}(n^2)$', ['o', 'n', '2']],
  ['$\\ell_1$ and \\alpha', ['ell', '1', 'and', 'alpha']],
  ['', []],
])('tokens of %s', (text, found) => {
  expect(tokens(text)).toEqual(found);
});

test.each([
  ['“Clicking” (again): C++, C#.', ['Clicking', 'again', 'C++', 'C#']],
  ['state-of-the-art', ['state-of-the-art']],
  [' — ', []],
])('typed words of %s', (text, words) => {
  expect(typedWords(text)).toEqual(words);
});

test.each([
  ['plain words, even 3.5%', false],
  ['x_0', true],
  ['$n$', true],
  ['see https://example.org', true],
  ['a < b', true],
])('%s is line noise: %j', (text, noisy) => {
  expect(isNoisy(text)).toBe(noisy);
});
