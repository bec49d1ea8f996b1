import { expect, test } from 'vitest';
import { findings, simplified } from '../../scripts/lint/linear.ts';
import { constructionsOf, literalsOf } from '../../scripts/lint/source-patterns.ts';

test.each([
  ['a repetition of what may be empty', /^(?:(?:[a-z]+(?:\.[a-z]+)?)\s*){0,12}$/],
  ['a search for the end of blanks', /\s+$/],
  ['two repetitions of one thing', /^\s*\d{0,6}\s*$/],
  ['a long repetition begun everywhere', /\s{0,2000};/],
])('finds %s', (_, { source, flags }) => {
  expect(findings(source, flags)).not.toEqual([]);
});

test.each([/(?<!\s)\s+$/, /^\s*(?:\d{1,6}\s*)?$/, /\s{0,9};/, /^https?:\/\/\S+/u])(
  'lets %s pass',
  ({ source, flags }) => {
    expect(findings(source, flags)).toEqual([]);
  },
);

test('cuts small repetitions and makes large ones endless', () => {
  expect(simplified('a{3,20}?b{0,2000}c?[{}]d+', '')).toBe('a{2,2}?b{0,}c{0,1}[{}]d{1,}');
});

test('takes expressions from code, and from nothing else', () => {
  const code = 'const half = a / b / c;\n// /no+$/\nconst s = "/no+$/";\nconst p = /[/]yes+$/gu;\n';
  expect(literalsOf('a.ts', code)).toEqual([
    { file: 'a.ts', line: 4, source: '[/]yes+$', flags: 'gu' },
  ]);
  expect(literalsOf('a.astro', `---\n${code}---\n<p>1 / 2 / 3</p>\n`)).toMatchObject([
    { line: 5, source: '[/]yes+$' },
  ]);
  expect(constructionsOf('a.ts', 'f();\nnew RegExp(`${x}`);')).toEqual([{ file: 'a.ts', line: 2 }]);
});
