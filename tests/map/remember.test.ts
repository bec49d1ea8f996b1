import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCacheFile } from '../../src/cache-file.ts';
import { layOut } from '../../src/map/layout.ts';
import { remembering } from '../../src/map/remember.ts';
import { groupedNeighbours, seedsFor } from './island.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'map-'));
});
afterEach(() => rm(folder, { recursive: true }));

const nearest = groupedNeighbours(2, 10, 4);
const facts = { seeds: seedsFor(20), topics: new Int32Array(20) };

describe('a layout that is kept', () => {
  it('is what a new one would be', () => {
    const lay = remembering(join(folder, 'deep', 'layout.bin'));
    expect(lay(nearest, facts)).toEqual(layOut(nearest, facts));
    expect(lay(nearest, facts)).toEqual(layOut(nearest, facts));
  });

  it('is read, not worked out', async () => {
    const file = join(folder, 'layout.bin');
    remembering(file)(nearest, facts);
    const positions = new Float32Array(40).fill(42);
    const key = (await readFile(file)).subarray(0, 32);
    writeCacheFile(file, key, serialize(positions));
    expect(remembering(file)(nearest, facts)).toEqual(positions);
  });

  it('is worked out anew when papers or topics have changed', async () => {
    const file = join(folder, 'layout.bin');
    remembering(file)(nearest, facts);
    const before = await readFile(file);
    remembering(file)(nearest, { ...facts, topics: new Int32Array(20).fill(1) });
    expect((await readFile(file)).subarray(0, 32)).not.toEqual(before.subarray(0, 32));
  });

  it.each([
    ['no layout', () => Buffer.from('nonsense')],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 60)],
    ['of the right length, with another byte', (bytes: Buffer) => bytes.fill(7, 101, 102)],
    ['of the right length, all zero behind its key', (bytes: Buffer) => bytes.fill(0, 32)],
  ])('does not matter when it is %s', async (_, damage) => {
    const file = join(folder, 'layout.bin');
    remembering(file)(nearest, facts);
    await writeFile(file, damage(await readFile(file)));
    expect(remembering(file)(nearest, facts)).toEqual(layOut(nearest, facts));
  });

  it('need not be kept', () => {
    expect(remembering(folder)(nearest, facts)).toEqual(layOut(nearest, facts));
  });
});
