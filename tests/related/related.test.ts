import { describe, expect, test } from 'vitest';
import type { SimilarityDocument } from '../../src/related/similarity.ts';
import { nearEnough } from '../../src/related/choose.ts';
import { findSimilar } from '../../src/related/related.ts';
import { readTable, relatedKept } from '../../src/related/table.ts';
import { papers } from './papers.ts';

/** Related papers with their reasons, by id. */
function relatedTo(id: string, documents: readonly SimilarityDocument[]): [string, string][] {
  const place = documents.findIndex((document) => document.id === id);
  return readTable(findSimilar(documents))
    .related(place)
    .map(({ place: other, terms }) => [documents[other]?.id ?? '', terms.join(' · ')]);
}

const idsRelatedTo = (id: string, documents: readonly SimilarityDocument[]): string[] =>
  relatedTo(id, documents).map(([other]) => other);

describe('findSimilar', () => {
  test('gives papers near enough, nearest first', () => {
    expect(idsRelatedTo('kiln-glaze', papers)).toEqual(['kiln-ash', 'kiln-heat']);
    expect(idsRelatedTo('alone', papers)).toEqual([]);
    const { related } = readTable(findSimilar(papers));
    for (const place of papers.keys()) {
      const cosines = related(place).map(({ similarity }) => similarity);
      expect(cosines).toEqual(cosines.toSorted((a, b) => b - a));
      expect(cosines.every((cosine) => cosine >= nearEnough / 2 && cosine <= 1)).toBe(true);
    }
  });

  test('relates no papers by one word alone, however often they say it', () => {
    const lathe = (id: string, text: string) => ({ id, title: `Lathe ${id}`, text });
    const one = lathe('spruce', 'The lathe turns spruce. A lathe hums, the lathe rests.');
    const word = lathe('gravel', 'No lathe crosses gravel. The lathe sinks; lathe, farewell.');
    const more = lathe('birch', 'The lathe turns spruce bowls. A lathe hums in the shed.');
    expect(idsRelatedTo('spruce', [one, word, ...papers])).toEqual([]);
    expect(idsRelatedTo('spruce', [one, word, more, ...papers])).toEqual(['birch']);
  });

  test('gives no more than five', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      id: `gate-${at}`,
      title: `Tide gates of the ${'abcdefghijkl'.charAt(at)}${at} coast`,
      text: `Eels wait at tide gates. Coast ${at} has salt marshes, number ${at * 3}.`,
    }));
    expect(idsRelatedTo('gate-3', many)).toHaveLength(relatedKept);
  });

  test('leaves out the same paper under another title, for both and for others', () => {
    const [first, ...rest] = papers;
    if (first === undefined) throw new Error('no papers');
    const long = `${first.text} Firings last from dusk until the second morning, and the potter sleeps beside the stoke hole. Salt thrown in at the end gives orange skin, which collectors of the valley have asked for since the railway came.`;
    const versions = [
      { ...first, text: long },
      { ...first, id: 'kiln-glaze-2', title: 'Crackle Glaze in Wood Kilns, Revised', text: long },
      { ...first, id: 'kiln-other', title: 'What Colours a Glaze', text: long },
      ...rest,
    ];
    expect(idsRelatedTo('kiln-glaze', versions)).toEqual(['kiln-ash', 'kiln-heat']);
    expect(idsRelatedTo('kiln-other', versions)).toEqual(['kiln-ash', 'kiln-heat']);
    const seen = idsRelatedTo('kiln-ash', versions).filter((id) => !/ash|heat/.test(id));
    expect(seen).toHaveLength(1);
  });

  test('keeps another paper with a similar title', () => {
    const numbered = [
      { id: 'one', title: 'The First Census of Tide Gates', text: 'Eels wait at gates in May.' },
      { id: 'two', title: 'The Second Census of Tide Gates', text: 'Gates of May hold salt.' },
      ...papers,
    ];
    expect(idsRelatedTo('one', numbered)).toContain('two');
  });
});

describe('reasons', () => {
  test('name what both papers speak of, as it is mostly written', () => {
    const reasons = Object.fromEntries(relatedTo('kiln-ash', papers));
    expect(reasons['kiln-glaze']).toContain('crackle glaze');
    expect(reasons['kiln-heat']).toContain('Marlow');
    expect(Object.fromEntries(relatedTo('bee-heather', papers))['bee-dance']).toContain(
      'waggle dance',
    );
  });

  test('keep the hyphens of a phrase around "of"', () => {
    const some = ['A', 'Their'].map((article) => ({
      id: article,
      title: article,
      text: `${article} proof-of-ash.`,
    }));
    expect(relatedTo('A', [...papers, ...some])[0]).toEqual(['Their', 'proof-of-ash']);
  });

  test('say nothing twice', () => {
    for (const { id } of papers) {
      for (const [, reason] of relatedTo(id, papers)) {
        const words = reason.toLowerCase().split(/ · | /);
        expect(new Set(words).size).toBe(words.length);
        expect(reason.split(' · ').length).toBeLessThanOrEqual(3);
      }
    }
  });

  test('have the word that always comes with a phrase', () => {
    const coast = [1, 2, 3, 4, 5].map((at) => ({
      id: `p${at}`,
      title: `Note ${at} on coasts`,
      text: `We walk below the chalk cliff edges of bay ${'vwxyz'.charAt(at)}${at}. The chalk cliff edges crumble.`,
    }));
    const [[, reason] = ['', '']] = relatedTo('p1', [...coast, ...papers]);
    expect(reason).toContain('chalk cliff edges');
  });

  test('do not have the capitals of titles', () => {
    const [[, reason] = ['', '']] = relatedTo('tide-eel', papers);
    expect(reason).toMatch(/\b(?:tide gates?|slack water|eels)\b/);
  });
});
