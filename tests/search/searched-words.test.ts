import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedForms, words } from '../../src/search/searched-words.ts';
import { unspaced } from '../../src/search/unspaced.ts';
import { fold } from '../../src/text/letters.ts';

describe('fold', () => {
  it.each([
    ['Łojasiewicz', 'lojasiewicz'],
    ['TÜLU 3', 'tulu 3'],
    ['ﬁne', 'fine'],
    ['Straße', 'strasse'],
    ['Ærøskøbing', 'aeroskobing'],
    ['İstanbul', 'istanbul'],
    ['ℓ₁', 'l1'],
    ['α-β', 'α-β'],
    ['強化学習', '強化学習'],
  ])('%j → %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['Fine-Tuning', [['finetuning', 'fine', 'tuning']]],
    ["Newton's method", [['newton'], ['method']]],
    ['Newton’s', [['newton']]],
    ['Llama 3.1', [['llama'], ['31', '3', '1']]],
    ['state–of–the–art', [['stateoftheart', 'state', 'of', 'the', 'art']]],
    ['mathbb_R', [['mathbbr', 'mathbb', 'r']]],
    ['ℓ∞-norm', [['ellinftynorm', 'ell', 'infty', 'norm']]],
    ['τ-bench', [['taubench', 'tau', 'bench']]],
    ['a ≤ λx', [['a'], ['leq'], ['lambdax', 'lambda', 'x']]],
    ['“So,” (she) said…', [['so'], ['she'], ['said']]],
    ['抹茶 茶の湯', [['抹茶'], ['茶の湯', '茶の', 'の湯']]],
    ['?! …', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(words(text).map(({ whole, parts }) => [whole, ...parts])).toEqual(expected);
  });

  it('are folded, and joined from their parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { whole, parts } of words(text)) {
          expect(whole).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
          expect(fold(whole)).toBe(whole);
          expect(unspaced.test(whole) || whole.startsWith(parts.join(''))).toBe(true);
        }
      }),
    );
  });
});

describe('typedForms', () => {
  it.each([
    ['plain text, naïve', []],
    ['“quoted” – and dashed', []],
    ['τ-bench', ['taubench', 'tau']],
    ['C++ in O(n log n)', ['bigonlogn', 'cplusplus']],
    ['Łukasz', ['lukasz']],
    ['ℓ₁ norm', ['ell1', 'ell', 'l1']],
    ['λ-計算', ['lambda']],
    ['λ and λ', ['lambda']],
    ['TÜLU', []],
    ['a ≤ b', ['leq']],
  ])('%j → %j', (text, forms) => {
    expect(typedForms(text)).toEqual(forms);
  });

  it('are distinct words, and none stands in the word it is made from', () => {
    const letter = fc.constantFrom('a', 'λ', 'ł', 'é', 'ℓ', '₁', '∞', '-', ' ', 'ß', 'B');
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        const forms = typedForms(text);
        expect(new Set(forms).size).toBe(forms.length);
        for (const form of forms) {
          expect(form.length).toBeGreaterThan(1);
          const sources = text.split(/\s+/).filter((word) => typedForms(word).includes(form));
          expect(sources).not.toEqual([]);
          for (const word of sources) expect(word.toLowerCase()).not.toContain(form);
        }
      }),
    );
  });
});
