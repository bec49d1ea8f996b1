/** The archive that tests look at: the founding digest, its entries, topics and synonyms, laid out as any. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const foundingFolder = fileURLToPath(new URL('fixtures/founding', import.meta.url));

/** A file of the founding archive as text. @param path in it, e.g. `topics/theory.md` */
export const foundingFile = (path: string): string =>
  readFileSync(join(foundingFolder, path), 'utf8');

/** Names of the files of one of its folders, sorted. */
export const foundingNames = (folder: string): string[] =>
  readdirSync(join(foundingFolder, folder)).toSorted();

/** The founding digest: 81 papers of 11 March 2025. */
export const foundingDigest = 'digests/2025-03-11-trending.txt';

const lines = foundingFile(foundingDigest).split('\n');

/** A line of the founding digest, counted from 1. */
export function foundingLine(number: number): string {
  const line = lines[number - 1];
  if (line === undefined) throw new RangeError(`the digest has no line ${number}`);
  return line;
}

/** Its titles and abstracts, each with its line. */
export const foundingTexts: readonly (readonly [number, string])[] = lines
  .map((line, index) => [index + 1, line] as const)
  .filter(([number, line]) => number > 10 && line !== '');
