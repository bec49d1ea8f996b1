import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operatorName } from '../../src/search/browser/labels.ts';
import { noFilters } from '../../src/search/facets.ts';
import { effectiveFilters } from '../../src/search/filter-values.ts';
import { parseQuery } from '../../src/search/grammar.ts';
import { withChoice, withoutAll, withoutFilters } from '../../src/search/narrowing.ts';
import { operatorsOf, withoutOperators } from '../../src/search/operators.ts';

const names = (query: string): string[] =>
  operatorsOf(query).map((operator) => operatorName(operator, (_, value) => value.toUpperCase()));

describe('the operators of a query', () => {
  it.each([
    ['milk and tea', []],
    ['year:2020..2022 milk', ['Year 2020–2022']],
    ['after:2020 before:2023', ['Year 2020 or later', 'Year 2022 or earlier']],
    ['venue:"Tea Physics" topic:leaves', ['Venue Tea Physics', 'Topic LEAVES']],
    ['digest:2025-03 digest:2025-03-11-tea', ['Digest 2025-03', 'Digest 2025-03-11-TEA']],
    ['has:code -has:note -has:code', ['Has code', 'without a note', 'without code']],
    ['"green leaves" title:"green tea"', ['“green leaves”', 'Title “green tea”']],
    ['author:"A. Steeper" OR author:leafski', ['Author A. Steeper or Author leafski']],
    ['milk oolong OR pouchong', ['oolong or pouchong']],
    ['milk -green NOT venue:T', ['without green', 'without Venue T']],
    ['tea OR -milk', ['tea, without milk']],
  ])('%s', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });
});

describe('withoutOperators', () => {
  it.each([
    ['milk year:2020 "green  leaves"', 0, 'milk "green leaves"'],
    ['milk  year:2020 "green leaves"', 1, 'milk year:2020'],
    ['(oolong OR pouchong), steamed', 0, ', steamed'],
    ['deep NOT "milk first" tea', 0, 'deep tea'],
    ['“green leaves” T\\"ulu', 0, 'T\\"ulu'],
    ['venue:T', 0, ''],
  ])('%s without number %d is %j', (query, at, left) => {
    const operator = operatorsOf(query)[at];
    expect(withoutOperators(query, operator ? [operator] : [])).toBe(left);
  });

  it('leaves the other operators and the words as they are', () => {
    const piece = fc.constantFrom(
      ...'milk|Oolong|"green leaves"|title:cup|author:"A. B"|year:2020..2022|has:code|venue:"T P"|-title:pot|(a OR b)|-has:note'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(), (pieces, number) => {
        const query = `tea ${pieces.join(' ')}`;
        const operators = operatorsOf(query);
        const at = number % Math.max(1, operators.length);
        const [gone] = operators.slice(at, at + 1);
        const left = withoutOperators(query, gone ? [gone] : []);
        expect(names(left)).toEqual(names(query).toSpliced(at, 1));
        expect(parseQuery(left).words).toEqual(parseQuery(query).words);
      }),
    );
  });
});

describe('choosing', () => {
  const values = { ...noFilters, year: ['2020', '2021', '2022'], venue: ['T 2020', 'T 2021'] };
  const chosen = (query: string, facet: 'year' | 'venue', value: string, on: boolean) => {
    const state = { query, filters: { ...noFilters, topic: ['tea'] } };
    const applied = effectiveFilters(state, parseQuery(query), (of) => values[of]);
    const { query: left, filters } = withChoice(state, applied, { facet, value }, on);
    expect(filters.topic).toEqual(['tea']);
    return [left, filters[facet]];
  };

  it('adds to what operators ask for', () => {
    expect(chosen('milk year:2020', 'year', '2022', true)).toEqual(['milk year:2020', ['2022']]);
  });

  it('takes the operator out, and keeps what else it asked for', () => {
    expect(chosen('milk venue:t "a b"', 'venue', 'T 2021', false)).toEqual([
      'milk "a b"',
      ['T 2020'],
    ]);
    expect(chosen('after:2020 before:2023', 'year', '2021', false)).toEqual(['', ['2020', '2022']]);
    expect(chosen('milk year:2020', 'year', '2020', false)).toEqual(['milk', []]);
  });

  it('gives up what was chosen, whatever the query says', () => {
    const state = { query: 'milk -year:2020', filters: { ...noFilters, year: ['2021'] } };
    expect(withChoice(state, state.filters, { facet: 'year', value: '2021' }, false)).toEqual({
      query: 'milk -year:2020',
      filters: noFilters,
    });
  });

  it('clears filters, or all but words', () => {
    const state = { query: 'milk year:2020 "a b" -pot', filters: { ...noFilters, code: ['yes'] } };
    expect(withoutFilters(state)).toEqual({ query: 'milk "a b" -pot', filters: noFilters });
    expect(withoutAll(state)).toEqual({ query: 'milk', filters: noFilters });
  });
});
