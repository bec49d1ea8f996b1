/** Keeps the layout of a build for the next one; with it or without, the map is the same. */
import { createHash } from 'node:crypto';
import { readCacheFile, writeCacheFile } from '../cache-file.ts';
import { layOut } from './layout.ts';
import type { LayOut } from './make.ts';
import type { Positions } from './start.ts';

/** To be raised whenever the layout's code gives other positions for the same neighbours. */
const version = 1;

const bytesOf = (view: ArrayBufferView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/**
 * @param file absolute; one that is missing, foreign or cannot be written does not matter
 * @returns {@link layOut}, which is asked only if neighbours, topics or papers have changed
 */
export function remembering(file: string): LayOut {
  return (nearest, facts) => {
    const hash = createHash('sha256').update(`${version}\0${nearest.k}`);
    for (const part of [nearest.places, nearest.similarities, facts.seeds, facts.topics])
      hash.update(bytesOf(part));
    const key = hash.digest();
    const known = read(file, key, facts.seeds.length * 2);
    if (known) return known;
    const positions = layOut(nearest, facts);
    writeCacheFile(file, key, bytesOf(positions));
    return positions;
  };
}

function read(file: string, key: Buffer, length: number): Positions | undefined {
  const content = readCacheFile(file, key);
  if (content?.length !== length * Float32Array.BYTES_PER_ELEMENT) return undefined;
  const positions: Positions = new Float32Array(length);
  new Uint8Array(positions.buffer).set(content);
  return positions;
}
