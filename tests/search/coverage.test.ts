import { describe, expect, it } from 'vitest';
import { bagOf, bagOfText, holds, holdsExactly } from '../../src/search/coverage.ts';
import { plainTerm, type Term } from '../../src/search/terms.ts';
import { fragment } from './fragment.ts';

const term = (typed: string, more: Partial<Term> = {}): Term => ({ ...plainTerm(typed), ...more });
const meaning = (...all: string[]): Partial<Term> => ({
  options: all.map((word) => ({ word, weight: 1 })),
  mended: true,
});

describe('holds, and holds exactly', () => {
  it.each([
    ['the word', term('leaf'), 'A leaf.', true, true],
    ['in any case, with accents', term('tulu'), 'TÜLU', true, true],
    ['another form', term('leafs'), 'A leaf.', true, false],
    ['a longer word', term('tea'), 'Teapots', true, false],
    ['a longer word, for two letters', term('te'), 'Teapots', false, false],
    ['part of a compound', term('tuning'), 'Fine-tuning', true, true],
    ['a compound', term('finetuning'), 'Fine-tuning', true, true],
    ['nothing of it', term('milk'), 'A leaf.', false, false],
    ['what was meant', term('lef', meaning('leaf')), 'A leaf.', true, true],
    [
      'what was typed, where something else was meant',
      term('lef', meaning('leaf')),
      'Lef',
      false,
      false,
    ],
    ['one of the guesses', term('lef', meaning('left', 'leaf')), 'A leaf.', true, true],
    ['two words for one', term('greenleaf', meaning('green leaf')), 'A leaf, green', true, true],
    ['one of two words', term('greenleaf', meaning('green leaf')), 'A leaf', false, false],
    ['the rest of a word', term('te', { unfinished: true }), 'Teapots', true, false],
    ['voiced kana amid Japanese', term('データ'), '生データです', true, true],
    ['Japanese amid Japanese', term('抹茶'), '宇治抹茶です', true, true],
  ])('%s', (_, wanted, text, held, exactly) => {
    const bag = bagOf(text);
    expect([holds(bag, wanted), holdsExactly(bag, wanted)]).toEqual([held, exactly]);
  });
});

describe('bagOfText', () => {
  it('holds text and metadata, without what parts words of unspaced writing', () => {
    const meta = { title: 'Steam', authors: 'Bo Łeafski' };
    const bag = bagOfText(fragment('Steam', '宇治\u200b抹茶', { meta }));
    for (const word of ['steam', 'leafski', '宇治', '抹茶']) expect(bag.words).toContain(word);
  });
});
