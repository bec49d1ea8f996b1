import { describe, expect, it } from 'vitest';
import { matchNames } from '../../../src/search/suggest/match.ts';
import { readAuthors, readSuggestFile } from '../../../src/search/suggest/suggest-files.ts';

const items = [
  { name: 'Machine learning', papers: 9 },
  { name: 'Learning theory', papers: 2 },
  { name: 'Learning & teaching', papers: 5 },
  { name: 'Émile Borel', papers: 1 },
];

describe('matchNames', () => {
  it.each([
    ['learn', ['Learning & teaching', 'Learning theory', 'Machine learning']],
    ['learning th', ['Learning theory']],
    ['theory learn', ['Learning theory']],
    ['bor emi', ['Émile Borel']],
    ['EMILE', ['Émile Borel']],
    ['earning', []],
    ['l', []],
    ['&', []],
    ['', []],
  ])('%s', (query, names) => {
    expect(matchNames(query, items, 3).map(({ name }) => name)).toEqual(names);
  });

  it('gives no more than asked for', () => {
    expect(matchNames('learn', items, 1)).toHaveLength(1);
  });
});

describe('what was fetched', () => {
  it.each([
    [undefined, { topics: [], authors: [] }],
    [
      { topics: 'no', authors: {} },
      { topics: [], authors: [] },
    ],
    [
      { topics: [['a', 'A', 1], ['b']], authors: ['ab', 3] },
      { topics: [['a', 'A', 1]], authors: ['ab'] },
    ],
  ])('%o', (file, read) => {
    expect(readSuggestFile(file)).toEqual(read);
  });

  it('holds authors, or nothing', () => {
    expect(readAuthors([['Ada', 1], ['Ada', 1, 'ada-x'], ['Ada'], null])).toHaveLength(2);
    expect(readAuthors({})).toEqual([]);
  });
});
