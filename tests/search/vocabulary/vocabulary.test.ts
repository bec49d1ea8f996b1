import { describe, expect, it } from 'vitest';
import {
  countWords,
  vocabularyWords,
  type SearchedText,
} from '../../../src/search/vocabulary/collect.ts';
import { packVocabulary } from '../../../src/search/vocabulary/pack.ts';
import { allowedSlips, Vocabulary } from '../../../src/search/vocabulary/vocabulary.ts';
import { opened } from '../tea-archive.ts';

const papers: SearchedText[] = [
  { title: 'Fine-Tuning a Samovar', text: 'Steam, steam and more steam.', authors: ['Bo Łeafski'] },
  { title: 'On Steaming', text: 'A samovar steams. See https://tea.example/a1b2c3.', authors: [] },
  { title: 'Green Leaves', text: 'Build 20250311 of λ-leaf.', authors: [] },
];
const words = vocabularyWords(
  countWords(papers),
  new Map([['brew', [{ phrase: 'brew', other: 'infusion' }]]]),
);
const vocabulary = opened(words, papers.length);
const wordsOf = (found: readonly { readonly word: string }[]) => found.map(({ word }) => word);

describe('vocabularyWords', () => {
  const counted = new Map(words.map(({ word, papers: held, titles }) => [word, [held, titles]]));
  it.each([
    ['samovar', [2, 1]],
    // Three times in one paper is one paper.
    ['steam', [1, 0]],
    ['finetuning', [1, 1]],
    ['fine', [1, 1]],
    ['leafski', [1, 0]],
    ['lambda', [1, 0]],
    ['brew', [0, 0]],
    ['a', undefined],
    ['tea', undefined],
    ['20250311', undefined],
  ])('%s: %j', (word, counts) => {
    expect(counted.get(word)).toEqual(counts);
  });

  it('is in the order of letters', () => {
    expect(wordsOf(words)).toEqual(wordsOf(words).toSorted());
  });
});

describe('Vocabulary', () => {
  it.each([
    ['samovar', 'samovar'],
    ['samovars', 'samovar'],
    ['steamed', 'steam'],
    ['coffee', undefined],
    // No paper holds it.
    ['brew', undefined],
  ])('finds for %s %s', async (typed, word) => {
    expect((await vocabulary.find(typed))?.word).toBe(word);
  });

  it.each([
    ['samovra', ['samovar']],
    ['steem', ['steam']],
    ['sem', []],
    ['samovar', []],
    ['finetunign', ['finetuning']],
  ])('near %s are %j', async (typed, near) => {
    expect(wordsOf(await vocabulary.near(typed))).toEqual(near);
  });

  it.each([
    ['st', ['steaming', 'steam', 'steams']],
    ['steami', ['steaming']],
    ['zz', []],
  ])('begins with %s: %j', async (typed, longer) => {
    expect(wordsOf(await vocabulary.completions(typed))).toEqual(longer);
  });

  it.each([
    ['greenleaves', ['green leaves']],
    ['samovarsteam', ['samovar steam']],
    ['samovar', []],
    // Three letters stand at the end of many words by chance.
    ['moresteam', ['more steam']],
    ['seesteam', []],
  ])('splits %s: %j', async (typed, pairs) => {
    const split = await vocabulary.split(typed);
    expect(split.map((pair) => wordsOf(pair).join(' '))).toEqual(pairs);
  });

  it('knows the names of a word, also of its plural, and also where no paper holds it', async () => {
    expect(await vocabulary.names('brews')).toEqual([{ phrase: 'brew', other: 'infusion' }]);
    expect(await vocabulary.names('steam')).toEqual([]);
  });

  it.each([
    ['tea', 0],
    ['leaf', 1],
    ['teapots', 1],
    ['porcelain', 2],
  ])('allows in %s %d slips', (word, count) => {
    expect(allowedSlips(word)).toBe(count);
  });

  it('loads a part once, and again after a failure', async () => {
    const { plan, parts } = packVocabulary(words, 3, (text) => text.slice(0, 30));
    const loads: string[] = [];
    let down = true;
    const slow = new Vocabulary(plan, (name) => {
      loads.push(name);
      return down ? Promise.reject(new Error('down')) : Promise.resolve(parts.get(name) ?? '');
    });
    expect(loads).toEqual([]);
    await expect(slow.exactly('steam')).rejects.toThrow('down');
    down = false;
    expect((await slow.exactly('steam'))?.word).toBe('steam');
    await slow.exactly('samovar');
    expect(loads).toHaveLength(2);
  });
});
