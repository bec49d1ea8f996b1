import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsOf, readWords } from '../../src/text/read-words.ts';
import { anyText } from '../archive/paper.ts';

const signs = { space: '', hyphen: '-', bracket: '(', mark: ',', sentence: '.', paragraph: '¶' };

/** A text as a row of words and what parts them. */
function read(text: string): string {
  const row: string[] = [];
  readWords(text, (word, gap) => void row.push(signs[gap], word));
  return row.filter((part) => part !== '').join(' ');
}

describe('readWords', () => {
  test.each([
    ['Kilns fire glaze.', '. Kilns fire glaze'],
    ['Wood-fired kilns', '. Wood - fired kilns'],
    ['wood–fired and 10−3', '. wood - fired and 10 - 3'],
    ['Ash, glaze (and salt)', '. Ash , glaze ( and salt'],
    ['Ash （and salt）', '. Ash ( and salt'],
    ['kilns—and salt', '. kilns , and salt'],
    ['It cools. Then it cracks', '. It cools . Then it cracks'],
    ['two  spaces\nand lines', '. two spaces and lines'],
    ['one paragraph\n \nand another', '. one paragraph ¶ and another'],
    ['Marlow’s kiln', '. Marlow’s kiln'],
    ["it doesn't crack", ". it doesn't crack"],
    ['l’argile', '. l , argile'],
    ['TÜLU 3', '. TÜLU 3'],
    ['cafe\u0301 and ki\u00adln', '. cafe\u0301 and ki\u00adln'],
    ['a bound of $O(\\sqrt{n})$ holds', '. a bound of , holds'],
    ['costs $5 and then more', '. costs , 5 and then more'],
    ['use \\textbf here', '. use , here'],
    ['see https://example.org/kiln.html now', '. see , now'],
    ['at github.com/marlow/kiln', '. at'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('takes any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        readWords(text, (word) => {
          expect(text).toContain(word);
          expect(formsOf(word).folded).not.toBe('');
        });
      }),
    );
  });
});

test.each([
  ['Tülu', 'Tulu', 'tulu', 'tulu'],
  ['Marlow’s', 'Marlow', 'marlow', 'marlow'],
  ["don't", "don't", "don't", "don't"],
  ['ki\u00adlns', 'kilns', 'kilns', 'kiln'],
  ['KILN', 'KILN', 'kiln', 'kiln'],
  ['LMs', 'LMs', 'lms', 'lm'],
  ['GPUs', 'GPUs', 'gpus', 'gpu'],
  ['Hs', 'Hs', 'hs', 'hs'],
  ['ﬁres', 'fires', 'fires', 'fire'],
])('the forms of %s', (written, bare, folded, key) => {
  expect(formsOf(written)).toEqual({ bare, folded, key });
});
