import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layOut } from '../../src/map/layout.ts';
import { remembering } from '../../src/map/remember.ts';
import { Store } from '../../src/store/store.ts';
import { groupedNeighbours, seedsFor } from './island.ts';

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
    expect(remembering(store)(nearest, facts)).toEqual(layOut(nearest, facts));
    store.close();
    expect(remembering(store)(nearest, facts)).toEqual(layOut(nearest, facts));
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('is worked out anew when neighbours, papers or topics have changed', () => {
    const store = new Store(process.cwd(), join(folder, 'facts.sqlite'));
    const put = vi.spyOn(store, 'put');
    const lay = remembering(store);
    lay(nearest, facts);
    const topics = new Int32Array(20).map((_, at) => at % 2);
    expect(lay(nearest, { ...facts, topics })).toEqual(layOut(nearest, { ...facts, topics }));
    lay(nearest, { ...facts, seeds: seedsFor(20).toReversed() });
    lay({ ...nearest, places: nearest.places.with(0, 5) }, facts);
    expect(put).toHaveBeenCalledTimes(4);
    store.close();
  });
});
