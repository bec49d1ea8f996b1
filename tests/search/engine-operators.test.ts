import { describe, expect, it } from 'vitest';
import { chosenOf, noFilters } from '../../src/search/facets.ts';
import { asking, searchOver } from './tea-archive.ts';

const answered = (query: string, filters = noFilters) =>
  searchOver().engine.search(asking(query, { filters }));

/** The ids found, sorted: which papers, not in what order. */
async function found(query: string, filters = noFilters): Promise<string> {
  const hits = await (await answered(query, filters)).hits(20);
  return hits
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}

describe('operators', () => {
  it.each([
    ['one of two words', 'oolong OR saucer', 'oolong porcelain teapot'],
    ['one of two, and a word', 'pouchong | color humans', 'oolong'],
    ['a year', 'milk year:2023', 'milk milk-green'],
    ['years', '2023..2024 milk', 'green milk milk-green'],
    ['years and no word', 'year:<2024', 'cjk milk milk-green'],
    ['not a year', 'milk -year:2023', 'green'],
    ['a year that there is not', 'milk year:1999', ''],
    ['a topic or another', 'topic:porcelain,tasting', 'leaf-feedback lffh porcelain teapot'],
    ['not a topic', 'milk NOT topic:brewing', 'green'],
    ['a topic or a word', 'topic:porcelain OR oolong', 'oolong porcelain teapot'],
    ['an author by the initial', 'author:"A. Steeper"', 'green kettle'],
    ['an author, last name first', 'author:"Łeafski, B."', 'kettle oolong'],
    ['another author of the name', 'author:"C. Steeper" kettle', ''],
    ['one of two authors', 'author:steeper OR author:leafski', 'green kettle oolong'],
    ['not a word', 'milk NOT green', 'milk'],
    ['neither of two', 'saucer -(geometry OR optimizer)', ''],
    ['a phrase or a word', '"green leaves" OR whisk', 'cjk green milk-green'],
  ])('%s: %s', async (_, query, expected) => {
    const answer = await answered(query);
    expect(answer.loosened === 'phrase' ? '' : await found(query)).toBe(expected);
  });

  it('narrow along with what is chosen', async () => {
    const chosen = { ...noFilters, year: ['2023'] };
    expect(await found('milk year:2024', chosen)).toBe('green milk milk-green');
    expect(await found('milk topic:leaves', chosen)).toBe('milk-green');
    const { filters } = await answered('milk topic:leav year:2024', chosen);
    expect(chosenOf(filters).map(({ value }) => value)).toEqual(['leaves', '2023', '2024']);
  });

  it('count a facet as if none asked for it', async () => {
    expect(await (await answered('milk year:2023')).counts(['year', 'topic'])).toEqual({
      year: { '2023': 2, '2024': 1 },
      topic: { brewing: 2, leaves: 1 },
    });
  });
});
