import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord, gaps, kindOf, kinds, readWords } from '../../src/related/words.ts';
import { singular } from '../../src/text/stem.ts';
import { anyText } from '../archive/paper.ts';

/** A text as a row of words and gaps. */
function read(text: string): string {
  const row: string[] = [];
  const marks = { [gaps.mark]: ',', [gaps.hyphen]: '-', [gaps.sentence]: '.' };
  readWords(
    text,
    (word) => void row.push(word),
    (gap) => void row.push(marks[gap as keyof typeof marks] ?? '?'),
  );
  return row.join(' ');
}

describe('readWords', () => {
  test.each([
    ['Kilns fire glaze.', '. Kilns fire glaze'],
    ['Wood-fired kilns', '. Wood - fired kilns'],
    ['Ash, glaze (and salt)', '. Ash , glaze , and salt'],
    ['It cools. Then it cracks', '. It cools . Then it cracks'],
    ['two  spaces\nand lines', '. two spaces and lines'],
    ['Marlow’s kiln', '. Marlow’s kiln'],
    ['TÜLU 3', '. TÜLU 3'],
    ['a bound of $O(\\sqrt{n})$ holds', '. a bound of , holds'],
    ['costs $5 and then more', '. costs , 5 and then more'],
    ['use \\textbf here', '. use , here'],
    ['see https://example.org/kiln.html now', '. see , now'],
    ['at github.com/marlow/kiln', '. at'],
    ['', '.'],
    [`data ${'x'.repeat(41)} here`, '. data , here'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('takes any text', () => {
    fc.assert(fc.property(anyText, (text) => read(text).length > 0));
  });
});

test.each([
  ['kilns', 'kiln'],
  ['glazes', 'glaze'],
  ['studies', 'study'],
  ['classes', 'class'],
  ['boxes', 'box'],
  ['approaches', 'approach'],
  ['glass', 'glass'],
  ['analysis', 'analysis'],
  ['virus', 'virus'],
  ['gas', 'gas'],
  ['optimizer', 'optimizer'],
])('the singular of %s is %s', (plural, expected) => {
  expect(singular(plural)).toBe(expected);
});

test.each([
  ['Tülu', 'tulu'],
  ['Marlow’s', 'marlow'],
  ["bees'", 'bees'],
  ['KILN', 'kiln'],
  ['LMs', 'lm'],
  ['Hs', 'hs'],
])('%s is folded to %s', (written, expected) => {
  expect(foldWord(written)).toBe(expected);
});

test.each([
  ['kilns', kinds.word],
  ['the', kinds.stop],
  ['results', kinds.common],
  ['baselines', kinds.common],
  ['of', kinds.of],
  ['2025', kinds.number],
  ['k', kinds.part],
  ['pre', kinds.part],
  ['3d', kinds.word],
])('%s counts as kind %i', (word, expected) => {
  expect(kindOf(word, singular(word))).toBe(expected);
});
