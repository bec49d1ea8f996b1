import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachLine, isSpace, splitLines, trimLine } from '../../src/digest/lines.ts';

describe('splitLines', () => {
  test.each([
    ['', []],
    ['\ufeff', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\n', ['a', '']],
    ['\n', ['']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b']],
    ['a\rb\r', ['a', 'b']],
    ['a\r\r\nb\n\rc', ['a', '', 'b', '', 'c']],
    ['\ufeffa\nb', ['a', 'b']],
    ['a\n\ufeffb', ['a', '\ufeffb']],
    ['a\u2028b\u2029c\u0085d\fe\vf', ['a\u2028b\u2029c\u0085d\fe\vf']],
  ])('%j is %j', (text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });

  const text = fc
    .array(fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '\u2028', 'é'))
    .map((parts) => parts.join(''));

  test('joined by LF, the lines are the text with its endings made LF', () => {
    fc.assert(
      fc.property(text, (given) => {
        const plain = given.replaceAll(/\r\n?/g, '\n');
        const lines = splitLines(given);
        expect(lines.map((line) => `${line}\n`).join('')).toBe(
          plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`,
        );
      }),
    );
  });

  test('eachLine gives the bounds of the same lines', () => {
    fc.assert(
      fc.property(text, (given) => {
        const found: string[] = [];
        eachLine(given, (start, end) => found.push(given.slice(start, end)));
        expect(found).toEqual(splitLines(given));
      }),
    );
  });
});

describe('trimLine', () => {
  test.each([
    [' a b ', 'a b'],
    ['\u00a0\ta\u3000\u200b', 'a'],
    ['\u2028\u0085\f', ''],
    ['a\u00a0b', 'a\u00a0b'],
  ])('%j is %j', (line, trimmed) => {
    expect(trimLine(line)).toBe(trimmed);
  });

  test('all that \\s knows is white space here too', () => {
    const codes = Array.from({ length: 0x10000 }, (_, code) => code);
    const spaces = codes.filter((code) => /\s/.test(String.fromCharCode(code)));
    expect(spaces.filter((code) => !isSpace(code))).toEqual([]);
  });
});
