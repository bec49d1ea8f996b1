import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempts, tidyQuery } from '../../src/search/query.ts';

describe('attempts', () => {
  it.each([
    ['attention', ['attention']],
    ['  two   words ', ['two words']],
    ['', []],
    ['???', []],
    ['" "', []],
    ['"chain of thought"', ['"chain of thought"', 'chain of thought']],
    ['“chain of thought”', ['"chain of thought"', 'chain of thought']],
    // Pagefind would take this for one phrase.
    ['"one" and "two"', ['one and two']],
    ['Is "attention" enough?', ['Is attention enough?', 'Is attention enough']],
    ["Don't stop: a survey", ["Don't stop: a survey", 'Don t stop a survey']],
    ['Learning – a view', ['Learning – a view', 'Learning a view']],
    ['0<delta<1', ['0 delta 1']],
    ['$\\alpha$-divergence', ['alpha -divergence', 'alpha divergence']],
    ['C++', ['C++']],
    ['Llama 3.1', ['Llama 3.1']],
    ['大模型', ['大模型']],
    ['🎉', ['🎉']],
  ])('%j → %j', (raw, terms) => {
    expect(attempts(raw)).toEqual(terms);
  });

  it('hands over a bounded number of words', () => {
    const [first = ''] = attempts('word '.repeat(5000));
    expect(first.split(' ')).toHaveLength(60);
  });

  it('never repeats, never asks for nothing, and never makes a phrase of several', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const terms = attempts(raw);
        expect(new Set(terms).size).toBe(terms.length);
        for (const term of terms) {
          expect(term.trim()).not.toBe('');
          expect(term.replace(/^"(.*)"$/s, '$1')).not.toContain('"');
        }
      }),
    );
  });
});

describe('tidyQuery', () => {
  it.each([
    ['a\u0000b', 'a b'],
    ['a\u202eb\u200bc', 'abc'],
    ['line\nline', 'line line'],
    ['e\u0301', 'é'],
    ['\ud800x', 'x'],
  ])('%j → %j', (raw, tidy) => {
    expect(tidyQuery(raw)).toBe(tidy);
  });

  it('is tidy once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(tidyQuery(tidyQuery(raw))).toBe(tidyQuery(raw));
      }),
    );
  });
});
