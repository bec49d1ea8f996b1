import { describe, expect, test } from 'vitest';
import { decodeCapture } from '../../src/digest/encoding.ts';

const file = 'digest.txt';
/** `\xhh` as a byte each. */
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const words = 'We propose a method for learning graphs, ';

function said(input: Uint8Array): string {
  const decoding = decodeCapture(file, input);
  return decoding.ok ? `${decoding.encoding}: ${decoding.text}` : decoding.problem.what;
}

describe('what is written in Windows-1252 is read', () => {
  test.each([
    [
      'quotes and dashes',
      '\x93Quiet\x94 graphs \x96 it\x92s slow\x85fast',
      '“Quiet” graphs – it’s slow…fast',
    ],
    ['French', 'cr\xe9\xe9e \xe0 l\x92\xe9cole, No\xebl, \x9cuvre', 'créée à l’école, Noël, œuvre'],
    ['capitals', '\xc9COLE D\xc9J\xc0 GR\xd6\xdfE', 'ÉCOLE DÉJÀ GRÖßE'],
    [
      'Spanish and prices',
      '\xbfqu\xe9? \xa13 d\xedas! \xa35, 20\xb0C, 5\xb5m, 10\xb10.2, d\xb2',
      '¿qué? ¡3 días! £5, 20°C, 5µm, 10±0.2, d²',
    ],
  ])('%s', (_, written, read) => {
    expect(said(bytes(words + written))).toBe(`windows-1252: ${words}${read}`);
  });
});

describe('any other encoding is refused by name', () => {
  test.each([
    [
      'EUC-JP',
      '\xcb\xdc\xb8\xa6\xb5\xe6\xa4\xc7\xa4\xcf\xbf\xb7\xa4\xb7\xa4\xa4\xbc\xea\xcb\xa1\xa4\xf2',
    ],
    [
      'Shift-JIS',
      '\x96{\x8c\xa4\x8b\x86\x82\xc5\x82\xcd\x90V\x82\xb5\x82\xa2\x8e\xe8\x96@\x82\xf0',
    ],
    ['GB18030', '\xce\xd2\xc3\xc7\xcc\xe1\xb3\xf6\xc1\xcb\xd2\xbb\xd6\xd6\xd0\xc2'],
    ['Big5', '\xa7\xda\xad\xcc\xb4\xa3\xa5X\xa4F\xa4@\xba\xd8\xb7s\xaa\xba\xa4\xe8\xaak'],
    ['EUC-KR', '\xbf\xec\xb8\xae\xb4\xc2 \xbb\xf5\xb7\xce\xbf\xee \xb9\xe6\xb9\xfd\xc0\xbb'],
    ['KOI8-R', '\xed\xd9 \xd0\xd2\xc5\xc4\xd3\xd4\xc1\xd7\xcc\xd1\xc5\xcd \xce\xcf\xd7\xd9\xca'],
    [
      'Windows-1251',
      '\xcc\xfb \xef\xf0\xe5\xe4\xf1\xf2\xe0\xe2\xeb\xff\xe5\xec \xed\xee\xe2\xfb\xe9',
    ],
    [
      'ISO-8859-2 (Latin-2)',
      'P\xf8in\xe1\xb9\xedme zp\xf9sob \xf8e\xb9en\xed, Stanis\xb3aw, \xa3ukasz',
    ],
    ['Mac Roman', 'pr\x8esent\x8e, it\xd5s, d\x8ej\x88'],
    ['ISO-2022', '\x1b$BK\\8&5f$G$O\x1b(B'],
  ])('%s', (name, written) => {
    expect(said(bytes(words + written))).toContain(`it looks like ${name}.`);
  });

  test.each([
    ['little', [0, 1, 2, 3]],
    ['big', [3, 2, 1, 0]],
  ])('UTF-32 without a mark, %s endian', (_, order) => {
    const text = [...words].flatMap((char) => order.map((at) => (at === 0 ? char : '\0')));
    expect(said(bytes(text.join('')))).toContain('it is UTF-32 text');
  });

  test('an encoding that cannot be told is refused all the same', () => {
    expect(said(bytes(`${words}\x81 \x9d`))).toContain(
      'neither UTF-8 nor UTF-16 nor Windows-1252.',
    );
  });
});
