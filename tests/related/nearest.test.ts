import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCorpus, type Corpus } from '../../src/related/corpus.ts';
import type { SimilarityDocument } from '../../src/related/similarity.ts';
import { nearestPapers } from '../../src/related/nearest.ts';
import { effort, NeighbourSearch } from '../../src/related/search.ts';
import { findTerms, type Terms } from '../../src/related/terms.ts';
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

function read(documents: readonly SimilarityDocument[]): [Corpus, Terms] {
  const corpus = readCorpus(documents);
  return [corpus, findTerms(corpus)];
}

/** All cosines, the long way round. */
function exact(documents: readonly SimilarityDocument[]): Map<string, number> {
  const { starts, terms, weights } = vectorise(...read(documents));
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

  test('what was found for the first papers holds when more come', () => {
    const { starts, terms, weights } = vectorise(...read(papers));
    const count = terms.reduce((most, term) => Math.max(most, term + 1), 0);
    const vectors = { starts, terms, weights };
    const whole = new NeighbourSearch(vectors, count, 3);
    const first = whole.advance(5);
    const half = whole.found;
    const later = whole.advance(papers.length);
    const next = new NeighbourSearch(vectors, count, 3, effort, half);
    const changed = new Set<number>();
    expect(next.advance(papers.length, (paper) => changed.add(paper))).toEqual(later);
    expect(next.found).toEqual(whole.found);
    expect(first.places.every((other, at) => other < Math.floor(at / 3))).toBe(true);
    const rows = (found: Float32Array, paper: number): Float32Array =>
      found.subarray(paper * 3, (paper + 1) * 3);
    for (let paper = 0; paper < 5; paper++) {
      const isSame = rows(half.similarities, paper).every(
        (cosine, at) => cosine === rows(next.found.similarities, paper)[at],
      );
      expect(changed.has(paper)).toBe(!isSame);
    }
  });

  test('of papers equally near, the older one comes first', () => {
    const same = ['d', 'b', 'c', 'a'].map((id) => ({
      id,
      title: 'Tide gates',
      text: 'Eels wait.',
    }));
    expect(byId(same)).toEqual({
      d: ['b', 'c', 'a'],
      b: ['d', 'c', 'a'],
      c: ['d', 'b', 'a'],
      a: ['d', 'b', 'c'],
    });
  });
});
