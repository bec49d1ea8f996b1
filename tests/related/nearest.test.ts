import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/related/corpus.ts';
import type { SimilarityDocument } from '../../src/related/similarity.ts';
import { nearestPapers } from '../../src/related/nearest.ts';
import { findTerms } from '../../src/related/terms.ts';
import { vectorise } from '../../src/related/vectors.ts';
import { papers } from './papers.ts';

/** Neighbours by id, nearest first. */
function byId(documents: readonly SimilarityDocument[], k = 3): Record<string, string[]> {
  const { places } = nearestPapers(documents, { k });
  return Object.fromEntries(
    documents.map(({ id }, place) => [
      id,
      [...places.subarray(place * k, (place + 1) * k)]
        .filter((at) => at !== -1)
        .map((at) => documents[at]?.id ?? ''),
    ]),
  );
}

/** All cosines, the long way round. */
function exact(documents: readonly SimilarityDocument[]): Map<string, number> {
  const corpus = readCorpus(documents);
  const { starts, terms, weights } = vectorise(corpus, findTerms(corpus));
  const vectors = documents.map((_, place) => {
    const vector = new Map<number, number>();
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++)
      vector.set(terms[at] ?? 0, weights[at] ?? 0);
    return vector;
  });
  return new Map(
    vectors.flatMap((one, a) =>
      vectors.map((other, b) => {
        let cosine = 0;
        for (const [term, weight] of one) cosine += weight * (other.get(term) ?? 0);
        return [`${a} ${b}`, cosine] as const;
      }),
    ),
  );
}

const vocabulary = 'kiln glaze ash chimney heather hive bee dance river eel tide gate salt'.split(
  ' ',
);
const document = fc.record({
  id: fc.uuid(),
  title: fc.array(fc.constantFrom(...vocabulary), { maxLength: 4 }).map((words) => words.join(' ')),
  text: fc.array(fc.constantFrom(...vocabulary), { maxLength: 30 }).map((words) => words.join(' ')),
});
const documents = fc.uniqueArray(document, { selector: ({ id }) => id, maxLength: 25 });

describe('nearestPapers', () => {
  test('finds papers on the same subject', () => {
    const found = byId(papers, 2);
    expect(found['kiln-glaze']).toEqual(['kiln-ash', 'kiln-heat']);
    expect(found['bee-dance']?.toSorted()).toEqual(['bee-heather', 'bee-winter']);
    expect(found['tide-eel']?.[0]).toBe('tide-gate');
    expect(found['alone']).toEqual([]);
  });

  test.each([0, 1, 2])('takes %i papers', (count) => {
    const { k, places, similarities } = nearestPapers(papers.slice(0, count));
    expect(k).toBe(15);
    expect(places).toHaveLength(count * k);
    expect(similarities).toHaveLength(count * k);
  });

  test('takes papers without text', () => {
    const empty = ['a', 'b'].map((id) => ({ id, title: '', text: '' }));
    expect([...nearestPapers(empty, { k: 2 }).places]).toEqual([-1, -1, -1, -1]);
  });

  test('agrees with comparing every paper with every other', () => {
    fc.assert(
      fc.property(documents, (some) => {
        const k = 4;
        const cosines = exact(some);
        const { places, similarities } = nearestPapers(some, { k });
        for (const place of some.keys()) {
          const expected = [...some.keys()]
            .filter((other) => other !== place)
            .map((other) => cosines.get(`${place} ${other}`) ?? 0)
            .filter((cosine) => cosine > 0)
            .toSorted((a, b) => b - a);
          for (let at = 0; at < k; at++) {
            const cosine = similarities[place * k + at] ?? 0;
            const other = places[place * k + at] ?? -1;
            expect(cosine).toBeCloseTo(expected[at] ?? 0, 4);
            expect(cosine).toBeCloseTo(cosines.get(`${place} ${other}`) ?? 0, 4);
            expect(other === -1).toBe(at >= expected.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of the papers', () => {
    const shuffled = documents.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([some, others]) => {
        expect(byId(others)).toEqual(byId(some));
      }),
      { numRuns: 60 },
    );
  });

  test('of papers equally near, the lower id comes first', () => {
    const same = ['d', 'b', 'c', 'a'].map((id) => ({
      id,
      title: 'Tide gates',
      text: 'Eels wait.',
    }));
    expect(byId(same)).toEqual({
      a: ['b', 'c', 'd'],
      b: ['a', 'c', 'd'],
      c: ['a', 'b', 'd'],
      d: ['a', 'b', 'c'],
    });
  });
});
