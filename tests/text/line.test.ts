import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cutAtWord, dotted, oneLine } from '../../src/text/line.ts';
import { anyText } from '../archive/paper.ts';

describe('oneLine', () => {
  test.each([
    ['a  b\r\n\tc', 'a b c'],
    ['\uFEFFa\u2028b\u00A0c', 'a b c'],
    ['a \u0000 b', 'a b'],
    ['\u202Egnp.exe\u202C', 'gnp.exe'],
    ['👩\u200D🔬 عربي', '👩\u200D🔬 عربي'],
    ['a\uDC00', 'a\uFFFD'],
    ['', ''],
  ])('%j → %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(oneLine(oneLine(text))).toBe(oneLine(text));
      }),
    );
  });
});

describe('cutAtWord', () => {
  test.each<[string, number, string]>([
    ['short', 10, 'short'],
    ['one two three', 9, 'one two…'],
    ['one two three', 7, 'one two…'],
    ['unbreakable', 5, 'unbre…'],
    ['a unbreakable', 10, 'a unbreaka…'],
    ['ab😀cd', 3, 'ab…'],
    ['ab😀cd', 4, 'ab😀…'],
  ])('%j to %i → %j', (line, length, cut) => {
    expect(cutAtWord(line, length, '…')).toBe(cut);
  });

  it('gives a beginning, not too long, of whole characters', () => {
    fc.assert(
      fc.property(anyText.map(oneLine), fc.integer({ min: 1, max: 40 }), (line, length) => {
        const cut = cutAtWord(line, length);
        expect(line.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

test('dotted leaves out what is empty, and lets no dot begin a line', () => {
  expect(dotted(['2024', '', 'Adam'])).toBe('2024\u00A0· Adam');
  expect(dotted(['', ''])).toBe('');
});
