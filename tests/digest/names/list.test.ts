import { expect, test } from 'vitest';
import { authorNames } from '../../../src/digest/names/list.ts';
import { decodeName } from '../../../src/digest/names/name.ts';

test.each([
  ['Ann Bee and Cee Dee', ['Ann Bee', 'Cee Dee']],
  ['A. One, B. Two, and C. Three', ['A. One', 'B. Two', 'C. Three']],
  ['A. One and B. Two and C. Three', ['A. One', 'B. Two', 'C. Three']],
  ['A. One (1), B. Two (1 and 2) ((1) Town, Land (2) City)', ['A. One', 'B. Two']],
  ['A. One (Town, Land), B. Two', ['A. One', 'B. Two']],
  ['Xi (Alex) Li (Town) and Bo Yu', ['Xi (Alex) Li', 'Bo Yu']],
  [
    'FROG Collaboration: A. One, B. Two, et al. (12 additional authors not shown)',
    ['FROG Collaboration', 'A. One', 'B. Two'],
  ],
  [
    'The FROG Collaboration and the TOAD Collaboration',
    ['The FROG Collaboration', 'the TOAD Collaboration'],
  ],
  ['A. One (for the FROG Collaboration)', ['A. One']],
  ['A. One on behalf of the FROG Collaboration, B. Two et al', ['A. One', 'B. Two']],
  ['Ann Bee, Jr., Cee Dee, III', ['Ann Bee Jr.', 'Cee Dee III']],
  ['Bee, Ann; Dee, Cee', ['Ann Bee', 'Cee Dee']],
  ['Bee, A., Dee, C. D.', ['A. Bee', 'C. D. Dee']],
  ['Ann Bee$^{1,2}$, Cee Dee*', ['Ann Bee', 'Cee Dee']],
  ['Ann Bee, with an appendix by Cee Dee', ['Ann Bee', 'Cee Dee']],
  ['', []],
  ['et al.', []],
])('%s', (list, names) => {
  expect(authorNames(list)).toEqual(names);
});

test.each([
  ["Jos\\'e Sol\\`a", 'José Solà'],
  ['P. Erd\\H{o}s', 'P. Erdős'],
  ['P. Erd{\\H o}s', 'P. Erdős'],
  ['Fran\\c cois {\\L}ucky', 'François Łucky'],
  ['V. Nguy\\~{\\^e}n', 'V. Nguyễn'],
  ['J.~Bee', 'J. Bee'],
  ['Jean--Luc Bee', 'Jean-Luc Bee'],
  ['Ann Bee', 'Ann Bee'],
])('%s', (name, decoded) => {
  expect(decodeName(name)).toBe(decoded);
});

test('more names than any paper has are no list of authors', () => {
  expect(authorNames('Ann Bee, '.repeat(40_000))).toHaveLength(40_000);
  expect(authorNames('Ann Bee, '.repeat(60_000))).toEqual([]);
});
