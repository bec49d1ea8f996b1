import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layOut } from '../../src/map/layout.ts';
import { surveySteady } from '../../src/map/regions.ts';
import { remembering } from '../../src/map/remember.ts';
import { Store } from '../../src/store/store.ts';
import { groupedNeighbours, seedsFor, themedPapers, themeTopics } from './island.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'map-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nearest = groupedNeighbours(2, 10, 4);
const facts = { seeds: seedsFor(20), topics: new Int32Array(20) };

describe('a layout that is kept', () => {
  it('is what a new one would be, and worked out once', () => {
    const store = new Store(process.cwd(), join(folder, 'facts.sqlite'));
    const put = vi.spyOn(store, 'put');
    expect(remembering(store).lay(nearest, facts)).toEqual(layOut(nearest, facts));
    store.close();
    expect(remembering(store).lay(nearest, facts)).toEqual(layOut(nearest, facts));
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('is worked out anew when neighbours, papers or topics have changed', () => {
    const store = new Store(process.cwd(), join(folder, 'facts.sqlite'));
    const put = vi.spyOn(store, 'put');
    const { lay } = remembering(store);
    lay(nearest, facts);
    const topics = new Int32Array(20).map((_, at) => at % 2);
    expect(lay(nearest, { ...facts, topics })).toEqual(layOut(nearest, { ...facts, topics }));
    lay(nearest, { ...facts, seeds: seedsFor(20).toReversed() });
    lay({ ...nearest, places: nearest.places.with(0, 5) }, facts);
    expect(put).toHaveBeenCalledTimes(4);
    store.close();
  });
});

describe('regions that are kept', () => {
  const papers = themedPapers(20);
  const positions = Float32Array.from(papers.flatMap((_, at) => [at % 8, Math.floor(at / 8)])).map(
    (step) => (step + 0.5) / 8,
  );

  it('are what new ones would be, and found once', () => {
    const store = new Store(process.cwd(), join(folder, 'facts.sqlite'));
    const put = vi.spyOn(store, 'put');
    const found = surveySteady(papers, themeTopics, positions);
    expect(found.groups.flat()).toHaveLength(papers.length);
    expect(remembering(store).survey(papers, themeTopics, positions)).toEqual(found);
    store.close();
    expect(remembering(store).survey(papers, themeTopics, positions)).toEqual(found);
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('are found anew when places, words or topics of papers, or the names of topics, have changed', () => {
    const store = new Store(process.cwd(), join(folder, 'facts.sqlite'));
    const put = vi.spyOn(store, 'put');
    const { survey } = remembering(store);
    survey(papers, themeTopics, positions);
    survey(papers, themeTopics, positions.with(0, 0.9));
    const [first] = papers;
    const others = papers.slice(1);
    survey([...(first ? [{ ...first, wording: 'other' }] : []), ...others], themeTopics, positions);
    survey([...(first ? [{ ...first, topics: [] }] : []), ...others], themeTopics, positions);
    survey(
      papers,
      themeTopics.map((topic) => ({ ...topic, label: `Nothing about ${topic.id}` })),
      positions,
    );
    expect(put).toHaveBeenCalledTimes(5);
    store.close();
  });
});
