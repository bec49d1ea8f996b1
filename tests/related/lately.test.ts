import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { lately } from '../../src/related/lately.ts';
import type { Similarity, SimilarityDocument } from '../../src/related/similarity.ts';

const nothing = { k: 0, steady: 0, places: new Int32Array(), similarities: new Float32Array() };

/** Of each paper the one after it. */
const find = vi.fn<(documents: readonly SimilarityDocument[]) => Similarity>((documents) => ({
  settled: nothing,
  related: (place) =>
    place + 1 < documents.length ? [{ place: place + 1, similarity: 1, terms: [] }] : [],
}));

const papers = (...ids: readonly number[]): SimilarityDocument[] =>
  ids.map((id) => ({ id: `p${id}`, title: '', text: '' }));
const many = Array.from({ length: 600 }, (_, at) => at);

it('compares few papers while a page waits', () => {
  const similar = lately(find, () => Promise.reject(new Error('not asked')));
  expect(similar(papers(1, 2)).related(0)).toMatchObject([{ place: 1 }]);
});

it('lets no page wait for many, and tells what it knew last, by the papers that there are', async () => {
  find.mockClear();
  let prepared = Promise.withResolvers<void>();
  const similar = lately(find, () => prepared.promise);
  const first = similar(papers(...many));
  expect(first.related(3)).toEqual([]);
  prepared.resolve();
  await wait(0);
  expect(find).toHaveBeenCalledTimes(1);
  expect(first.related(3)).toMatchObject([{ place: 4 }]);
  prepared = Promise.withResolvers();
  // One came before all others, and 7 went.
  const ids = [900, ...many.filter((id) => id !== 7)];
  const later = similar(papers(...ids));
  expect(later.related(0)).toEqual([]);
  expect(later.related(ids.indexOf(3))).toMatchObject([{ place: ids.indexOf(4) }]);
  expect(later.related(ids.indexOf(6))).toEqual([]);
  expect(later.related(ids.indexOf(8))).toMatchObject([{ place: ids.indexOf(9) }]);
  expect(find).toHaveBeenCalledTimes(1);
  expect(later.settled).toBe(nothing);
});

it('finds out for itself where no thread can', async () => {
  const similar = lately(find, () => Promise.reject(new Error('no thread')));
  const first = similar(papers(...many));
  await wait(0);
  expect(first.related(598)).toMatchObject([{ place: 599 }]);
});
