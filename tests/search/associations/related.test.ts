import { describe, expect, it } from 'vitest';
import { asking, searchOver } from '../tea-archive.ts';

const answerTo = async (query: string, more = {}) =>
  (await searchOver().engine.search(asking(query, more))).hits(20);

/** Ids, and for those found by other words, why. */
const found = async (query: string, more = {}): Promise<string[]> =>
  (await answerTo(query, more)).map(({ id, related = [], lacks = [] }) =>
    [
      id,
      ...related.map(({ typed, also }) => `${typed}: ${also}`),
      ...lacks.map((word) => `-${word}`),
    ].join(' '),
  );

describe('where the words of a query find little', () => {
  it('papers with related words follow, and say which', async () => {
    expect(await found('crockery spout')).toEqual([
      'teapot spout: teapot crockery: teapot -crockery -spout',
      'porcelain crockery: porcelain spout: teapot -crockery -spout',
    ]);
  });

  it('those that hold its own words stand before them', async () => {
    const ids = (await answerTo('receptacle geometry')).map(({ id }) => id);
    expect(ids[0]).toBe('teapot');
    expect(ids).toContain('kettle');
  });

  it.each([
    ['a known word is no slip for another', 'mulk', undefined, 'porcelain'],
    ['unless the two go together', 'optimiser', 'optimizer', 'porcelain'],
    ['an unknown word is', 'milj', 'milk', 'milk'],
  ])('%s', async (_, query, instead, first) => {
    const answer = await searchOver().engine.search(asking(query));
    expect(answer.correction?.query).toBe(instead);
    expect((await answer.hits(1)).map(({ id }) => id)).toEqual([first]);
  });

  it.each([
    ['an acronym', 'LFFHS'],
    ['a year', 'crockery 2024'],
    ['a citation', 'crockery et al'],
  ])('%s is taken as it is', async (_, query) => {
    for (const { related } of await answerTo(query)) expect(related).toBeUndefined();
  });

  it('what is to be taken as it was typed is', async () => {
    expect(await found('crockery spout', { verbatim: true })).toEqual([]);
  });

  it('phrases and fields hold for them, too', async () => {
    expect(await found('crockery title:geometry')).toEqual(['teapot crockery: teapot -crockery']);
  });

  it('filters hold for them, and they count', async () => {
    const { engine } = searchOver();
    const answer = await engine.search(asking('crockery spout'));
    expect((await answer.counts(['year'])).year).toEqual({ '2024': 2 });
    const { filters } = asking('');
    expect(await found('crockery spout', { filters: { ...filters, year: ['2025'] } })).toEqual([]);
  });

  it('their words are marked', async () => {
    const [first] = await answerTo('crockery');
    expect(first?.titleParts.filter(({ mark }) => mark).map(({ text }) => text)).toEqual([
      'Porcelain',
      'Teapots',
    ]);
  });
});
