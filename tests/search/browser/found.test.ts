import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFollowed } from '../../../src/search/browser/found/followed.ts';
import { findSpans } from '../../../src/search/browser/found/match.ts';
import { wordsToMark } from '../../../src/search/grammar.ts';

/** What is marked, in brackets. */
function marked(text: string, words: readonly string[]): string {
  return findSpans(text, words).reduceRight(
    (before, [from, to]) =>
      `${before.slice(0, from)}[${before.slice(from, to)}]${before.slice(to)}`,
    text,
  );
}

describe('findSpans', () => {
  it.each([
    [
      'Learning to learn: learners learned.',
      ['learn'],
      '[Learning] to [learn]: [learners] [learned].',
    ],
    ['Model-based planning, TÜLU 3', ['model', 'tulu'], '[Model]-based planning, [TÜLU] 3'],
    ['The art of the deal', ['the', 'art'], 'The [art] of the deal'],
    [
      'Chain of thought, a chain of shops',
      ['chain of thought'],
      '[Chain of thought], a chain of shops',
    ],
    ['Thoughts in a chain', ['chain of thought'], '[Thoughts] in a [chain]'],
    ['Fine-tuned by fine tuning', ['fine-tuning'], '[Fine-tuned] by [fine tuning]'],
    ['Optimisation matters', ['optim'], '[Optimisation] matters'],
    ['A network of nets', ['net'], 'A [network] of [nets]'],
    ['強化学習 works', ['強化学習'], '[強化学習] works'],
    ['Nothing here', ['missing', '', '—'], 'Nothing here'],
  ])('%s', (text, words, expected) => {
    expect(marked(text, words)).toBe(expected);
  });

  it('gives spans within the text, in its order, none within another', () => {
    const word = fc.oneof(fc.constantFrom('learn', 'model', 'deep-learning'), fc.string());
    fc.assert(
      fc.property(
        fc.array(word).map((words) => words.join(' ')),
        fc.array(word),
        (text, words) => {
          let end = 0;
          for (const [from, to] of findSpans(text, words)) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(text.length);
            end = to;
          }
        },
      ),
    );
  });
});

describe('wordsToMark', () => {
  it.each([
    ['green tea', ['green', 'tea']],
    ['"chain of thought" title:"two words" title:one', ['chain of thought', 'two words', 'one']],
    ['tea -milk -"hot water" author:lovelace topic:drinks', ['tea']],
    ['author:"Ada Lovelace" tea', ['tea']],
    ['-title:x tea-time', ['tea time']],
    ['"unfinished phrase', ['unfinished', 'phrase']],
    ['', []],
  ])('%s', (query, words) => {
    expect(wordsToMark(query)).toEqual(words);
  });
});

describe('parseFollowed', () => {
  it.each([
    [null, undefined],
    ['[]', undefined],
    ['{"paper":"a","words":["tea",1]}', { paper: 'a', words: ['tea'] }],
    ['{"paper":"a"', undefined],
  ])('%s', (json, followed) => {
    expect(parseFollowed(json)).toEqual(followed);
  });
});
