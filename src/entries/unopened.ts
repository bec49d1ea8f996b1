/** What is known by its hash alone, and opened only by who looks at it. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readText } from './entry-file.ts';

/** It is no longer what it was when it was known: all is to be done again. */
export class Outdated extends Error {}

/** How often work is begun again. */
const turns = 5;

/** Runs what may look at unopened files, and again if one of them proves to have been saved or damaged meanwhile. */
export async function untilSettled<Result>(work: () => Promise<Result>, turn = 1): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Outdated) || turn === turns) throw error;
    return untilSettled(work, turn + 1);
  }
}

/**
 * The text of a file that is known by its hash.
 *
 * @param path absolute
 * @param expected SHA-256 of its bytes, hexadecimal
 * @throws Outdated if it is another file now
 */
export function textAt(path: string, expected: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Outdated(`${path} can no longer be read`);
  }
  if (hash('sha256', bytes) !== expected) throw new Outdated(`${path} was saved while it was read`);
  return readText(path, bytes).text;
}
