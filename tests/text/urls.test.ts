import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUrls } from '../../src/text/urls.ts';
import { anyText } from './arbitrary.ts';
import { foundingLine } from '../founding.ts';
import { runs } from '../runs.ts';

const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['full stop', 'at https://a.org/b.', ['https://a.org/b']],
  [
    'comma, colon, question mark',
    'https://a.org/b, http://c.org/d: https://e.org?',
    ['https://a.org/b', 'http://c.org/d', 'https://e.org'],
  ],
  ['brackets around', '(https://a.org/b) [https://c.org].', ['https://a.org/b', 'https://c.org']],
  [
    'brackets inside',
    'https://a.org/b_(c) (see https://a.org/b_(c)).',
    ['https://a.org/b_(c)', 'https://a.org/b_(c)'],
  ],
  [
    'quotes',
    '"https://a.org/b" “https://c.org/d” \'https://e.org\'',
    ['https://a.org/b', 'https://c.org/d', 'https://e.org'],
  ],
  ['glued to a word', 'researchhttps://a.org/B.', ['https://a.org/B']],
  [
    'several in a row',
    'https://a.org/bhttps://c.org/d http://e.org',
    ['https://a.org/b', 'https://c.org/d', 'http://e.org'],
  ],
  [
    'one inside another',
    'https://web.org/2020/https://a.org/b',
    ['https://web.org/2020/https://a.org/b'],
  ],
  ['Chinese after it', '代码：https://a.org/b。数据', ['https://a.org/b']],
  [
    'letters of other alphabets',
    'https://de.wiki.org/wiki/Köln',
    ['https://de.wiki.org/wiki/Köln'],
  ],
  ['query and fragment', 'https://a.org/?b=c&d=%20#e;', ['https://a.org/?b=c&d=%20#e']],
  ['upper case', 'HTTPS://A.org', ['HTTPS://A.org']],
  ['TeX around it', '\\url{https://a.org/b}', ['https://a.org/b']],
  ['none', 'www.a.org a.org https:// http://x ftp://a.org javascript:a https://...', []],
];

test.each(rows)('%s', (_, text, expected) => {
  expect(findUrls(text).map(({ url }) => url)).toEqual(expected);
});

const founding: readonly (readonly [number, readonly string[]])[] = [
  [13, ['https://github.com/NizarIslah/GitChameleon']],
  [
    73,
    [
      'https://huggingface.co/datasets/nvidia/HelpSteer2',
      'https://huggingface.co/nvidia/Llama-3.1-Nemotron-70B-Reward',
    ],
  ],
  [89, ['https://github.com/InternLM/OREAL']],
  [93, ['http://tiny.cc/grif']],
  [105, ['https://github.com/miccunifi/iamcl2r']],
  [149, []],
  [221, ['https://intuitive-robots.github.io/beso-website/']],
  [249, ['https://Make-A-Voice.github.io']],
  [303, []],
  [
    309,
    [
      'https://github.com/hamishivi/EasyLM',
      'https://github.com/allenai/open-instruct',
      'https://huggingface.co/collections/allenai/tulu-v25-suite-66676520fd578080e126f618',
    ],
  ],
];

test.each(founding)('line %i of the founding digest', (line, expected) => {
  expect(findUrls(foundingLine(line)).map(({ url }) => url)).toEqual(expected);
});

test('places are where the addresses are, in order and apart', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { url, start, end } of findUrls(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(url);
        expect(url).toMatch(/^https?:\/\/[a-z0-9][^\s<>"]*$/i);
        last = end;
      }
    }),
    runs(500),
  );
});
