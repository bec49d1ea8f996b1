/** A file in which one build keeps for the next what took long to work out. Never needed, never believed unseen. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { temporaryFor } from '../entries/atomic.ts';

/** Bytes of SHA-256. */
const hashLength = 32;

const sha256 = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();

/**
 * What was kept under a key.
 *
 * @param file absolute; it begins with the key and the hash of what follows
 * @param key SHA-256 of all that the content was worked out from
 * @returns undefined for a file that is missing, damaged, foreign or of another key
 */
export function readCacheFile(file: string, key: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    if (!bytes.subarray(0, hashLength).equals(key)) return undefined;
    const content = bytes.subarray(hashLength * 2);
    return bytes.subarray(hashLength, hashLength * 2).equals(sha256(content)) ? content : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a content under a key, in the place of what was kept before; does nothing where it cannot.
 *
 * @param file absolute
 * @param key SHA-256 of all that the content was worked out from
 */
export function writeCacheFile(file: string, key: Buffer, content: Uint8Array): void {
  // Whole or not at all, and never in the way of another build: stopped, it leaves no half of it.
  const temporary = temporaryFor(file);
  try {
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(temporary, Buffer.concat([key, sha256(content), content]));
      renameSync(temporary, file);
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch {
    // A disk that is full or read-only costs the next build some seconds.
  }
}
