import { describe, expect, it } from 'vitest';
import { chosenOf, noFilters, type Facet, type Filters } from '../../src/search/facets.ts';
import {
  effectiveFilters,
  hintsIn,
  resolveFilters,
  valuesMeant,
} from '../../src/search/filter-values.ts';
import { parseQuery } from '../../src/search/grammar.ts';

const values: Filters = {
  ...noFilters,
  topic: ['water-chemistry', 'tea', 'tea-sets', 'reinforcement'],
  year: ['2017', '2018', '2020', '2022'],
  digest: ['2025-03-11-tea', '2025-03-12-tea', '2025-04-01-hf-weekly'],
  venue: [
    'TEAC 2018',
    'TEAC 2020',
    'TEAC 2020 Workshop on Milk',
    'teac2022',
    'Brew',
    'Brew Physics',
    'Proceedings of the 12th International Conference on Kettle Design',
    'Findings of CUP 2024',
  ],
  tag: ['to read', 'read', 'Milk'],
  code: ['yes'],
};
const valuesOf = (facet: Facet): readonly string[] => values[facet];

describe('valuesMeant', () => {
  it.each([
    ['topic', 'tea', ['tea']],
    ['topic', 'Water Chemistry', ['water-chemistry']],
    ['topic', 'reinf', ['reinforcement']],
    ['topic', 'coffee', []],
    ['year', '2017..2020', ['2017', '2018', '2020']],
    ['year', '2020..', ['2020', '2022']],
    ['digest', '2025-03', ['2025-03-11-tea', '2025-03-12-tea']],
    ['digest', '2025-03-11', ['2025-03-11-tea']],
    ['digest', 'HF', ['2025-04-01-hf-weekly']],
    ['venue', 'teac', ['TEAC 2018', 'TEAC 2020', 'teac2022']],
    ['venue', 'TEAC 2020', ['TEAC 2020']],
    ['venue', 'teac2018', ['TEAC 2018']],
    ['venue', 'TEAC 2022', ['teac2022']],
    ['venue', 'milk', ['TEAC 2020 Workshop on Milk']],
    ['venue', 'brew', ['Brew']],
    ['venue', 'Brew Physics', ['Brew Physics']],
    ['venue', 'physics', ['Brew Physics']],
    ['venue', 'phys', ['Brew Physics']],
    ['venue', 'ICKD', ['Proceedings of the 12th International Conference on Kettle Design']],
    [
      'venue',
      'kettle design',
      ['Proceedings of the 12th International Conference on Kettle Design'],
    ],
    ['venue', 'CUP', ['Findings of CUP 2024']],
    ['venue', '2018', ['TEAC 2018']],
    ['venue', 'TEAC 1999', []],
    ['tag', 'READ', ['read']],
    ['tag', 'to-read', ['to read']],
    ['tag', 'mil', ['Milk']],
    ['code', 'yes', ['yes']],
    ['note', 'yes', []],
  ] as const)('%s:%s', (facet, typed, meant) => {
    expect(valuesMeant(facet, typed, values[facet])).toEqual(meant);
  });
});

it('knows a conference by its former name', () => {
  const venues = ['NIPS 2017', 'NeurIPS 2019', 'Advances in Neural Information Processing Systems'];
  expect(valuesMeant('venue', 'neurips', venues)).toEqual(venues.slice(0, 2));
  expect(valuesMeant('venue', 'NIPS 2019', venues)).toEqual(['NeurIPS 2019']);
  expect(valuesMeant('venue', 'NeurIPS', venues.slice(2))).toEqual(venues.slice(2));
});

const line = (filters: Filters): string =>
  chosenOf(filters)
    .map(({ facet, value }) => `${facet}=${value}`)
    .join(' ');

describe('resolveFilters', () => {
  it.each([
    ['year:2018..2021 has:code', 'year=2018 year=2020 code=yes'],
    ['venue:brew,teac2018', 'venue=Brew venue=TEAC 2018'],
    ['venue:coffee', 'venue=coffee'],
    ['year:1999', 'year=1999'],
    ['venue:"Brew 2020"', 'year=2020 venue=Brew'],
    ['venue:"Brew 2020" year:2018', 'year=2018 venue=Brew'],
  ])('%s', (query, resolved) => {
    expect(line(resolveFilters(parseQuery(query).filters, valuesOf))).toBe(resolved);
  });
});

it('takes what is chosen and what is asked for as one', () => {
  const state = { filters: { ...noFilters, year: ['2017', '2018'], topic: ['tea'] } };
  const query = parseQuery('milk year:2018,2020');
  expect(line(effectiveFilters(state, query, valuesOf))).toBe(
    'topic=tea year=2017 year=2018 year=2020',
  );
});

describe('hintsIn', () => {
  it.each([
    ['TEAC 2018 kettle', ['venue TEAC 2018 @0+2']],
    ['kettle teac2018', ['venue TEAC 2018 @1+1']],
    ['kettle 2018', ['year 2018 @1+1']],
    ['kettle TEAC', ['venue TEAC 2018, TEAC 2020, teac2022 @1+1']],
    ['Brew 2020 kettle', ['venue Brew @0+1', 'year 2020 @1+1']],
    ['brew physics in 2017', ['venue Brew Physics @0+2', 'year 2017 @3+1']],
    ['findings of cup 2024', ['venue Findings of CUP 2024 @0+4']],
    ['kettle 1999', []],
    ['', []],
  ])('%j', (query, expected) => {
    const hints = hintsIn(parseQuery(query).words, valuesOf);
    expect(
      hints.map(
        ({ facet, values: meant, at, count }) => `${facet} ${meant.join(', ')} @${at}+${count}`,
      ),
    ).toEqual(expected);
  });
});
