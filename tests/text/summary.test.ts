import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarise } from '../../src/text/summary.ts';
import { tidy } from '../../src/text/white-space.ts';
import { anyText } from './arbitrary.ts';
import { runs } from '../runs.ts';

const rows: readonly (readonly [string, string, number, string])[] = [
  ['short text stays', 'One two.', 8, 'One two.'],
  ['paragraphs run on', 'One.\n\nTwo.', 20, 'One. Two.'],
  [
    'whole sentences that fill most of it',
    'One two three four. Five six seven.',
    24,
    'One two three four.',
  ],
  ['else words', 'One two three, four five six seven. Eight.', 19, 'One two three…'],
  [
    'no sentence ends in an abbreviation',
    'We, e.g. Alice, see Smith et al. Then more',
    36,
    'We, e.g. Alice, see Smith et al.…',
  ],
  ['nor in an initial', 'A theorem of J. Smith and others follows', 22, 'A theorem of J. Smith…'],
  ['nor in a number', 'It scores 94.1 on all of the tasks here', 14, 'It scores…'],
  ['long words are cut', 'x'.repeat(30), 10, `${'x'.repeat(9)}…`],
  ['emoji are not', '👩‍🔬👨‍👩‍👧🇨🇭é!', 3, '👩‍🔬👨‍👩‍👧…'],
  ['Chinese', '我们提出方法。它很好用，也很快。结束', 16, '我们提出方法。它很好用，也很快。'],
];

test.each(rows)('%s', (_, text, most, expected) => {
  expect(summarise(text, most)).toBe(expected);
});

test('is a beginning of the text and never too long', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, most) => {
      const result = summarise(text, most);
      const line = tidy(text).replaceAll('\n\n', ' ');
      expect([...segmenter.segment(result)].length).toBeLessThanOrEqual(most);
      expect(line.startsWith(result === line ? line : result.replace(/…$/, ''))).toBe(true);
      expect(result).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }),
    runs(500),
  );
});

test('looks at no more of a long text than matters', () => {
  const word = fc.constantFrom(
    'a',
    'Eggs.',
    'e\u0301',
    '👩‍🔬',
    'x'.repeat(30),
    '\n\n',
    '  ',
    '\u0000',
    'i.e.',
    '2',
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      (words, most) => {
        const text = words.join(' ');
        // A letter that is more than one character has the whole text read.
        const whole = (of: string) => summarise(`${of} ${'e\u0301'}`, most);
        const long = `${text} ${'and so on '.repeat(40)}`;
        expect(summarise(long, most)).toBe(whole(long));
      },
    ),
    runs(500),
  );
});
