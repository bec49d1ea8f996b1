/** Keeps the layout of a build for the next one; with it or without, the map is the same. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { layOut } from './layout.ts';
import type { LayOut } from './make.ts';
import type { Positions } from './start.ts';

/** To be raised whenever the layout's code gives other positions for the same neighbours. */
const version = 1;

/** Bytes of SHA-256 that the file begins with. */
const keyLength = 32;

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
    write(file, key, positions);
    return positions;
  };
}

function read(file: string, key: Buffer, length: number): Positions | undefined {
  try {
    const bytes = readFileSync(file);
    if (!bytes.subarray(0, keyLength).equals(key)) return undefined;
    if (bytes.length !== keyLength + length * Float32Array.BYTES_PER_ELEMENT) return undefined;
    const positions: Positions = new Float32Array(length);
    new Uint8Array(positions.buffer).set(bytes.subarray(keyLength));
    return positions;
  } catch {
    return undefined;
  }
}

function write(file: string, key: Buffer, positions: Positions): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Whole or not at all: a build that is stopped leaves no half of it.
    writeFileSync(`${file}.tmp`, Buffer.concat([key, bytesOf(positions)]));
    renameSync(`${file}.tmp`, file);
  } catch {
    // A disk that is full or read-only costs the next build some seconds.
  }
}
