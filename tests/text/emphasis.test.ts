import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emphasisBegins,
  emphasisEnds,
  emphasisedAs,
  settleEmphasis,
  withDelimiters,
  withoutEmphasis,
  withoutForgedMarks,
} from '../../src/text/emphasis.ts';
import { toMarkdown } from '../../src/text/markdown.ts';
import { normalise, normaliseEmphasis } from '../../src/text/normalise.ts';
import { renderAbstract } from '../../src/text/render.ts';
import { runs } from '../runs.ts';

const marked = (text: string): string =>
  text
    .replaceAll('‹', emphasisBegins('em'))
    .replaceAll('›', emphasisEnds('em'))
    .replaceAll('«', emphasisBegins('strong'))
    .replaceAll('»', emphasisEnds('strong'));

test.each([
  ['plain', 'plain'],
  ['‹a› and «b»', '*a* and **b**'],
  ['a‹ b ›c', 'a *b* c'],
  ['‹«a»›', '***a***'],
  ['‹a «b» c›', '*a **b** c*'],
  ['«a ‹b›»', '**a *b***'],
  ['‹open', '*open*'],
  ['closed› and ‹›', 'closed and '],
  ['‹two\n\nparagraphs›', '*two*\n\n*paragraphs*'],
  ['‹twice ‹over› it›', '*twice over it*'],
])('puts the marks of %j in order', (text, expected) => {
  expect(withDelimiters(settleEmphasis(marked(text)))).toBe(expected);
});

test.each([
  ['a ‹toad› of 3 * 4', 'a *toad* of 3 \\* 4'],
  ['un‹believ›able', 'un*believ*able'],
  ['‹*›', '*\\**'],
  // CommonMark would show these asterisks.
  ['1‹.› and ‹this›', '1\\. and this'],
  ['a ‹sum $x$› here', 'a *sum $x$* here'],
  ['a $x ‹y›$ here', 'a $x y$ here'],
  ['‹# no heading›', '*# no heading*'],
  ['see ‹https://pond.example/a›.', 'see *https://pond.example/a*.'],
])('writes %j as Markdown', (text, expected) => {
  expect(toMarkdown(normaliseEmphasis(marked(text), true), 'tex')).toBe(expected);
});

test.each([
  ['\\emph{a} \\textit{b} \\textsl{c} \\textbf{d}', '*a b c* **d**'],
  ['{\\em a b} {\\it c} {\\bf d} {\\itshape e}', '*a b c* **d** *e*'],
  ['\\emph{a \\textbf{b} c}', '*a **b** c*'],
  ["\\emph{``T\\\"ulu''}", '*“Tülu”*'],
  ['\\texttt{a} \\textsc{b} \\mbox{c}', 'a b c'],
  ['\\emph{open', '\\emph{open'],
  ['$\\textbf{x}$', '$\\textbf{x}$'],
])('reads the emphasis of TeX, %j', (text, expected) => {
  const read = normaliseEmphasis(text, true);
  expect(withDelimiters(read)).toBe(expected);
  expect(withoutEmphasis(read)).toBe(normalise(text));
  expect(normaliseEmphasis(text, false)).toBe(normalise(text));
});

test('a text that does not know of marks has none', () => {
  expect(normalise(marked('‹a› «b»'))).toBe('a b');
});

test('gives a part of a text the emphasis that it has in the whole', () => {
  const em = new Set(['em'] as const);
  const none = new Set<never>();
  const whole = [
    ['**A title**: a ', none],
    ['small\nfrog', em],
    [' here', none],
  ] as const;
  const read = (text: string): string => withDelimiters(emphasisedAs(text, whole));
  expect(read('a small frog here')).toBe('a *small frog* here');
  expect(read('mall frog')).toBe('*mall frog*');
  expect(read('a large frog')).toBe('a large frog');
});

test.each([
  [marked('‹a›'), '\uFDEFa\uFDEF'],
  [String.raw`"\uFDD8a\ufddb"`, String.raw`"\ufdefa\ufdef"`],
  ['&#xFDD9; &#64984;', '&#xfdef; &#65007;'],
  [String.raw`\ufddc #64988; 64984`, String.raw`\ufddc #64988; 64984`],
])('takes forged marks out of %j', (text, expected) => {
  expect(withoutForgedMarks(text)).toBe(expected);
  expect(expected).toHaveLength(text.length);
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(...'‹›«»‹›«»*_`[]()<>&#$\\!~.,:-+1 \n'),
    fc.constantFrom(
      'frog',
      ' pond ',
      'é',
      '\n\n',
      '**',
      "''",
      '``',
      '--',
      '\\emph{',
      '}',
      '{\\em ',
    ),
    fc.constantFrom('$x_1$', '\\textbf{', 'https://a.example/b', '&amp;', '<b>', '\\_', '~', 'Ã©'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  ),
  { maxLength: 30 },
);

const bare = (html: string): string => html.replaceAll(/<\/?(?:em|strong)>/g, '');

test.each(['plain', 'tex'] as const)(
  'emphasis changes nothing else, in any %s text',
  (notation) => {
    fc.assert(
      fc.property(pieces, fc.boolean(), (parts, tex) => {
        const source = marked(parts.join(''));
        const plain = normalise(source);
        const read = normaliseEmphasis(source, tex);
        expect(withoutEmphasis(read)).toBe(plain);
        const [body, without] = [toMarkdown(read, notation), toMarkdown(plain, notation)];
        const shown = renderAbstract(body);
        expect(shown.text).toBe(renderAbstract(without).text);
        expect(bare(shown.html)).toBe(bare(renderAbstract(without).html));
      }),
      runs(300),
    );
  },
);

test('a text with more marks than any abstract has is written without', () => {
  const text = marked('‹a› b '.repeat(600));
  expect(toMarkdown(normaliseEmphasis(text, false), 'plain')).toBe('a b '.repeat(600).trim());
});
