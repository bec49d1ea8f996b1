import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { escapeLatex, verbatim } from '../../src/citation/latex.ts';
import { oneLine } from '../../src/text/line.ts';
import { anyText } from '../archive/paper.ts';
import { printedByLatex } from './reader.ts';

describe('escapeLatex', () => {
  test.each([
    ['plain text', 'plain text'],
    ['50% of R&D', String.raw`50\% of R\&D`],
    ['C# in #1', String.raw`C\# in \#1`],
    ['x_1', String.raw`x\_1`],
    ['$5 or $x^2$', String.raw`\$5 or \$x{\textasciicircum}2\$`],
    ['{a}', String.raw`{\textbraceleft}a{\textbraceright}`],
    ['}', String.raw`{\textbraceright}`],
    [String.raw`\alpha`, String.raw`{\textbackslash}alpha`],
    [String.raw`\{`, String.raw`{\textbackslash}{\textbraceleft}`],
    ['~/home', String.raw`{\textasciitilde}/home`],
    ['0<delta<1', String.raw`0{\textless}delta{\textless}1`],
    ['a > b | c', String.raw`a {\textgreater} b {\textbar} c`],
    ['"quoted" and \'single\'', '"quoted" and \'single\''],
    ['Łojasiewicz, 深度学习, 😀', 'Łojasiewicz, 深度学习, 😀'],
    ['two\nlines\tand  more ', 'two lines and more'],
    ['a\u0000b\u001Bc\u202Ed', 'abcd'],
    ['half \uD83D pair', 'half \uFFFD pair'],
  ])('%j → %j', (text, escaped) => {
    expect(escapeLatex(text)).toBe(escaped);
  });

  it('prints as the text, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(printedByLatex(escapeLatex(text))).toBe(oneLine(text));
      }),
    );
  });
});

describe('verbatim', () => {
  test.each([
    ['https://example.org/a_b?c=1&d=%20#e~f', 'https://example.org/a_b?c=1&d=%20#e~f'],
    ['https://example.org/{x}', 'https://example.org/%7Bx%7D'],
    [String.raw`https://example.org/\end{document}`, 'https://example.org/%5Cend%7Bdocument%7D'],
    ['https://example.org/a b"c', 'https://example.org/a%20b%22c'],
    ['https://example.org/é', 'https://example.org/%C3%A9'],
    ['10.1002/(SICI)1097<1::AID>3.0.CO;2-#', '10.1002/(SICI)1097%3C1::AID%3E3.0.CO;2-#'],
  ])('%j → %j', (address, value) => {
    expect(verbatim(address)).toBe(value);
  });

  it('never holds a brace, a backslash or white space', () => {
    fc.assert(fc.property(anyText, (text) => !/[{}\\\s]/.test(verbatim(text))));
  });
});
