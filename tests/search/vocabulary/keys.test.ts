import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningKey, endingKey } from '../../../src/search/vocabulary/keys.ts';
import { allowedSlips } from '../../../src/search/vocabulary/vocabulary.ts';
import type { VocabularyWord } from '../../../src/search/vocabulary/vocabulary-files.ts';
import { opened } from '../tea-archive.ts';
import { editOf, wordOf } from './edits.ts';

const middleSwapped = (word: string, wrong: string): boolean =>
  word.length === 4 && wrong === `${word[0]}${word[2]}${word[1]}${word[3]}`;

const known = (word: string): VocabularyWord => ({ word, papers: 1, titles: 0, names: [] });

describe('keys', () => {
  it.each([
    ['shampoo', 'sh07', 'oo07'],
    ['of', 'of02', 'fo02'],
    ['k', 'k 01', 'k 01'],
    ['抹茶', '抹茶02', '茶抹02'],
    ['x'.repeat(40), 'xx30', 'xx30'],
  ])('of %s: %s and %s', (word, beginning, ending) => {
    expect([beginningKey(word), endingKey(word)]).toEqual([beginning, ending]);
  });

  it('one slip leaves one end of a word alone, and its length within one', () => {
    fc.assert(
      fc.property(wordOf(4, 14), fc.nat(), fc.nat(), fc.nat(), (word, kind, at, letter) => {
        const wrong = editOf(word, kind, at, letter);
        fc.pre(!middleSwapped(word, wrong));
        const length = word.length;
        expect(Math.abs(wrong.length - length)).toBeLessThanOrEqual(1);
        const shares =
          beginningKey(wrong, length) === beginningKey(word) ||
          endingKey(wrong, length) === endingKey(word);
        expect(shares).toBe(true);
      }),
    );
  });

  it('but for the middle letters of four swapped', () => {
    expect(beginningKey('gaol')).not.toBe(beginningKey('goal'));
    expect(endingKey('gaol')).not.toBe(endingKey('goal'));
  });
});

describe('near', () => {
  // So many words that parts are cut as they are in a large archive.
  const words = fc.sample(wordOf(4, 9), { numRuns: 6000, seed: 11 });
  const distinct = [...new Set(words)].toSorted();
  const vocabulary = opened(distinct.map(known));

  it('finds every word that one slip can have made', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...distinct),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        async (word, kind, at, letter) => {
          const wrong = editOf(word, kind, at, letter);
          fc.pre(wrong !== word && allowedSlips(wrong) > 0 && !middleSwapped(word, wrong));
          const near = await vocabulary.near(wrong);
          expect(near).toContainEqual({ ...known(word), slips: 1 });
        },
      ),
    );
  });
});
