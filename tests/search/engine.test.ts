import { describe, expect, it } from 'vitest';
import type { SearchState } from '../../src/search/address.ts';
import { noFilters } from '../../src/search/facets.ts';
import { SearchEngine } from '../../src/search/engine.ts';
import { SearchError, type Answer } from '../../src/search/answer.ts';
import { asking, papers, searchOver } from './tea-archive.ts';

const idsOf = async (answer: Answer): Promise<string[]> =>
  (await answer.hits(20)).map(({ id }) => id);

/** The ids found, best first, on one line. */
async function found(query: string, more: Partial<SearchState> = {}): Promise<string> {
  return (await idsOf(await searchOver().engine.search(asking(query, more)))).join(' ');
}

describe('what is found, best first', () => {
  it.each([
    ['an exact title', 'Oolong, Revisited', 'oolong'],
    ['an exact title of one word, which others hold, too', 'milk', 'milk green milk-green'],
    ['without case and punctuation', 'OOLONG REVISITED!', 'oolong'],
    ['the name before the colon', 'kettle', 'kettle'],
    ['an unfinished title', 'green leaves and mi', 'green milk-green milk'],
    ['an unfinished word', 'porcel', 'porcelain'],
    ['words of title and abstract', 'saucer geometry', 'teapot porcelain'],
    ['another form of a word', 'infusion colors', 'color'],
    ['small words along with others', 'the center of the cup', 'color leaf-feedback'],
    ['small words alone', 'the of', 'color'],
    ['an author', 'leafski', 'kettle oolong'],
    ['Japanese', '抹茶', 'cjk'],
    ['Japanese, in a title', '茶の湯', 'cjk'],
    ['nothing like it', 'qqqqxyzzy', ''],
    ['one letter that nothing begins with', 'z', ''],
    ['a word of 2,000 letters', 'x'.repeat(2000), ''],
    ['400 words', 'leaves '.repeat(400), 'green milk-green'],
  ])('%s', async (_, query, expected) => {
    expect(await found(query)).toBe(expected);
  });

  it('punctuation alone finds nothing', async () => {
    expect(await found('?!')).toBe('');
  });

  it.each([
    ['a phrase', '"green leaves"', 'green milk-green'],
    ['a phrase after a word', 'milk "green leaves"', 'milk-green green'],
    ['a phrase before a word', '"green leaves" samovar', 'milk-green'],
    ['typographic quotes', '“green leaves”', 'green milk-green'],
    ['one word in quotes', '"samovar"', 'milk-green cjk'],
    ['a word of the title', 'title:geometry', 'teapot'],
    ['a word of the title, in any case', 'Title:Milk', 'green milk milk-green'],
    ['a phrase of the title', 'title:"green leaves"', 'green'],
    ['an author', 'author:steeper', 'kettle green'],
    ['an author by the full name, and a word', 'author:"Ada Steeper" milk', 'green'],
    ['a topic', 'topic:brewing', 'kettle milk milk-green cjk'],
    ['a topic, unfinished', 'topic:water', 'kettle color'],
    ['a topic of several words', 'topic:"water chemistry"', 'kettle color'],
    ['a topic that is none', 'topic:coffee', ''],
    ['a topic and a word', 'samovar topic:leaves', 'milk-green'],
    ['without a word', 'milk -green', 'milk'],
    ['without a phrase', 'milk -"green leaves"', 'milk'],
    ['without a word of the title', 'saucer -title:geometry', 'porcelain'],
    ['without a topic', 'milk -topic:brewing', 'green'],
    ['without an author', 'milk -author:steeper', 'milk milk-green'],
    ['a minus with nothing that is wanted', '-samovar', 'milk-green cjk'],
    ['a minus within a word', 'green-leaves', 'green milk-green'],
  ])('%s: %s', async (_, query, expected) => {
    expect(await found(query)).toBe(expected);
  });
});

describe('what was meant', () => {
  it.each([
    ['a letter too few', 'porclain', 'porcelain', 'porcelain'],
    ['a letter too many', 'porcellain', 'porcelain', 'porcelain'],
    ['a wrong letter', 'porcolain', 'porcelain', 'porcelain'],
    ['two letters swapped', 'samovra', 'samovar', 'milk-green cjk'],
    ['two slips in a long word', 'porceliann', 'porcelain', 'porcelain'],
    [
      'a slip beside other words',
      'geometry of a teapto',
      'geometry of a teapot',
      'teapot porcelain',
    ],
    ['two words typed as one', 'greenleaves', 'green leaves', 'green milk-green'],
    ['British, where the archive has American', 'optimiser', 'optimizer', 'porcelain lffh'],
    ['part of a compound', 'milk-samovra', 'milk-samovar', 'milk-green green milk cjk'],
  ])('%s: %s', async (_, query, corrected, expected) => {
    const answer = await searchOver().engine.search(asking(query));
    expect(answer.correction?.query).toBe(corrected);
    expect((await idsOf(answer)).join(' ')).toBe(expected);
    expect(answer).not.toHaveProperty('loosened');
  });

  it('marks what was changed', async () => {
    const { correction } = await searchOver().engine.search(asking('Saucer of porclain'));
    expect(correction).toEqual({
      query: 'Saucer of porcelain',
      parts: [
        { text: 'Saucer of ', mark: false },
        { text: 'porcelain', mark: true },
      ],
    });
  });

  it('of several guesses shows the one that the first paper holds, and searches for all', async () => {
    const answer = await searchOver().engine.search(asking('steap'));
    const [first] = await answer.hits(1);
    expect(first?.id).toBe('cjk');
    expect(answer.correction?.query).toBe('steam');
    expect(answer.words).toEqual(['steam', 'steep']);
    expect(await idsOf(answer)).toEqual(expect.arrayContaining(['green', 'milk']));
  });

  it('takes no word for a slip of one that stands beside none of the others', async () => {
    const { engine } = searchOver();
    expect((await engine.search(asking('samovra geometry'))).correction).toBeUndefined();
    expect((await engine.search(asking('samovra whisk'))).correction?.query).toBe('samovar whisk');
  });

  it('corrects nothing that the archive holds', async () => {
    const { engine } = searchOver();
    for (const query of ['milk', 'porcelain saucer', 'Teapot Geometry', 'colour', 'infus']) {
      expect((await engine.search(asking(query))).correction).toBeUndefined();
    }
  });
});

describe('other names', () => {
  const brewing = 'lffh leaf-feedback kettle oolong';
  const tasting = 'leaf-feedback lffh kettle oolong';
  it.each([
    ['an abbreviation', 'LFFH', 'lffh', 'leaf feedback from human', brewing],
    ['its plural', 'LFFHs', 'lffh', 'leaf feedback from human', tasting],
    ['the full name', 'leaf feedback from humans', 'leaf feedback from human', 'lffh', tasting],
    ['a name of the file', 'pouchong', 'pouchong', 'bao zhong', 'oolong'],
    ['a name that no paper has', 'bao zhong', 'bao zhong', 'pouchong', 'oolong'],
    ['two words for one', 'tea pot', 'tea pot', 'teapot', 'teapot porcelain'],
  ])('%s: %s', async (_, query, typed, also, expected) => {
    const answer = await searchOver(papers, [
      ['pouchong', 'bao zhong'],
      ['bao zhong', 'pouchong'],
    ]).engine.search(asking(query));
    expect((await idsOf(answer)).join(' ')).toBe(expected);
    // A name that finds nothing is not spoken of.
    const named = query === 'pouchong' ? [] : [{ typed, also }];
    expect(answer.synonyms).toEqual(named);
  });

  it('finds both spellings where the archive has both', async () => {
    expect(await found('colour')).toBe('color milk');
    expect(await found('color')).toBe('color milk');
  });
});

describe('verbatim', () => {
  it.each([
    ['a slip', 'porclain', ''],
    ['two words typed as one', 'greenleaves', ''],
    ['two words for one', 'tea pot', ''],
    ['an abbreviation', 'LFFH', 'lffh kettle oolong'],
    ['another spelling', 'colour', 'milk'],
    ['an unfinished word', 'porcel', ''],
  ])('takes %s as it is: %s', async (_, query, expected) => {
    const answer = await searchOver().engine.search(asking(query, { verbatim: true }));
    expect((await idsOf(answer)).join(' ')).toBe(expected);
    expect(answer.correction).toBeUndefined();
    expect(answer.synonyms).toEqual([]);
  });
});

describe('where no paper holds everything', () => {
  it.each([
    ['a phrase is taken for its words', '"leaves green"', 'green milk-green'],
    ['a word of the title for a word of the text', 'title:saucer', 'porcelain teapot'],
    ['a word that is nowhere is left out', 'samovar qqqqxyzzy', 'milk-green cjk'],
    ['of three words one is enough', 'oolong geometry pouring', 'oolong milk teapot'],
    ['of two words one is enough', 'boiling samovar', 'kettle milk-green cjk'],
  ])('%s, and the answer says so', async (_, query, expected) => {
    const answer = await searchOver().engine.search(asking(query));
    expect((await idsOf(answer)).join(' ')).toBe(expected);
    expect(answer.loosened).toBe(/[":]/.test(query) ? 'phrase' : 'words');
  });

  it('keeps to the phrase where only the filters leave nothing of it', async () => {
    const filters = { ...noFilters, topic: ['porcelain'] };
    const answer = await searchOver().engine.search(asking('"green leaves"', { filters }));
    expect([answer.total, answer.loosened]).toEqual([0, undefined]);
  });
});

describe('what can go wrong', () => {
  it('knows an archive without papers', async () => {
    const { engine } = searchOver([], []);
    for (const query of ['tea', 'tea pot', '"tea pot"', 'topic:tea', '']) {
      const answer = await engine.search(asking(query));
      expect([answer.total, await answer.hits(20)]).toEqual([0, []]);
      expect(await answer.counts(['topic'])).toEqual({ topic: {} });
    }
  });

  it('opens the index afresh if it was replaced', async () => {
    const { engine, connections, state } = searchOver();
    await engine.search(asking('milk'));
    state.broken = 'replaced';
    const answer = engine.search(asking('samovar'));
    state.broken = false;
    expect((await answer).total).toBe(2);
    expect(connections()).toBeGreaterThan(0);
  });

  it('fails, and recovers, where a part of the index cannot be loaded', async () => {
    const { engine, connections, state } = searchOver();
    state.broken = 'unreachable';
    const failure = await engine.search(asking('milk')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SearchError);
    expect(failure).toMatchObject({ failure: 'unreachable' });
    state.broken = false;
    expect((await engine.search(asking('milk'))).total).toBe(3);
    expect(connections()).toBe(2);
  });

  it('tells a missing index from one out of reach', async () => {
    const missing = new SearchEngine(() => Promise.reject(new SearchError('missing')));
    await expect(missing.search(asking('tea'))).rejects.toMatchObject({ failure: 'missing' });
    const lost = new SearchEngine(() => Promise.reject(new Error('no network')));
    await expect(lost.search(asking('tea'))).rejects.toMatchObject({ failure: 'unreachable' });
  });
});

describe('what is easily lost', () => {
  it('what a minus excludes stays out where a phrase is taken for its words', async () => {
    expect(await found('"leaves green" -samovar')).toBe('green');
  });

  it('a word that follows a closing quote without a space is searched for', async () => {
    expect(await found('"green leaves"samovar')).toBe('milk-green');
  });

  it('a corrected word takes along what a sign joins to it', async () => {
    const answer = await searchOver().engine.search(asking('porclain/saucer'));
    expect(answer.correction?.query).toBe('porcelain/saucer');
  });
});
