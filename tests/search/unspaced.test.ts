import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formsOf, words } from '../../src/search/searched-words.ts';
import type { Segment } from '../../src/search/unspaced.ts';

/** What another engine may make of it. */
const everySo =
  (letters: number): Segment =>
  (stretch) =>
    Array.from({ length: Math.ceil(stretch.length / letters) }, (_, at) =>
      stretch.slice(at * letters, (at + 1) * letters),
    );

it.each([
  ['抹茶の入れ方', ['抹茶', 'の', '入れ', '方']],
  ['ティーポットで茶を', ['ティーポット', 'で', '茶', 'を']],
  ['GPT模型与茶叶', ['gpt', '模型', '与', '茶叶']],
  ['紅茶3杯、ミルク入り', ['紅茶', '3', '杯', 'ミルク', '入り']],
  ['ﾃｨｰﾎﾟｯﾄ', ['ティーポット']],
  ['홍차 tea', ['홍차'.normalize('NFKD'), 'tea']],
])('%j has the words %j', (text, expected) => {
  expect(words(text).map(({ whole }) => whole)).toEqual(expected);
});

it('finds a word by its pairs of letters, and across words', () => {
  const [word] = words('神経回路網', everySo(5));
  expect(word?.parts).toEqual(['神経', '経回', '回路', '路網']);
  expect(formsOf('神経回路', everySo(2))).toEqual(['神経', '経回', '神', '経', '回路', '回', '路']);
});

it('finds what stands there, however the build and the browser part it', () => {
  const letter = fc.constantFrom(...'茶葉水湯器抹紅緑のをたカップー');
  const size = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(
      fc.array(letter, { minLength: 2, maxLength: 20 }),
      fc.nat(18),
      fc.integer({ min: 2, max: 6 }),
      size,
      size,
      (letters, from, length, build, browser) => {
        const text = letters.join('');
        const held = new Set(formsOf(text, everySo(build)));
        const lost = words(text.slice(from, from + length), everySo(browser))
          .filter(
            ({ whole, parts }) =>
              !held.has(whole) && !(parts.length > 0 && parts.every((pair) => held.has(pair))),
          )
          .map(({ whole }) => whole);
        // A kana alone is a particle or an ending.
        expect(lost.filter((whole) => !/^[のをたカプッー]$/u.test(whole))).toEqual([]);
      },
    ),
  );
});

it('parts by script where there is no dictionary', () => {
  const own = Object.getOwnPropertyDescriptor(Intl, 'Segmenter') ?? {};
  Reflect.deleteProperty(Intl, 'Segmenter');
  try {
    expect(words('抹茶の入れ方').map(({ whole }) => whole)).toEqual([
      '抹茶',
      'の',
      '入',
      'れ',
      '方',
    ]);
  } finally {
    Object.defineProperty(Intl, 'Segmenter', own);
  }
});
